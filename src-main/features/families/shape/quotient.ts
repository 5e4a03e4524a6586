import { z } from 'zod';
import type { LocalDate } from '../../../kernel/local-date';
import { parseEuros } from '../../../kernel/money';
import { line, optionalDay, requiredDay, wordId } from './typed';

const MISWRITTEN = 'Écrivez un montant avec deux décimales au plus, par exemple 722,50.';

/** An amount typed "722,50", kept as the exact decimal "722.50". */
export const typedAmount = z.string().trim().transform((typed, context): string => {
  const cents = parseEuros(typed);
  const fault = typed === '' ? 'Indiquez le montant.' : cents === null ? MISWRITTEN : cents < 0 ? 'Ce montant ne peut pas être négatif.' : null;
  if (fault === null && cents !== null) return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  context.addIssue({ code: 'custom', message: fault ?? MISWRITTEN });
  return z.NEVER;
});

export const recordQuotientInput = z.strictObject({
  familyId: z.int().positive(),
  /** A measure of the rulebook; `qf` is the family quotient. */
  measure: wordId.default('qf'),
  value: typedAmount,
  fromOn: requiredDay,
  provedOn: optionalDay.default(null),
  proof: line(200).default(''),
});
export type RecordQuotientInput = z.input<typeof recordQuotientInput>;

export const quotientChoice = z.strictObject({ quotientId: z.int().positive() });

/** A line of the history; withdrawn ones are kept and struck through. */
export interface QuotientEntry {
  readonly id: number;
  readonly measure: string;
  readonly value: string;
  readonly fromOn: LocalDate;
  readonly provedOn: LocalDate | null;
  readonly proof: string;
  readonly recordedAt: string;
  readonly withdrawnAt: string | null;
}

import { z } from 'zod';
import type { LocalDate } from '../../../kernel/local-date';
import { requiredDay } from './typed';

/** How a family keeps a child. Of two families, one has the complement of the other. */
export const CUSTODIES = ['always', 'evenWeeks', 'oddWeeks', 'chosenDates', 'otherDates'] as const;
export type Custody = (typeof CUSTODIES)[number];

export const CUSTODY_LABELS: Readonly<Record<Custody, string>> = {
  always: 'toujours',
  evenWeeks: 'semaines paires',
  oddWeeks: 'semaines impaires',
  chosenDates: 'dates choisies',
  otherDates: 'tous les autres jours',
};

/** Days of custody, both included. */
export interface CustodyPeriod {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

/** A child's place in one family. */
export interface CustodyLink {
  readonly familyId: number;
  readonly custody: Custody;
  readonly periods: readonly CustodyPeriod[];
}

export const custodyPeriod = z
  .strictObject({ fromOn: requiredDay, toOn: requiredDay })
  .refine((period) => period.toOn >= period.fromOn, { path: ['toOn'], error: 'La fin de la période est avant son début. Échangez les deux dates.' });

export const custodyLink = z.strictObject({
  familyId: z.int().positive(),
  custody: z.enum(CUSTODIES),
  periods: z.array(custodyPeriod).max(120).default([]),
});

/** All the families of a child at once: what is not listed is left. */
export const saveCustodyInput = z.strictObject({
  childId: z.int().positive(),
  version: z.int(),
  links: z.array(custodyLink).min(1, 'Un enfant reste dans au moins une famille.').max(2, 'Un enfant vit dans deux familles au plus.'),
});
export type SaveCustodyInput = z.input<typeof saveCustodyInput>;

export const custodyPreviewInput = z.strictObject({
  links: z.array(custodyLink).min(1).max(2),
  /** The first week shown is that of this day; by default that of today. */
  from: requiredDay.optional(),
  weeks: z.int().min(1).max(54).default(26),
});
export type CustodyPreviewInput = z.input<typeof custodyPreviewInput>;

/** A week of the preview. */
export interface CustodyWeek {
  readonly monday: LocalDate;
  /** ISO number, 1 to 53. */
  readonly week: number;
  /** The families that keep the child each day, Monday first: exactly one where all is well. */
  readonly days: readonly (readonly number[])[];
}

export interface CustodyPreview {
  readonly weeks: readonly CustodyWeek[];
  readonly families: readonly { readonly id: number; readonly name: string }[];
  /** What is wrong with these links, as a sentence; null when each day has its family. */
  readonly fault: string | null;
}

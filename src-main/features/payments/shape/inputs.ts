import { z } from 'zod';
import { isLocalDate } from '../../../kernel/local-date';
import type { LocalDate } from '../../../kernel/local-date';
import { MEANS } from '../means';

const day = z.string().refine(isLocalDate, 'Cette date n’existe pas.') as unknown as z.ZodType<LocalDate, string>;
const id = z.int().positive();
const line = (longest: number) => z.string().trim().max(longest).default('');
/** Above what any family pays at once: a slip of the finger. In cents. */
const MOST_CENTS = 9_999_999;
const amount = z.int('Indiquez un montant en euros, par exemple 32,50.')
  .positive('Le montant doit être supérieur à zéro.').max(MOST_CENTS, 'Ce montant est trop élevé : vérifiez-le.');

/** A part of a payment that settles a part of one debit of the family. In cents. */
const chosenPart = z.strictObject({ entryId: id, cents: amount });
const chosen = z.array(chosenPart).max(200)
  .refine((parts) => new Set(parts.map(({ entryId }) => entryId)).size === parts.length, 'La même facture est citée deux fois.');
export type ChosenPart = z.output<typeof chosenPart>;

export const recordInput = z.strictObject({
  familyId: id,
  /** An adult of the family; null: not told. */
  payerId: id.nullable().default(null),
  means: z.enum(MEANS, 'Choisissez un mode de règlement.'),
  cents: amount,
  receivedOn: day,
  /** Number of the cheque, reference of the transfer. */
  reference: line(60),
  bank: line(60),
  note: line(500),
  /** Made by the page once for each payment that is typed: sent twice, it is recorded once. */
  requestKey: z.string().regex(/^[\w-]{8,64}$/, 'Rechargez la page, puis recommencez.'),
  /** Debits to settle, before all others; what is left goes to the payer's oldest, then to the oldest. */
  chosen: chosen.default([]),
  /** The payment is known to be above what the family owes: the rest is kept as credit. */
  acceptOverpayment: z.boolean().default(false),
});
export type RecordInput = z.input<typeof recordInput>;

export const reverseInput = z.strictObject({
  paymentId: id,
  reason: z.string().trim().min(1, 'Indiquez la raison de l’annulation.').max(300),
});

export const changeAllocationInput = z.strictObject({
  paymentId: id,
  /** `PaymentDetail.stamp` as it was read: someone else's change since then is told. */
  stamp: z.int().min(0),
  chosen,
});

export const paymentInput = z.strictObject({ paymentId: id });
export const familyInput = z.strictObject({ familyId: id });
export const balancesInput = z.strictObject({ familyIds: z.array(id).max(500) });
export const findInput = z.strictObject({ text: z.string().max(120), limit: z.int().min(1).max(20).default(8) });

export const listInput = z.strictObject({
  /** Words of the family, a receipt's or a cheque's number. */
  text: z.string().max(120).default(''),
  familyId: id.optional(),
  /** Days of receipt, both included. */
  from: day.optional(),
  to: day.optional(),
  means: z.enum(MEANS).optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(60),
}).refine(({ from, to }) => !from || !to || from <= to, { error: 'La fin ne peut pas précéder le début.', path: ['to'] });
export type ListInput = z.input<typeof listInput>;

export const unpaidInput = z.strictObject({
  text: z.string().max(120).default(''),
  /** Only families that owe something past its last day. */
  overdueOnly: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(60),
});
export type UnpaidInput = z.input<typeof unpaidInput>;

import { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date';
import { MEANS } from './means';

/**
 * What a receipt says, frozen when the payment is recorded (`payments.paper`): the print, the staff
 * pages and the portal show this. A later reversal is no part of it: the paper is printed as it was,
 * and whoever shows it adds the mention. Amounts in integer cents; days are YYYY-MM-DD.
 */

const day = z.iso.date() as unknown as z.ZodType<LocalDate>;
const cents = z.int();

export const receiptPaper = z.strictObject({
  /** "R-2026-000045". */
  label: z.string(),
  town: z.strictObject({
    name: z.string(), address: z.string(), postcode: z.string(), city: z.string(), phone: z.string(), email: z.string(), siret: z.string(),
  }),
  /** Who signs for the town, as on invoices; empty when not set. */
  issuer: z.strictObject({ name: z.string(), quality: z.string() }),
  /** As on the envelope; the family's name when the payer is not known. */
  payer: z.strictObject({ name: z.string(), address: z.string(), postcode: z.string(), city: z.string() }),
  family: z.strictObject({ id: z.int(), name: z.string() }),
  means: z.enum(MEANS),
  /** "Chèque nº 1234567, Crédit Agricole", "Espèces". */
  meansLabel: z.string(),
  cents,
  receivedOn: day,
  recordedOn: day,
  /** Who recorded it. */
  by: z.string(),
  /** What it settles, as allocated on that day. */
  settles: z.array(z.strictObject({
    /** "Facture F-2026-000123". */
    label: z.string(),
    /** null when the debit has no last day. */
    dueOn: day.nullable(),
    /** Settled by this payment. */
    cents,
    /** Still to pay of it afterwards. */
    leftCents: cents,
  })),
  /** Not allocated on that day: credit for the next invoice. */
  creditCents: cents,
  /** The family's balance right after: above zero it owes, below it has a credit. */
  balanceCents: cents,
});
export type ReceiptPaper = z.infer<typeof receiptPaper>;

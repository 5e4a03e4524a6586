import { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date';

/**
 * What an invoice or a credit note says, frozen on the day of issue (`invoices.paper`): the page,
 * the print and the portal all show this and nothing else. Amounts in integer cents; days are
 * YYYY-MM-DD. Nothing in it is computed again later.
 */

const day = z.iso.date() as unknown as z.ZodType<LocalDate>;
const cents = z.int();

/** One row of the table: a service at one unit price, over the period. */
export const paperRow = z.strictObject({
  /** "Cantine", or the name of a rule that made a line of its own ("Plafond mensuel de garderie"). */
  label: z.string(),
  /** Word of one unit, "repas", "demi-heure"; empty for amounts that no unit carries. */
  unit: z.string(),
  quantity: z.int(),
  /** null: the council has not fixed it. */
  unitPriceCents: cents.nullable(),
  totalCents: cents,
  kind: z.enum(['unit', 'bundle', 'charge', 'aid']),
  /** What changes an earlier invoice stands apart: "Régularisation de septembre 2026". */
  correctionOf: z.string().nullable(),
  /** Each day behind the row, with the sentences that explain its price. */
  details: z.array(z.strictObject({ day, quantity: z.int(), totalCents: cents, sentences: z.array(z.string()) })),
});
export type PaperRow = z.infer<typeof paperRow>;

export const invoicePaper = z.strictObject({
  kind: z.enum(['invoice', 'creditNote']),
  /** "F-2026-000123". */
  label: z.string(),
  town: z.strictObject({
    name: z.string(), address: z.string(), postcode: z.string(), city: z.string(), phone: z.string(), email: z.string(), siret: z.string(),
  }),
  texts: z.strictObject({
    header: z.string(), payment: z.string(), recourse: z.string(), footer: z.string(), issuerName: z.string(), issuerQuality: z.string(),
  }),
  /** As on the envelope. */
  payer: z.strictObject({ name: z.string(), address: z.string(), postcode: z.string(), city: z.string() }),
  family: z.strictObject({ id: z.int(), name: z.string() }),
  period: z.strictObject({ from: day, to: day, label: z.string() }),
  issuedOn: day,
  dueOn: day.nullable(),
  /** Of a credit note: the invoice that it takes back, and why. */
  cancels: z.strictObject({ label: z.string(), issuedOn: day, reason: z.string() }).nullable(),
  children: z.array(z.strictObject({ id: z.int(), name: z.string(), place: z.string(), rows: z.array(paperRow), totalCents: cents })),
  /** What belongs to no child: family caps, memberships, aids. */
  rows: z.array(paperRow),
  /** Of the whole bill. */
  billCents: cents,
  /** When several pay: this payer's share. */
  share: z.strictObject({ percent: z.int(), label: z.string() }).nullable(),
  /** What this paper asks, or gives back (below zero). */
  totalCents: cents,
  /** The invoice on the portal, as the QR code says. */
  portalUrl: z.string(),
});
export type InvoicePaper = z.infer<typeof invoicePaper>;

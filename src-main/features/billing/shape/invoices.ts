import { z } from 'zod';
import type { Instant, LocalDate } from '../../../kernel/local-date';
import type { InvoicePaper } from '../paper-schema';
import { day, id, page, reason } from './words';

/** Issued papers. Amounts are integer cents. */

export const INVOICE_STATES = ['toPay', 'paid', 'overdue', 'cancelled', 'credit'] as const;
/** `toPay` includes partly paid; `credit` is a credit note (or an invoice below zero). */
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const invoiceListRequest = z.strictObject({
  text: z.string().max(100).default(''),
  state: z.enum(['all', ...INVOICE_STATES]).default('all'),
  /** Issued between these days, both included. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  familyId: id.nullable().default(null),
  runId: id.nullable().default(null),
  ...page,
});
export type InvoiceListRequest = z.input<typeof invoiceListRequest>;
export const invoiceChoice = z.strictObject({ invoiceId: id });
export const cancelInvoiceInput = z.strictObject({ invoiceId: id, reason });
export type CancelInvoiceInput = z.input<typeof cancelInvoiceInput>;
export const correctInput = z.strictObject({ familyId: id });

export interface InvoiceLine {
  readonly id: number;
  readonly kind: 'invoice' | 'creditNote';
  /** "F-2026-000123" */
  readonly label: string;
  readonly familyId: number;
  readonly familyName: string;
  readonly payerName: string;
  /** "octobre 2026" */
  readonly periodLabel: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly totalCents: number;
  /** Still to pay. */
  readonly remainingCents: number;
  readonly state: InvoiceState;
  readonly byPost: boolean;
  readonly isPrinted: boolean;
}

export interface InvoiceList {
  readonly total: number;
  readonly lines: readonly InvoiceLine[];
  /** Of all that match, not of this page. */
  readonly totals: { readonly totalCents: number; readonly remainingCents: number };
}

export interface InvoiceFile extends InvoiceLine {
  readonly paper: InvoicePaper;
  readonly runId: number | null;
  readonly issuedAt: Instant;
  /** The credit note that takes it back, or the invoice that it takes back. */
  readonly cancelledBy: { readonly id: number; readonly label: string } | null;
  readonly cancels: { readonly id: number; readonly label: string } | null;
  /** Other papers of the same bill (other payers). */
  readonly siblings: readonly { readonly id: number; readonly label: string; readonly payerName: string; readonly totalCents: number }[];
  /** What settled it, the oldest first; an undone allocation is a row below zero. */
  readonly settlements: readonly { readonly label: string; readonly cents: number; readonly at: Instant }[];
  readonly mayCancel: boolean;
}

/** What cancelling would do, told before. */
export interface CancelPreview {
  readonly invoiceId: number;
  readonly label: string;
  /** The papers that would be issued: each invoice of the bill gets its credit note. */
  readonly takesBack: readonly { readonly label: string; readonly payerName: string; readonly totalCents: number }[];
  /** Of payments that become free again. */
  readonly freedCents: number;
  readonly consequences: readonly string[];
}

export interface CancelledInvoice {
  readonly creditNotes: readonly { readonly id: number; readonly label: string; readonly totalCents: number }[];
  readonly sentence: string;
}

/** What changed for a family since its invoices. */
export interface CorrectionPreview {
  readonly familyId: number;
  readonly totalCents: number;
  /** The papers that "Corriger maintenant" would issue; empty: nothing changed. */
  readonly papers: readonly InvoicePaper[];
  /** Why nothing can be issued, or what to know. */
  readonly sentence: string;
  readonly mayIssue: boolean;
}

export interface Corrected {
  readonly invoices: readonly { readonly id: number; readonly label: string; readonly kind: 'invoice' | 'creditNote'; readonly totalCents: number }[];
  readonly sentence: string;
}

/** A parent's invoice. */
export interface ParentInvoiceLine {
  readonly id: number;
  readonly kind: 'invoice' | 'creditNote';
  readonly label: string;
  readonly familyId: number;
  readonly familyName: string;
  readonly periodLabel: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly totalCents: number;
  readonly remainingCents: number;
  readonly state: InvoiceState;
  /** "À payer avant le 15 novembre 2026", "Payée", "En retard : 12,40 € restent à payer". */
  readonly stateWords: string;
  readonly payerName: string;
}

export interface ParentInvoices {
  /** The newest first. */
  readonly invoices: readonly ParentInvoiceLine[];
  /** Above zero: the parent's families owe; below: they have a credit. */
  readonly balanceCents: number;
  readonly overdueCents: number;
  readonly due: ParentDue;
  /** The same for each of the parent's families: what one owes, another's credit does not pay. */
  readonly accounts: readonly ParentFamilyAccount[];
  /** How the town is paid, in its own words. */
  readonly paymentText: string;
}

/** What is still to pay of some invoices. */
export interface ParentDue {
  readonly cents: number;
  /** Invoices not paid whole. */
  readonly count: number;
  /** The next last day to pay, of those not past. */
  readonly nextOn: LocalDate | null;
}

/** What one of a parent's families owes. Amounts in cents; a balance below zero is a credit. */
export interface ParentFamilyAccount {
  readonly familyId: number;
  readonly familyName: string;
  readonly balanceCents: number;
  readonly overdueCents: number;
  readonly due: ParentDue;
}

export const parentInvoiceChoice = z.strictObject({ label: z.string().regex(/^[A-Z0-9]{1,6}-\d{4}-\d{6,9}$/, 'Ce numéro de facture n’est pas complet.') });

export interface ParentInvoice extends ParentInvoiceLine {
  readonly paper: InvoicePaper;
  readonly settlements: readonly { readonly label: string; readonly cents: number; readonly at: Instant }[];
}

import type { Instant, LocalDate } from '../../../kernel/local-date';
import type { EntryKind } from '../../ledger/schema';
import type { Means } from '../means';

/** All amounts in cents. Balances: above zero the family owes, below zero it has a credit. */

/** What a payment just recorded has done. */
export interface Recorded {
  readonly paymentId: number;
  /** Number of the receipt, "R-2026-000045". */
  readonly label: string;
  readonly familyId: number;
  readonly cents: number;
  readonly balanceCents: number;
  /** What each debit got, "Facture F-2026-000123". */
  readonly settles: readonly { readonly label: string; readonly cents: number; readonly leftCents: number }[];
  /** Not used yet: kept for the next invoice. */
  readonly creditCents: number;
  /** True when the same payment had been recorded already: nothing was added. */
  readonly again: boolean;
}

/** A family found by its name, a child or an invoice. */
export interface FoundDebtor {
  readonly familyId: number;
  readonly name: string;
  readonly archived: boolean;
  /** "Anna, Théo" */
  readonly children: string;
  readonly balanceCents: number;
  /** The invoice typed, when it was found by one. */
  readonly invoice: { readonly entryId: number | null; readonly label: string } | null;
}

/** A debit that is not wholly paid. */
export interface Due {
  readonly entryId: number;
  readonly invoiceId: number | null;
  readonly label: string;
  readonly onDay: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly overdue: boolean;
  readonly payerName: string;
  readonly payerId: number | null;
  readonly cents: number;
  readonly openCents: number;
}

/** What a family owes, for the entry of a payment. */
export interface FamilyDue {
  readonly familyId: number;
  readonly name: string;
  readonly today: LocalDate;
  readonly balanceCents: number;
  /** Sum of what is open. */
  readonly owedCents: number;
  readonly overdueCents: number;
  readonly creditCents: number;
  /** The debit to be paid first comes first. */
  readonly debits: readonly Due[];
  readonly payers: readonly { readonly id: number; readonly name: string }[];
  /** Payer of what is due first, else the first guardian. */
  readonly usualPayerId: number | null;
}

export interface PaymentLine {
  readonly id: number;
  readonly label: string;
  readonly familyId: number;
  readonly familyName: string;
  readonly payerName: string;
  readonly means: Means;
  /** "Chèque nº 1234567, Crédit Agricole" */
  readonly meansLabel: string;
  readonly cents: number;
  readonly receivedOn: LocalDate;
  readonly at: Instant;
  readonly byName: string;
  readonly reversed: boolean;
}

export interface PaymentList {
  readonly total: number;
  readonly lines: readonly PaymentLine[];
  /** Of all that match, those reversed left out. */
  readonly totals: readonly { readonly means: Means; readonly count: number; readonly cents: number }[];
  readonly cents: number;
  readonly reversed: { readonly count: number; readonly cents: number };
}

/** A debit that a payment settles, or could. */
export interface PaymentPart {
  readonly entryId: number;
  readonly invoiceId: number | null;
  readonly label: string;
  readonly dueOn: LocalDate | null;
  readonly cents: number;
  /** Settled by this payment. */
  readonly mineCents: number;
  /** Still to pay. */
  readonly openCents: number;
}

export interface PaymentDetail extends PaymentLine {
  readonly reference: string;
  readonly bank: string;
  readonly note: string;
  readonly entryId: number;
  readonly reversal: { readonly reason: string; readonly onDay: LocalDate; readonly at: Instant; readonly byName: string } | null;
  /** Debits that it settles and those still open, the one to be paid first first. */
  readonly parts: readonly PaymentPart[];
  readonly creditCents: number;
  readonly balanceCents: number;
  /** The family's balance if it were reversed. */
  readonly balanceIfReversedCents: number;
  /** Give it back with a change of allocation. */
  readonly stamp: number;
}

export interface UnpaidLine {
  readonly familyId: number;
  readonly name: string;
  readonly archived: boolean;
  readonly phone: string;
  readonly email: string;
  readonly owedCents: number;
  readonly overdueCents: number;
  readonly invoices: number;
  /** The oldest last day to pay of what is open. */
  readonly oldestDueOn: LocalDate | null;
}

export interface UnpaidList {
  readonly total: number;
  readonly owedCents: number;
  readonly overdueCents: number;
  readonly today: LocalDate;
  readonly lines: readonly UnpaidLine[];
}

/** An entry of a family's account, with the paper to open. */
export interface AccountLine {
  readonly entryId: number;
  readonly kind: EntryKind;
  readonly label: string;
  readonly onDay: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly cents: number;
  readonly openCents: number;
  readonly balanceCents: number;
  readonly overdue: boolean;
  readonly invoiceId: number | null;
  readonly paymentId: number | null;
  /** Of a payment: "Chèque nº 1234567"; of a reversal: its reason. */
  readonly words: string;
  readonly reversed: boolean;
}

/** A family's account, the newest entry first. */
export interface FamilyAccountPage {
  readonly familyId: number;
  readonly balanceCents: number;
  readonly overdueCents: number;
  readonly lines: readonly AccountLine[];
}

/** A receipt as parents see it. */
export interface ParentReceipt {
  readonly id: number;
  readonly label: string;
  readonly familyId: number;
  readonly receivedOn: LocalDate;
  readonly meansLabel: string;
  readonly cents: number;
  readonly settles: readonly { readonly label: string; readonly cents: number }[];
  readonly creditCents: number;
  /** The payment was taken back: the day, and why. */
  readonly reversal: { readonly onDay: LocalDate; readonly reason: string } | null;
}

import type { Instant, LocalDate } from '../../kernel/local-date';

export const ENTRY_KINDS = ['invoice', 'creditNote', 'payment', 'reversal', 'refund'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What to write in a family's ledger. */
export interface NewEntry {
  readonly familyId: number;
  readonly kind: EntryKind;
  /** What the family owes more (above zero) or less (below zero), in cents; never zero. */
  readonly cents: number;
  /** The paper that tells it: "Facture F-2026-000123". */
  readonly label: string;
  readonly onDay: LocalDate;
  /** Invoices: the last day to pay. */
  readonly dueOn?: LocalDate | null;
}

/** An entry with what is left of it to settle. */
export interface LedgerEntry {
  readonly id: number;
  readonly familyId: number;
  readonly kind: EntryKind;
  readonly cents: number;
  readonly label: string;
  readonly onDay: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly at: Instant;
  /** Not allocated yet, in cents, never below zero: still to pay of a debit, still free of a credit. */
  readonly openCents: number;
  /** The family's balance after this entry, in cents; above zero: it owes. */
  readonly balanceCents: number;
}

/** A family's account, newest entry last. */
export interface FamilyAccount {
  readonly familyId: number;
  /** Above zero: the family owes; below: it has a credit. In cents. */
  readonly balanceCents: number;
  /** Of what it owes, what is past its last day, in cents. */
  readonly overdueCents: number;
  readonly entries: readonly LedgerEntry[];
}

/** Something that does not add up, in French, with figures. None is ever expected. */
export interface LedgerFault {
  readonly familyId: number | null;
  readonly sentence: string;
}

import type { LocalDate } from '../../kernel/local-date';
import type { InvoicePaper, PaperRow } from './paper-schema';

const minus = (cents: number): number => (cents === 0 ? 0 : -cents);

const takenBack = (row: PaperRow): PaperRow => ({
  ...row, quantity: minus(row.quantity), totalCents: minus(row.totalCents),
  details: row.details.map((detail) => ({ ...detail, quantity: minus(detail.quantity), totalCents: minus(detail.totalCents) })),
});

/** The credit note that takes an invoice back whole: its very rows, below zero. Pure. */
export function creditPaper(paper: InvoicePaper, { label, issuedOn, reason, portalUrl }: { readonly label: string; readonly issuedOn: LocalDate; readonly reason: string; readonly portalUrl: string }): InvoicePaper {
  return {
    ...paper,
    kind: 'creditNote', label, issuedOn, dueOn: null, portalUrl,
    texts: { ...paper.texts, payment: '' },
    cancels: { label: paper.label, issuedOn: paper.issuedOn, reason },
    children: paper.children.map((child) => ({ ...child, rows: child.rows.map(takenBack), totalCents: minus(child.totalCents) })),
    rows: paper.rows.map(takenBack),
    billCents: minus(paper.billCents), totalCents: minus(paper.totalCents),
  };
}

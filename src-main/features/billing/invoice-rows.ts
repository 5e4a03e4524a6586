import { OPEN_CENTS } from '../ledger/open-entries';
import type { LocalDate } from '../../kernel/local-date';
import { periodLabel } from './months';
import type { InvoiceLine } from './schema';

/** An invoice as the lists read it. */
export type InvoiceRow = Omit<InvoiceLine, 'periodLabel' | 'byPost' | 'isPrinted'> & {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly byPost: number;
  readonly isPrinted: number;
};

/** SQL: what is left to pay, and what became of each invoice on the day `$today`. To be closed by conditions. */
export const INVOICES = `
  SELECT invoice.id, invoice.kind, invoice.label, invoice.family_id AS familyId, family.name AS familyName,
    trim(payer.first_name || ' ' || upper(payer.last_name)) AS payerName, family.search_text || ' ' || lower(invoice.label) AS searchText,
    bill.from_on AS "from", bill.to_on AS "to", bill.run_id AS runId, invoice.issued_on AS issuedOn, invoice.due_on AS dueOn, invoice.total_cents AS totalCents,
    CASE WHEN invoice.kind = 'invoice' THEN ${OPEN_CENTS} ELSE 0 END AS remainingCents,
    CASE WHEN invoice.kind = 'creditNote' THEN 'credit'
      WHEN EXISTS (SELECT 1 FROM invoices other WHERE other.cancels_id = invoice.id) THEN 'cancelled'
      WHEN ${OPEN_CENTS} = 0 THEN 'paid'
      WHEN invoice.due_on < $today THEN 'overdue' ELSE 'toPay' END AS state,
    invoice.by_post AS byPost, EXISTS (SELECT 1 FROM papers WHERE papers.kind = 'invoice' AND papers.subject_id = invoice.id) AS isPrinted,
    invoice.entry_id AS entryId, invoice.bill_id AS billId, invoice.cancels_id AS cancelsId, invoice.at AS issuedAt
  FROM invoices invoice JOIN bills bill ON bill.id = invoice.bill_id JOIN families family ON family.id = invoice.family_id
  JOIN persons payer ON payer.id = invoice.payer_id JOIN ledger_entries entry ON entry.id = invoice.entry_id`;

export function invoiceLine(row: InvoiceRow): InvoiceLine {
  const { id, kind, label, familyId, familyName, payerName, issuedOn, dueOn, totalCents, remainingCents, state } = row;
  return {
    id, kind, label, familyId, familyName, payerName, periodLabel: periodLabel(row), issuedOn, dueOn, totalCents, remainingCents, state,
    byPost: row.byPost === 1, isPrinted: row.isPrinted === 1,
  };
}

import { readJson } from '../../platform/database/json-column';
import type { Database } from '../../platform/database/database';
import { labelsIn } from '../../platform/pdf/split-print';
import type { ExpectedPart } from '../../platform/pdf/split-print';
import { AppError, notFound } from '../../kernel/errors';
import { invoicePaper } from './paper-schema';
import type { InvoicePaper } from './paper-schema';

/** An issued invoice or credit note as it is printed. */
export interface InvoiceToPrint {
  readonly id: number;
  readonly paper: InvoicePaper;
}

/** The next invoices to print, and the numbers of those whose kept paper cannot be read any more. */
export interface UnprintedBatch {
  readonly invoices: readonly InvoiceToPrint[];
  readonly unreadable: readonly string[];
  /** Where to go on; null: nothing is left. */
  readonly lastId: number | null;
}

interface Row {
  readonly id: number;
  readonly label: string;
  readonly paper: string;
}

/** Throws AppError `papers.unreadable`: what was kept is damaged, or of a shape that no version of Préau wrote. */
function toPrint({ id, label, paper }: Row): InvoiceToPrint {
  try {
    return { id, paper: readJson(invoicePaper, paper) };
  } catch {
    throw new AppError('papers.unreadable', { label }, 'conflict');
  }
}

/** SQL: invoices that no paper was kept of. */
const UNPRINTED = "NOT EXISTS (SELECT 1 FROM papers WHERE papers.kind = 'invoice' AND papers.subject_id = invoices.id)";

/** How many are still to print. */
export async function countUnprinted(db: Database): Promise<number> {
  return (await db.selectOne<{ count: number }>(`SELECT count(*) AS count FROM invoices WHERE ${UNPRINTED}`))!.count;
}

/** The next ones to print after an id, in the order of their issue. One that cannot be read does not stop the others. */
export async function nextUnprinted(db: Database, afterId: number, limit: number): Promise<UnprintedBatch> {
  const rows = await db.select<Row>(`SELECT id, label, paper FROM invoices WHERE id > $afterId AND ${UNPRINTED} ORDER BY id LIMIT $limit`, { afterId, limit });
  const invoices: InvoiceToPrint[] = [];
  const unreadable: string[] = [];
  for (const row of rows) {
    try {
      invoices.push(toPrint(row));
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      unreadable.push(row.label);
    }
  }
  return { invoices, unreadable, lastId: rows.at(-1)?.id ?? null };
}

/** Throws AppError `billing.unknownInvoice`, `papers.unreadable`. */
export async function invoiceToPrint(db: Database, id: number): Promise<InvoiceToPrint> {
  const row = await db.selectOne<Row>('SELECT id, label, paper FROM invoices WHERE id = $id', { id });
  if (!row) throw notFound('billing.unknownInvoice');
  return toPrint(row);
}

/** What a print of it must say: its own number, and no other but that of the invoice it takes back. */
export function expectedOf({ paper }: InvoiceToPrint): ExpectedPart {
  const said = JSON.stringify({ ...paper, portalUrl: '' });
  return { title: titleOf(paper), label: paper.label, mayName: [...labelsIn(said)] };
}

export const titleOf = ({ kind, label, town }: InvoicePaper): string => `${kind === 'creditNote' ? 'Avoir' : 'Facture'} ${label} – ${town.name}`;

/** "facture-F-2026-000123.pdf" */
export const fileNameOf = ({ kind, label }: InvoicePaper, copy = false): string => `${kind === 'creditNote' ? 'avoir' : 'facture'}-${label}${copy ? '-copie' : ''}.pdf`;

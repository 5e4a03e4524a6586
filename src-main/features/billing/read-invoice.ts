import { notFound } from '../../kernel/errors';
import type { Instant } from '../../kernel/local-date';
import { readJson } from '../../platform/database/json-column';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { INVOICES, invoiceLine } from './invoice-rows';
import type { InvoiceRow } from './invoice-rows';
import { invoicePaper } from './paper-schema';
import type { InvoiceFile } from './schema';
import { settlementsOf } from './settlements';

type Row = InvoiceRow & { readonly runId: number | null; readonly entryId: number; readonly billId: number; readonly cancelsId: number | null; readonly issuedAt: Instant };

/** An issued invoice or credit note, its paper and what became of it. Throws AppError `billing.unknownInvoice`. */
export async function readInvoice(context: Pick<Context, 'db' | 'clock'>, invoiceId: number): Promise<InvoiceFile> {
  const { db } = context;
  const row = await db.selectOne<Row>(`SELECT * FROM (${INVOICES} WHERE invoice.id = $invoiceId)`, { invoiceId, today: await localToday(context) });
  if (!row) throw notFound('billing.unknownInvoice');
  const stored = await db.selectOne<{ paper: string }>('SELECT paper FROM invoices WHERE id = $invoiceId', { invoiceId });
  const line = invoiceLine(row);
  return {
    ...line,
    paper: readJson(invoicePaper, stored!.paper),
    runId: row.runId, issuedAt: row.issuedAt,
    cancelledBy: await db.selectOne<{ id: number; label: string }>('SELECT id, label FROM invoices WHERE cancels_id = $invoiceId', { invoiceId }),
    cancels: await db.selectOne<{ id: number; label: string }>('SELECT id, label FROM invoices WHERE id = $cancelsId', { cancelsId: row.cancelsId }),
    siblings: await db.select<InvoiceFile['siblings'][number]>(
      `SELECT invoice.id, invoice.label, trim(payer.first_name || ' ' || upper(payer.last_name)) AS payerName, invoice.total_cents AS totalCents
       FROM invoices invoice JOIN persons payer ON payer.id = invoice.payer_id WHERE bill_id = $billId AND invoice.id <> $invoiceId ORDER BY invoice.id`,
      { billId: row.billId, invoiceId },
    ),
    settlements: await settlementsOf(db, row.entryId),
    mayCancel: line.kind === 'invoice' && line.state !== 'cancelled',
  };
}

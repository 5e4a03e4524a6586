import type { Services } from '../../platform/procedures/services';
import { keepPapers, readPaper } from '../papers/paper-store';
import type { PdfFile } from '../papers/paper-store';
import { logoDataUrl } from '../papers/town-look';
import { invoiceHtml } from './invoice-paper';
import { fileNameOf, invoiceToPrint } from './invoices-to-print';
import { queueInvoiceMails } from './mail-invoices';
import { printAlone } from './print-batch';

export interface PdfWish {
  readonly id: number;
  /** Marked "COPIE"; made on demand and not kept. */
  readonly copy?: boolean;
  /** With the calculation of each day; made on demand and not kept. */
  readonly details?: boolean;
}

/**
 * The PDF of an invoice: the kept one, printed now when it waits still; or a copy. Throws AppError
 * `billing.unknownInvoice`, `papers.noBrowser`, `papers.printFailed`, `papers.mismatch`, `files.diskFull`.
 */
export async function invoicePdf(services: Services, { id, copy = false, details = false }: PdfWish): Promise<PdfFile> {
  const invoice = await invoiceToPrint(services.db, id);
  const logo = await logoDataUrl(services.db);
  const name = fileNameOf(invoice.paper, copy || details);
  if (copy || details) return { name, bytes: await services.printer.print(invoiceHtml(invoice.paper, { logoDataUrl: logo, copy: true, details })) };
  const kept = await readPaper(services, 'invoice', id);
  if (kept) return { name, bytes: kept };
  const printed = await printAlone(services, invoice, logo);
  await keepPapers(services, 'invoice', [printed], () => queueInvoiceMails(services, [invoice]));
  return { name, bytes: printed.bytes };
}

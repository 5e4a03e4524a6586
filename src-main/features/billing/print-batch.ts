import { AppError } from '../../kernel/errors';
import type { Services } from '../../platform/procedures/services';
import { checkPrint } from '../../platform/pdf/check-print';
import { splitPrint } from '../../platform/pdf/split-print';
import type { Printed } from '../papers/paper-store';
import { invoiceHtml, invoicesHtml } from './invoice-paper';
import { expectedOf } from './invoices-to-print';
import type { InvoiceToPrint } from './invoices-to-print';

type Lent = Pick<Services, 'printer' | 'clock' | 'log'>;

/** Rows with which an invoice may need a second page: it is printed alone, so that it counts its pages. */
const ROWS_OF_A_PAGE = 16;

/** Papers of a batch, and the numbers of those that could not be printed. */
export interface PrintedBatch {
  readonly printed: readonly Printed[];
  readonly failed: readonly string[];
}

/**
 * Prints a batch as one document and cuts it into a file each; what does not pass the check of its
 * text, or has several pages, is printed alone. Throws AppError `papers.noBrowser`, `papers.printFailed`.
 */
export async function printBatch(services: Lent, batch: readonly InvoiceToPrint[], logo: string | null): Promise<PrintedBatch> {
  const short = batch.filter((invoice) => rowsOf(invoice) <= ROWS_OF_A_PAGE);
  const together = short.length > 1 ? await printTogether(services, short, logo) : [];
  const done = new Set(together.map(({ subjectId }) => subjectId));
  const printed = [...together];
  const failed: string[] = [];
  for (const invoice of batch.filter(({ id }) => !done.has(id))) {
    try {
      printed.push(await printAlone(services, invoice, logo));
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code !== 'papers.mismatch') throw failure;
      failed.push(invoice.paper.label);
    }
  }
  return { printed, failed };
}

async function printTogether({ printer, clock, log }: Lent, invoices: readonly InvoiceToPrint[], logo: string | null): Promise<Printed[]> {
  const bytes = await printer.print(invoicesHtml(invoices.map(({ paper }) => paper), { logoDataUrl: logo }));
  const parts = await splitPrint(bytes, invoices.map(expectedOf), clock.now());
  return parts.flatMap((part, index) => {
    const { id, paper } = invoices[index]!;
    if ('bytes' in part) return [{ subjectId: id, bytes: part.bytes, pages: 1 }];
    log.warn({ label: paper.label, reason: part.reason }, 'printed alone');
    return [];
  });
}

/** Prints one invoice by itself and reads it again. Throws AppError `papers.mismatch` when it is not itself. */
export async function printAlone({ printer, log }: Lent, invoice: InvoiceToPrint, logo: string | null): Promise<Printed> {
  const bytes = await printer.print(invoiceHtml(invoice.paper, { logoDataUrl: logo }));
  const { pages, fault } = await checkPrint(bytes, expectedOf(invoice));
  if (fault !== null) {
    log.error({ label: invoice.paper.label, fault }, 'a print that is not itself');
    throw new AppError('papers.mismatch', { label: invoice.paper.label }, 'conflict');
  }
  return { subjectId: invoice.id, bytes, pages };
}

const rowsOf = ({ paper }: InvoiceToPrint): number => paper.rows.length + paper.children.reduce((sum, { rows }) => sum + rows.length + 2, 0);

import { AppError } from '../../kernel/errors';
import { compareFrench } from '../../kernel/text';
import type { Services } from '../../platform/procedures/services';
import { forgetPaper, keepPapers } from '../papers/paper-store';
import type { PdfFile } from '../papers/paper-store';
import { invoicePdf } from './print-invoice';

interface Letter {
  readonly id: number;
  readonly name: string;
}

/**
 * The letters of a month end as one PDF, in the order of the names: invoices of families that want the
 * post and of payers without a mail address. Made anew each time, since an address may have come or
 * gone; the last one is kept. Throws AppError `papers.noLetters`, and what `invoicePdf` throws.
 */
export async function postBundle(services: Services, runId: number): Promise<PdfFile> {
  const name = `courrier-${String(runId)}.pdf`;
  const letters = await lettersOf(services, runId);
  if (letters.length === 0) throw new AppError('papers.noLetters', {}, 'notFound');
  const { bytes, pages } = await merge(services, letters);
  await forgetPaper(services, 'post', runId);
  await keepPapers(services, 'post', [{ subjectId: runId, bytes, pages }]);
  return { name, bytes };
}

async function lettersOf({ db }: Pick<Services, 'db'>, runId: number): Promise<Letter[]> {
  const letters = await db.select<Letter>(
    `SELECT invoice.id, payer.last_name || ' ' || payer.first_name AS name
     FROM invoices invoice JOIN bills bill ON bill.id = invoice.bill_id JOIN persons payer ON payer.id = invoice.payer_id
     WHERE bill.run_id = $runId AND (invoice.by_post = 1 OR payer.email = '') ORDER BY invoice.id`,
    { runId },
  );
  return letters.sort((one, other) => compareFrench(one.name, other.name) || one.id - other.id);
}

/** One behind the other; each on both sides of its own sheets when the printer turns them, so no blank pages are added. */
async function merge(services: Services, letters: readonly Letter[]): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const merged = await PDFDocument.create({ updateMetadata: false });
  merged.setTitle('Factures à poster', { showInWindowTitleBar: true });
  merged.setLanguage('fr');
  for (const { id } of letters) {
    const { bytes } = await invoicePdf(services, { id });
    const letter = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await merged.copyPages(letter, letter.getPageIndices())) merged.addPage(page);
  }
  return { bytes: await merged.save(), pages: merged.getPageCount() };
}

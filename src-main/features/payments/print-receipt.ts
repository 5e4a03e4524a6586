import { AppError } from '../../kernel/errors';
import { readJson } from '../../platform/database/json-column';
import type { LocalDate } from '../../kernel/local-date';
import { checkPrint } from '../../platform/pdf/check-print';
import { labelsIn } from '../../platform/pdf/split-print';
import type { Services } from '../../platform/procedures/services';
import { keepPapers, readPaper } from '../papers/paper-store';
import type { PdfFile } from '../papers/paper-store';
import { logoDataUrl } from '../papers/town-look';
import { receiptHtml } from './receipt-paper';
import { receiptPaper } from './receipt-schema';

interface Row {
  readonly paper: string;
  readonly onDay: LocalDate | null;
  readonly reason: string | null;
}

/**
 * The receipt of a payment as PDF: printed on first demand and kept; once undone, printed afresh with
 * the mention. Throws AppError `payments.unknown`, and what a print throws (see `invoicePdf`).
 */
export async function receiptPdf(services: Services, paymentId: number): Promise<PdfFile> {
  const row = await services.db.selectOne<Row>(
    `SELECT payment.paper, undone.on_day AS onDay, undone.reason FROM payments payment
     LEFT JOIN payment_reversals undone ON undone.payment_id = payment.id WHERE payment.id = $paymentId`,
    { paymentId },
  );
  if (!row) throw new AppError('payments.unknown', {}, 'notFound');
  const paper = readJson(receiptPaper, row.paper);
  const name = `recu-${paper.label}.pdf`;
  const undone = row.onDay === null ? null : { onDay: row.onDay, reason: row.reason ?? '' };
  const kept = undone ? null : await readPaper(services, 'receipt', paymentId);
  if (kept) return { name, bytes: kept };
  const bytes = await services.printer.print(receiptHtml(paper, { logoDataUrl: await logoDataUrl(services.db) }, undone));
  const { pages, fault } = await checkPrint(bytes, { title: '', label: paper.label, mayName: [...labelsIn(`${row.paper} ${undone?.reason ?? ''}`)] });
  if (fault !== null) {
    services.log.error({ label: paper.label, fault }, 'a print that is not itself');
    throw new AppError('papers.mismatch', { label: paper.label }, 'conflict');
  }
  if (!undone) await keepPapers(services, 'receipt', [{ subjectId: paymentId, bytes, pages }]);
  return { name, bytes };
}

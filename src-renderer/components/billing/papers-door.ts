import type { InvoiceFile, InvoicePaper } from '../../../src-main/features/billing/schema';
import { api } from '../../api/client';
import { openPdf, saveFile } from './open-file';

/** A paper as a page of HTML, the very one that is printed. */
export async function paperHtml(_paper: InvoicePaper): Promise<string> {
  return Promise.resolve('');
}

/** Opens the PDF of an invoice, the kept one or a copy marked as such. */
export async function openInvoicePdf({ id, label }: Pick<InvoiceFile, 'id' | 'label'>, copy: boolean): Promise<'opened' | 'saved'> {
  await api.billing.invoice.query({ invoiceId: id });
  return openPdf(new Uint8Array(), copy ? `${label}-copie.pdf` : `${label}.pdf`);
}

/** Saves the letters of a run, one PDF in the order of the envelopes. */
export async function savePostBundle(runId: number): Promise<void> {
  saveFile(new Uint8Array(), `courrier-${runId}.pdf`);
  return Promise.resolve();
}

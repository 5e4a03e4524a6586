import type { InvoicePaper } from '../../../src-main/features/billing/schema';
import { api } from '../../api/client';
import { openPdf, saveFile } from './open-file';

/** A paper as a page of HTML, the very one that is printed. */
export async function paperHtml(paper: InvoicePaper): Promise<string> {
  return (await api.papers.previewHtml.query({ paper })).html;
}

/** Opens the PDF of an invoice, the kept one or a copy marked as such. */
export async function openInvoicePdf(id: number, copy: boolean): Promise<'opened' | 'saved'> {
  const { name, bytes } = await api.papers.invoicePdf.query({ id, copy });
  return openPdf(bytes, name);
}

/** Saves the letters of a month end, one PDF in the order of the envelopes; gives the file's name. */
export async function savePostBundle(runId: number): Promise<string> {
  const { name, bytes } = await api.papers.postBundle.query({ runId });
  saveFile(bytes, name);
  return name;
}

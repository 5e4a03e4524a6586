import { z } from 'zod';
import { router, staffProcedure } from '../../platform/procedures/procedures';
import { invoiceHtml } from '../billing/invoice-paper';
import { invoicePaper } from '../billing/paper-schema';
import { postBundle } from '../billing/post-bundle';
import { invoicePdf } from '../billing/print-invoice';
import { goOnPrinting, printProgress, stopPrinting } from '../billing/print-progress';
import { logoDataUrl } from '../papers/town-look';
import { receiptPdf } from './print-receipt';

const id = z.int().positive();
const reading = staffProcedure('billing.read');
const writing = staffProcedure('billing.write');

/** Printed papers: of invoices and receipts, the letters for the post, and how far the printing is. */
export const papersStaff = router({
  /** The kept PDF, printed now when it waits still; a copy is marked as such, `details` adds the calculation of each day. */
  invoicePdf: reading.input(z.strictObject({ id, copy: z.boolean().default(false), details: z.boolean().default(false) }))
    .query(({ ctx, input }) => invoicePdf(ctx, input)),
  receiptPdf: staffProcedure('payments.read').input(z.strictObject({ paymentId: id })).query(({ ctx, input }) => receiptPdf(ctx, input.paymentId)),
  postBundle: reading.input(z.strictObject({ runId: id })).query(({ ctx, input }) => postBundle(ctx, input.runId)),
  /** The very page that is printed, of a paper issued or to be. */
  previewHtml: reading.input(z.strictObject({ paper: invoicePaper, details: z.boolean().default(false) }))
    .query(async ({ ctx, input }) => ({ html: invoiceHtml(input.paper, { logoDataUrl: await logoDataUrl(ctx.db), details: input.details }) })),
  progress: reading.input(z.strictObject({ runId: id.nullable().default(null) })).query(({ ctx, input }) => printProgress(ctx, input.runId)),
  /** Goes on after a stop, or tries again at once what stood in the way. */
  retry: writing.mutation(({ ctx }) => {
    goOnPrinting(ctx);
    return printProgress(ctx, null);
  }),
  /** Stops after the batch under way. */
  stop: writing.mutation(({ ctx }) => {
    stopPrinting(ctx);
    return printProgress(ctx, null);
  }),
});

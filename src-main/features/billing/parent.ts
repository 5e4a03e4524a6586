import { parentProcedure, router } from '../../platform/procedures/procedures';
import { invoiceOfParent, invoicesOfParent } from './parent-invoices';
import { parentInvoiceChoice } from './schema';

export const invoicesParent = router({
  list: parentProcedure.query(({ ctx }) => invoicesOfParent(ctx, ctx.actor.personId)),
  /** One invoice of the parent's own families, by its number. */
  read: parentProcedure.input(parentInvoiceChoice).query(({ ctx, input }) => invoiceOfParent(ctx, ctx.actor.personId, input.label)),
});

import { parentProcedure, router } from '../../platform/procedures/procedures';
import { receiptsOfParent } from './parent-receipts';

export const receiptsParent = router({
  /** Receipts of the parent's own families, the newest first. */
  list: parentProcedure.query(({ ctx }) => receiptsOfParent(ctx.db, ctx.actor.personId)),
});

import { parentProcedure, router } from '../../platform/procedures/procedures';
import { localToday } from '../town/queries';
import { documentNews, parentDesk } from './parent-desk';
import { sendPaperInput } from './schema';
import { sendPaper } from './send-paper';

/** Documents on the parents' side; their files go by routes of their own. */
export const documentsParent = router({
  desk: parentProcedure.query(async ({ ctx }) => parentDesk(ctx.db, await localToday(ctx), ctx.actor.personId)),
  news: parentProcedure.query(async ({ ctx }) => documentNews(ctx.db, await localToday(ctx), ctx.actor.personId)),
  send: parentProcedure.input(sendPaperInput).mutation(({ ctx, input }) => sendPaper(ctx, input)),
});

import { router, staffProcedure } from '../../platform/procedures/procedures';
import { localToday } from '../town/queries';
import { newsOf } from './queries';
import { previewNews, saveNews, withdrawNews } from './save-news';
import { newsChoice, newsInput, newsPreviewInput } from './schema';

const manage = staffProcedure('portal.manage');

export const newsStaff = router({
  list: manage.query(async ({ ctx }) => newsOf(ctx.db, await localToday(ctx))),
  /** The text as it will be shown, made safe. */
  preview: manage.input(newsPreviewInput).query(({ input }) => previewNews(input.html)),
  save: manage.input(newsInput).mutation(({ ctx, input }) => saveNews(ctx, input)),
  withdraw: manage.input(newsChoice).mutation(({ ctx, input }) => withdrawNews(ctx, input.id)),
});

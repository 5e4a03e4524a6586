import { parentProcedure, router } from '../../platform/procedures/procedures';
import { portalSettingsOf } from '../town/portal-settings';
import { bookPeriod } from './book-period';
import { bookBulk, previewBulk } from './bulk-book';
import { bulkOptions } from './bulk-options';
import { bulkInput } from './bulk-schema';
import { bookingHistory, receiptsById } from './history';
import { historyRequest, receiptChoice } from './history-schema';
import { householdOfPerson } from './household';
import { periodWithNextOpen } from './next-open-period';
import { bookPeriodInput, periodRequest } from './schema';

export const bookingsParent = router({
  /** A week or a month of the parent's children; `changes` are priced and judged, not saved. */
  period: parentProcedure.input(periodRequest).query(async ({ ctx, input }) => {
    const household = await householdOfPerson(ctx.db, ctx.actor.personId);
    const by = input.by ?? (await portalSettingsOf(ctx.db)).period;
    return periodWithNextOpen(ctx, household, { ...input, by });
  }),
  book: parentProcedure.input(bookPeriodInput).mutation(async ({ ctx, input }) =>
    bookPeriod(ctx, await householdOfPerson(ctx.db, ctx.actor.personId), input)),
  bulkOptions: parentProcedure.query(({ ctx }) => bulkOptions(ctx, ctx.actor.personId)),
  bulkPreview: parentProcedure.input(bulkInput).query(async ({ ctx, input }) => previewBulk(ctx, await householdOfPerson(ctx.db, ctx.actor.personId), input)),
  bulkBook: parentProcedure.input(bulkInput).mutation(async ({ ctx, input }) => bookBulk(ctx, await householdOfPerson(ctx.db, ctx.actor.personId), input)),
  history: parentProcedure.input(historyRequest).query(({ ctx, input }) => bookingHistory(ctx, input)),
  /** Receipts to print. */
  receipts: parentProcedure.input(receiptChoice).query(({ ctx, input }) => receiptsById(ctx, input.ids)),
});

import { parentProcedure, router } from '../../platform/procedures/procedures';
import { bookWeek } from './book-week';
import { familyWeek } from './family-week';
import { householdOfPerson } from './household';
import { bookWeekInput, weekRequest } from './schema';

export const bookingsParent = router({
  /** The week of the parent's children; `changes` are priced and judged, not saved. */
  week: parentProcedure.input(weekRequest).query(async ({ ctx, input }) =>
    familyWeek(ctx, await householdOfPerson(ctx.db, ctx.actor.personId), input)),
  bookWeek: parentProcedure.input(bookWeekInput).mutation(async ({ ctx, input }) =>
    bookWeek(ctx, await householdOfPerson(ctx.db, ctx.actor.personId), input)),
});

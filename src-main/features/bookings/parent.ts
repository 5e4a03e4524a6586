import { parentProcedure, router } from '../../platform/procedures/procedures';
import { bookWeek } from './book-week';
import { familyWeek } from './family-week';
import { householdOfPerson } from './household';
import { withNextOpenWeek } from './next-open-week';
import { bookWeekInput, weekRequest } from './schema';

export const bookingsParent = router({
  /** The week of the parent's children; `changes` are priced and judged, not saved. */
  week: parentProcedure.input(weekRequest).query(async ({ ctx, input }) => {
    const household = await householdOfPerson(ctx.db, ctx.actor.personId);
    return withNextOpenWeek(ctx, household, await familyWeek(ctx, household, input));
  }),
  bookWeek: parentProcedure.input(bookWeekInput).mutation(async ({ ctx, input }) =>
    bookWeek(ctx, await householdOfPerson(ctx.db, ctx.actor.personId), input)),
});

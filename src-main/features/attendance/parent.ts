import { parentProcedure, router } from '../../platform/procedures/procedures';
import { householdOfPerson } from '../bookings/household';
import { attendanceOf } from './parent-attendance';
import { attendanceRequest } from './schema';

export const attendanceParent = router({
  /** Presences of the parent's children over a week or a month; read only. */
  period: parentProcedure.input(attendanceRequest).query(async ({ ctx, input }) =>
    attendanceOf(ctx, await householdOfPerson(ctx.db, ctx.actor.personId), input)),
});

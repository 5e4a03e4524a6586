import { AppError } from '../../kernel/errors';
import { daysBetween } from '../../kernel/local-date';
import { router, staffProcedure } from '../../platform/procedures/procedures';
import { childAbsences } from './child-absences';
import { disruptionsIn, recordDisruption, withdrawDisruption } from './disruptions';
import { findChild } from './find-child';
import { rollCallGaps } from './gaps';
import { mealsOn, openMealsHealth } from './meals';
import { acceptProof, recordAbsence, withdrawAbsence, withdrawProof } from './record-absence';
import { progressOf } from './progress';
import { rollCall } from './roll-call';
import { saveRollCall } from './save-roll-call';
import {
  acceptProofInput, childAbsencesInput, disruptionsInput, findChildInput, gapsInput, mealsHealthInput, mealsInput, progressInput, recordAbsenceInput, recordDisruptionInput,
  rollCallRequest, saveRollCallInput, withdrawInput,
} from './schema';

const reads = staffProcedure('attendance.read');
const writes = staffProcedure('attendance.write');

const LONGEST_DAYS = 366;

const refuseLong = (from: Parameters<typeof daysBetween>[0], to: typeof from): void => {
  if (daysBetween(from, to) > LONGEST_DAYS) throw new AppError('attendance.periodTooLong', {}, 'invalid', 'to');
};

export const attendanceStaff = router({
  rollCall: reads.input(rollCallRequest).query(({ ctx, input }) => rollCall(ctx, input, ctx.actor.rights.includes('health.read'))),
  /** How far today's calls are, service by service. */
  progress: reads.input(progressInput).query(({ ctx, input }) => progressOf(ctx, input.day)),
  findChild: reads.input(findChildInput).query(({ ctx, input }) => findChild(ctx.db, input.search)),
  save: writes.input(saveRollCallInput).mutation(({ ctx, input }) => saveRollCall(ctx, input)),

  absences: reads.input(childAbsencesInput).query(({ ctx, input }) => childAbsences(ctx.db, input.childId)),
  recordAbsence: writes.input(recordAbsenceInput).mutation(({ ctx, input }) => recordAbsence(ctx, input)),
  withdrawAbsence: writes.input(withdrawInput).mutation(({ ctx, input }) => withdrawAbsence(ctx, input.id)),
  acceptProof: writes.input(acceptProofInput).mutation(({ ctx, input }) => acceptProof(ctx, input)),
  withdrawProof: writes.input(withdrawInput).mutation(({ ctx, input }) => withdrawProof(ctx, input.id)),

  disruptions: reads.input(disruptionsInput).query(({ ctx, input }) => {
    refuseLong(input.from, input.to);
    return disruptionsIn(ctx.db, input.from, input.to);
  }),
  recordDisruption: writes.input(recordDisruptionInput).mutation(({ ctx, input }) => recordDisruption(ctx, input)),
  withdrawDisruption: writes.input(withdrawInput).mutation(({ ctx, input }) => withdrawDisruption(ctx, input.id)),

  /** Meals of a day; by default of the next one that has some. */
  meals: reads.input(mealsInput).query(({ ctx, input }) => mealsOn(ctx, input.day)),
  mealsHealth: staffProcedure('health.read').input(mealsHealthInput).mutation(({ ctx, input }) => openMealsHealth(ctx, input.day)),
  gaps: reads.input(gapsInput).query(({ ctx, input }) => {
    refuseLong(input.from, input.to);
    return rollCallGaps(ctx.db, input.from, input.to);
  }),
});

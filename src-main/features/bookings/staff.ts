import { z } from 'zod';
import { router, staffProcedure } from '../../platform/procedures/procedures';
import { endEnrolmentInput, removeEnrolmentInput } from '../enrolments/schema';
import { localToday } from '../town/queries';
import { saveDays } from './book-week';
import { endEnrolmentWithBookings, previewEndOfEnrolment } from './end-enrolment';
import { familyWeek } from './family-week';
import { bookingsGrid } from './grid';
import { householdOfChildren, householdOfFamily } from './household';
import { receiptsOf } from './receipts';
import { removeEnrolment } from './remove-enrolment';
import { savedSentence } from './save-changes';
import { familyWeekRequest, gridRequest, localDay, saveDaysInput } from './schema';
import type { SaveDaysResult } from './schema';
import { bookedOn } from './today';

export const bookingsStaff = router({
  grid: staffProcedure('bookings.read').input(gridRequest).query(({ ctx, input }) => bookingsGrid(ctx, input)),
  familyWeek: staffProcedure('bookings.read').input(familyWeekRequest).query(async ({ ctx, input }) =>
    familyWeek(ctx, await householdOfFamily(ctx.db, input.familyId), input)),
  save: staffProcedure('bookings.write').input(saveDaysInput).mutation(async ({ ctx, input }): Promise<SaveDaysResult> => {
    const household = await householdOfChildren(ctx.db, [...new Set(input.changes.map(({ childId }) => childId))]);
    const { refusals, booked, cancelled } = await saveDays(ctx, household, input, input.forceReason);
    return refusals.length > 0 ? { saved: false, refusals } : { saved: true, booked, cancelled, sentence: savedSentence(booked, cancelled) };
  }),
  /** What is booked on a day; today by default. */
  day: staffProcedure('bookings.read').input(z.strictObject({ day: localDay.optional() })).query(async ({ ctx, input }) => {
    const day = input.day ?? (await localToday(ctx));
    return { day, services: await bookedOn(ctx.db, day) };
  }),
  receipts: staffProcedure('bookings.read').input(z.strictObject({ familyId: z.int().positive(), limit: z.int().min(1).max(200).default(50) }))
    .query(async ({ ctx, input }) => receiptsOf(ctx.db, [...(await householdOfFamily(ctx.db, input.familyId)).childIds], input.limit)),
  endEnrolmentPreview: staffProcedure('bookings.read').input(endEnrolmentInput.omit({ version: true })).query(({ ctx, input }) =>
    previewEndOfEnrolment(ctx.db, input.enrolmentId, input.toOn)),
  endEnrolment: staffProcedure('families.write').input(endEnrolmentInput).mutation(({ ctx, input }) => endEnrolmentWithBookings(ctx, input)),
  removeEnrolment: staffProcedure('families.write').input(removeEnrolmentInput).mutation(({ ctx, input }) => removeEnrolment(ctx, input)),
});

import type { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { childDayModels } from '../child-days/models';
import { endEnrolment } from '../enrolments/change-enrolment';
import { enrolmentById } from '../enrolments/queries';
import type { endEnrolmentInput, EndPreview, Enrolment } from '../enrolments/schema';
import { recordDeed } from '../journal/record-deed';

interface Later {
  readonly day: LocalDate;
  readonly familyId: number;
}

const bookedAfter = (db: Database, { childId, service }: Enrolment, toOn: LocalDate): Promise<Later[]> =>
  db.select<Later>(
    "SELECT day, family_id AS familyId FROM bookings WHERE child_id = $childId AND service = $service AND day > $toOn AND state = 'booked' ORDER BY day",
    { childId, service, toOn },
  );

/** What ending an enrolment on a day undoes, told before it is done. Throws AppError `notFound`. */
export async function previewEndOfEnrolment(db: Database, enrolmentId: number, toOn: LocalDate): Promise<EndPreview> {
  return { bookedDays: (await bookedAfter(db, await enrolmentById(db, enrolmentId), toOn)).length };
}

/** Ends an enrolment and cancels the days booked one by one after its last day, all or nothing. */
export function endEnrolmentWithBookings(context: Context, input: z.output<typeof endEnrolmentInput>): Promise<Enrolment> {
  return context.db.write(async () => {
    const ended = await endEnrolment(context, input);
    const later = await bookedAfter(context.db, ended, input.toOn);
    if (later.length === 0) return ended;
    const { childId, service } = ended;
    const at = context.clock.now();
    const journalId = await recordDeed(context, {
      action: 'bookings.enrolmentEnded', subject: `Jours réservés après la fin de l’inscription : ${later.length} annulés`,
      familyId: later[0]!.familyId, childId, before: { days: later.map(({ day }) => day) }, after: { days: [] },
    });
    const { Booking, BookingEvent } = childDayModels(context.db);
    await Booking.update({ state: 'cancelled', timing: 'inTime', decidedAt: at }, { where: { childId, service, day: later.map(({ day }) => day) } });
    await BookingEvent.bulkCreate(later.map(({ day }) => ({ childId, service, day, action: 'cancel' as const, outcome: 'override' as const, priceCents: null, journalId })));
    return ended;
  });
}

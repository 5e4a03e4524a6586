import type { z } from 'zod';
import { formatDate } from '../../kernel/french-dates';
import { localToday } from '../town/queries';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { rulebookOf } from '../town-rules/rulebook-of';
import { namedChild } from './child-label';
import { enrolmentModels } from './models';
import { allEnrolmentsOf, enrolmentById } from './queries';
import { refuseClosedWeekdays, refuseOverlap, serviceOn } from './refuse-enrolment';
import type { Enrolment, enrolmentInput } from './schema';
import { weekInWords } from './week-in-words';

/**
 * Enrols a child in a service from a day on. Throws AppError `enrolments.unknownService`,
 * `enrolments.closedWeekday`, `enrolments.overlap`, `notFound`.
 */
export function enrolChild(context: Context, input: z.output<typeof enrolmentInput>): Promise<Enrolment> {
  return context.db.write(async () => {
    const child = await namedChild(context.db, input.childId);
    const rulebook = await rulebookOf(context.db);
    // A service that begins later than the enrolment's first day may be enrolled in already.
    const today = await localToday(context);
    const service = serviceOn(rulebook, input.service, input.fromOn > today ? input.fromOn : today);
    refuseClosedWeekdays(service, input.week);
    refuseOverlap(service, input, await allEnrolmentsOf(context.db, [input.childId]));
    const row = await enrolmentModels(context.db).Enrolment.create({
      ...input, week: JSON.stringify(input.week), requestedAt: context.clock.now(),
    });
    await recordDeed(context, {
      action: 'enrolment.enrol',
      subject: `${child.name} inscrit à « ${service.label} » à partir du ${formatDate(input.fromOn)}, ${weekInWords(input.week)}`,
      familyId: child.familyId,
      childId: input.childId,
      after: { ...input },
    });
    return enrolmentById(context.db, row.id);
  });
}

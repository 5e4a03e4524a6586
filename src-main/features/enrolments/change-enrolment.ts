import type { z } from 'zod';
import { formatDate } from '../../kernel/french-dates';
import { AppError } from '../../kernel/errors';
import { addDays } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { rulebookOf } from '../town-rules/rulebook-of';
import { namedChild } from './child-label';
import { enrolmentModels } from './models';
import { allEnrolmentsOf, enrolmentById } from './queries';
import { refuseClosedWeekdays, refuseOverlap, serviceOn } from './refuse-enrolment';
import { serviceLabel } from './service-choices';
import type { changeWeekInput, endEnrolmentInput, Enrolment } from './schema';
import { weekInWords } from './week-in-words';

/**
 * Gives an enrolment another usual week from a day on: the days before keep theirs, so nothing
 * already priced moves. Throws AppError `changedMeanwhile`, `enrolments.beforeStart`, `enrolments.afterEnd`.
 */
export function changeUsualWeek(context: Context, input: z.output<typeof changeWeekInput>): Promise<Enrolment> {
  return context.db.write(async () => {
    const before = await enrolmentById(context.db, input.enrolmentId);
    refuseOutside(before, input.fromOn);
    const service = serviceOn(await rulebookOf(context.db), before.service, input.fromOn);
    refuseClosedWeekdays(service, input.week);
    const { Enrolment: Rows } = enrolmentModels(context.db);
    const values = { week: JSON.stringify(input.week), status: input.status };
    let id = before.id;
    if (input.fromOn === before.fromOn) {
      await updateOrRefuse(context, input.enrolmentId, input.version, values);
    } else {
      await updateOrRefuse(context, input.enrolmentId, input.version, { toOn: addDays(input.fromOn, -1) });
      const next = { childId: before.childId, service: before.service, fromOn: input.fromOn, toOn: before.toOn };
      ({ id } = await Rows.create({ ...next, ...values, requestedAt: context.clock.now() }));
    }
    const child = await namedChild(context.db, before.childId);
    await recordDeed(context, {
      action: 'enrolment.week',
      subject: `${child.name}, « ${service.label} » : semaine type à partir du ${formatDate(input.fromOn)}, ${weekInWords(input.week)}`,
      familyId: child.familyId,
      childId: before.childId,
      before: { week: before.week, status: before.status },
      after: { week: input.week, status: input.status, fromOn: input.fromOn },
    });
    return enrolmentById(context.db, id);
  });
}

/**
 * Ends an enrolment after a day: the usual week stops there. Days booked one by one later are the
 * bookings feature's to cancel. Throws AppError `changedMeanwhile`, `enrolments.beforeStart`, `enrolments.overlap`.
 */
export function endEnrolment(context: Context, input: z.output<typeof endEnrolmentInput>): Promise<Enrolment> {
  return context.db.write(async () => {
    const before = await enrolmentById(context.db, input.enrolmentId);
    if (input.toOn < before.fromOn) throw new AppError('enrolments.beforeStart', { from: before.fromOn }, 'invalid', 'toOn');
    const service = serviceLabel(await rulebookOf(context.db), before.service);
    // A later end must not run over the enrolment that follows.
    const others = (await allEnrolmentsOf(context.db, [before.childId])).filter(({ id }) => id !== before.id);
    refuseOverlap({ id: before.service, label: service }, { fromOn: before.fromOn, toOn: input.toOn }, others, 'toOn');
    await updateOrRefuse(context, before.id, input.version, { toOn: input.toOn });
    const child = await namedChild(context.db, before.childId);
    await recordDeed(context, {
      action: 'enrolment.end',
      subject: `${child.name} : fin de l’inscription à « ${service} » le ${formatDate(input.toOn)}`,
      familyId: child.familyId,
      childId: before.childId,
      before: { toOn: before.toOn },
      after: { toOn: input.toOn },
    });
    return enrolmentById(context.db, before.id);
  });
}

function refuseOutside(enrolment: Enrolment, day: Enrolment['fromOn']): void {
  if (day < enrolment.fromOn) throw new AppError('enrolments.beforeStart', { from: enrolment.fromOn }, 'invalid', 'fromOn');
  if (enrolment.toOn !== null && day > enrolment.toOn) throw new AppError('enrolments.afterEnd', { to: enrolment.toOn }, 'invalid', 'fromOn');
}

async function updateOrRefuse(context: Context, id: number, version: number, values: Partial<{ week: string; status: string | null; toOn: string }>): Promise<void> {
  const [changed] = await enrolmentModels(context.db).Enrolment.update({ ...values, version: version + 1 }, { where: { id, version } });
  if (changed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
}

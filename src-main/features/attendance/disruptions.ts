import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { daysBetween } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { rollCallModels } from '../child-days/roll-call-models';
import { serviceLabel } from '../enrolments/service-choices';
import { recordDeed } from '../journal/record-deed';
import { rulebookOf } from '../town-rules/rulebook-of';
import type { Disruption, recordDisruptionInput } from './schema';
import { DISRUPTION_WORDS, spanInWords } from './words';

const LONGEST_DAYS = 366;

type Row = Omit<Disruption, 'place' | 'serviceLabel'> & { readonly school: string | null; readonly className: string | null; readonly service: string | null };

/** What the school or the town caused in a period, the latest first; withdrawn ones left out. */
export async function disruptionsIn(db: Database, from: LocalDate, to: LocalDate): Promise<Disruption[]> {
  const rulebook = await rulebookOf(db);
  const rows = await db.select<Row>(
    `SELECT cause.id, cause.from_on AS fromOn, cause.to_on AS toOn, cause.reason, cause.service, cause.note,
       school.name AS school, class.name AS className
     FROM disruptions cause LEFT JOIN schools school ON school.id = cause.school_id LEFT JOIN classes class ON class.id = cause.class_id
     WHERE cause.from_on <= $to AND cause.to_on >= $from AND cause.withdrawn_at IS NULL ORDER BY cause.from_on DESC, cause.id DESC`,
    { from, to },
  );
  return rows.map(({ school, className, service, ...row }) => ({
    ...row, place: [school ?? 'toutes les écoles', className].filter(Boolean).join(', '),
    serviceLabel: service === null ? 'tous les services' : serviceLabel(rulebook, service),
  }));
}

/** Records that the school or the town is the cause of absences. Throws AppError `attendance.tooLong`, `classOfOtherSchool`, `notFound`. */
export function recordDisruption(context: Context, input: z.output<typeof recordDisruptionInput>): Promise<Disruption> {
  return context.db.write(async () => {
    if (daysBetween(input.fromOn, input.toOn) > LONGEST_DAYS) throw new AppError('attendance.tooLong', {}, 'invalid', 'toOn');
    const schoolId = await schoolFor(context.db, input.schoolId, input.classId);
    const row = await rollCallModels(context.db).Disruption.create({ ...input, schoolId, recordedAt: context.clock.now(), withdrawnAt: null });
    const made = (await disruptionsIn(context.db, input.fromOn, input.toOn)).find(({ id }) => id === row.id)!;
    await recordDeed(context, { action: 'attendance.disruption', subject: `Service perturbé : ${inWords(made)}` });
    return made;
  });
}

/** Takes it back. Throws AppError `attendance.withdrawn`. */
export function withdrawDisruption(context: Context, id: number): Promise<void> {
  return context.db.write(async () => {
    const { Disruption: Model } = rollCallModels(context.db);
    const row = await Model.findOne({ where: { id, withdrawnAt: null } });
    if (!row) throw new AppError('attendance.withdrawn', {}, 'notFound');
    const made = (await disruptionsIn(context.db, row.fromOn as LocalDate, row.toOn as LocalDate)).find((one) => one.id === id)!;
    await Model.update({ withdrawnAt: context.clock.now() }, { where: { id } });
    await recordDeed(context, { action: 'attendance.disruptionWithdrawn', subject: `Service perturbé, retiré : ${inWords(made)}` });
  });
}

const inWords = ({ reason, place, serviceLabel: service, fromOn, toOn }: Disruption): string => `${DISRUPTION_WORDS[reason]}, ${place}, ${service}, ${spanInWords(fromOn, toOn)}`;

/** A class says its school. */
async function schoolFor(db: Database, schoolId: number | null, classId: number | null): Promise<number | null> {
  if (classId === null) {
    if (schoolId !== null && !(await db.selectOne('SELECT id FROM schools WHERE id = $schoolId', { schoolId }))) throw new AppError('notFound', {}, 'notFound');
    return schoolId;
  }
  const found = await db.selectOne<{ schoolId: number }>('SELECT school_id AS schoolId FROM classes WHERE id = $classId', { classId });
  if (!found) throw new AppError('notFound', {}, 'notFound');
  if (schoolId !== null && found.schoolId !== schoolId) throw new AppError('attendance.classOfOtherSchool', {}, 'invalid', 'classId');
  return found.schoolId;
}

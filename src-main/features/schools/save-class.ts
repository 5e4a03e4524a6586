import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { schoolModels } from './models';
import { classIn, schoolOf } from './queries';
import { refuseTakenName } from './refuse-taken-name';
import type { createClassInput, Level, saveClassInput } from './schema';

/** Opens a class in a school. Throws AppError `schools.unknown`, `schools.archived` or `schools.classTaken`. Returns its id. */
export function createClass(context: Context, input: z.output<typeof createClassInput>): Promise<{ classId: number }> {
  return context.db.write(async () => {
    const { schoolId, ...values } = input;
    const school = await schoolOf(context.db, schoolId);
    if (school.archived) throw new AppError('schools.archived', { name: school.name }, 'conflict');
    refuseTakenName('schools.classTaken', values.name, school.classes);
    const row = await schoolModels(context.db).Class.create({ ...values, schoolId, levels: JSON.stringify(values.levels) });
    await recordDeed(context, { action: 'class.create', subject: `${school.name} : classe ${values.name} créée`, after: values });
    return { classId: row.id };
  });
}

/** Saves a class. Throws AppError `schools.classTaken`, or `schools.levelInUse` when a level goes that children have. */
export function saveClass(context: Context, input: z.output<typeof saveClassInput>): Promise<void> {
  return context.db.write(async () => {
    const { classId, ...values } = input;
    const { school, found } = await classIn(context.db, classId);
    refuseTakenName('schools.classTaken', values.name, school.classes, classId);
    await refuseLostLevels(context, classId, values.levels);
    await schoolModels(context.db).Class.update({ ...values, levels: JSON.stringify(values.levels) }, { where: { id: classId } });
    const { name, levels, teacher } = found;
    await recordDeed(context, {
      action: 'class.save', subject: `${school.name} : classe ${name} modifiée`, before: { name, levels, teacher }, after: values,
    });
  });
}

async function refuseLostLevels(context: Context, classId: number, kept: readonly Level[]): Promise<void> {
  const lost = await context.db.selectOne<{ level: string; count: number }>(
    `SELECT level, count(*) AS count FROM children
     WHERE class_id = $classId AND level <> '' AND level NOT IN (SELECT value FROM json_each($kept)) GROUP BY level`,
    { classId, kept: JSON.stringify(kept) },
  );
  if (lost) throw new AppError('schools.levelInUse', { ...lost }, 'conflict', 'levels');
}

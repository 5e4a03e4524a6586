import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { schoolModels } from './models';
import { classIn, schoolOf } from './queries';

/** Archives a school that no child attends any more. Throws AppError `schools.schoolInUse` with the count. */
export function archiveSchool(context: Context, schoolId: number): Promise<void> {
  return context.db.write(async () => {
    const school = await schoolOf(context.db, schoolId);
    if (school.children > 0) throw new AppError('schools.schoolInUse', { count: school.children }, 'conflict');
    await schoolModels(context.db).School.update({ archivedAt: context.clock.now() }, { where: { id: schoolId } });
    await recordDeed(context, { action: 'school.archive', subject: `${school.name} : école archivée` });
  });
}

/** Brings a school back. Throws AppError `schools.unknown`. */
export function restoreSchool(context: Context, schoolId: number): Promise<void> {
  return context.db.write(async () => {
    const school = await schoolOf(context.db, schoolId);
    await schoolModels(context.db).School.update({ archivedAt: null }, { where: { id: schoolId } });
    await recordDeed(context, { action: 'school.restore', subject: `${school.name} : école restaurée` });
  });
}

/** Archives a class that holds no child any more. Throws AppError `schools.classInUse` with the count. */
export function archiveClass(context: Context, classId: number): Promise<void> {
  return context.db.write(async () => {
    const { school, found } = await classIn(context.db, classId);
    if (found.children > 0) throw new AppError('schools.classInUse', { count: found.children }, 'conflict');
    await schoolModels(context.db).Class.update({ archivedAt: context.clock.now() }, { where: { id: classId } });
    await recordDeed(context, { action: 'class.archive', subject: `${school.name} : classe ${found.name} archivée` });
  });
}

/** Brings a class back. Throws AppError `schools.archived` when its school is archived. */
export function restoreClass(context: Context, classId: number): Promise<void> {
  return context.db.write(async () => {
    const { school, found } = await classIn(context.db, classId);
    if (school.archived) throw new AppError('schools.archived', { name: school.name }, 'conflict');
    await schoolModels(context.db).Class.update({ archivedAt: null }, { where: { id: classId } });
    await recordDeed(context, { action: 'class.restore', subject: `${school.name} : classe ${found.name} restaurée` });
  });
}

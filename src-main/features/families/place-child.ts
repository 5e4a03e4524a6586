import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import { classIn, schoolOf } from '../schools/queries';
import type { Level } from '../schools/schema';

export interface SchoolPlace {
  readonly schoolId: number | null;
  readonly classId: number | null;
  readonly level: Level | '';
}

/**
 * The school, class and level of a child, made coherent: a class tells its school, and its level
 * when it has one only. Archived ones are refused unless the child was there `before`.
 * Throws AppError `families.classElsewhere`, `families.levelElsewhere`… at fields behind `path`.
 */
export async function placeChild(db: Database, wanted: Partial<SchoolPlace>, before: SchoolPlace | null, path = ''): Promise<SchoolPlace> {
  const { schoolId = null, classId = null, level = '' } = wanted;
  if (classId === null) {
    if (schoolId !== null) {
      const school = await schoolOf(db, schoolId);
      if (school.archived && before?.schoolId !== schoolId) throw new AppError('families.schoolArchived', { name: school.name }, 'invalid', `${path}schoolId`);
    }
    return { schoolId, classId, level };
  }
  const { school, found } = await classIn(db, classId);
  if (schoolId !== null && school.id !== schoolId) {
    const chosen = await schoolOf(db, schoolId);
    throw new AppError('families.classElsewhere', { className: found.name, schoolName: chosen.name }, 'invalid', `${path}classId`);
  }
  if ((found.archived || school.archived) && before?.classId !== classId) {
    throw new AppError('families.classArchived', { name: found.name }, 'invalid', `${path}classId`);
  }
  if (level !== '' && !found.levels.includes(level)) {
    throw new AppError('families.levelElsewhere', { level, className: found.name, levels: found.levels }, 'invalid', `${path}level`);
  }
  return { schoolId: school.id, classId, level: level === '' && found.levels.length === 1 ? found.levels[0]! : level };
}

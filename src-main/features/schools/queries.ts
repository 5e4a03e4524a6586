import { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { compareFrench } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import { LEVELS } from './schema';
import type { School, SchoolClass } from './schema';

const levels = z.array(z.enum(LEVELS));

/** Children that count: of at least one family that is not archived. */
const ACTIVE_CHILD = `EXISTS (SELECT 1 FROM family_children link JOIN families family ON family.id = link.family_id
  WHERE link.child_id = children.id AND family.archived_at IS NULL)`;

interface ClassRow {
  id: number;
  schoolId: number;
  name: string;
  levels: string;
  teacher: string;
  archived: number;
  children: number;
}

/** Every school with its classes, archived ones last; names in French order. Two reads. */
export async function listSchools(db: Database): Promise<School[]> {
  const schools = await db.select<{ id: number; code: string; name: string; archived: number; children: number }>(
    `SELECT id, code, name, archived_at IS NOT NULL AS archived,
       (SELECT count(*) FROM children WHERE school_id = schools.id AND ${ACTIVE_CHILD}) AS children FROM schools`,
  );
  const classes = await db.select<ClassRow>(
    `SELECT id, school_id AS schoolId, name, levels, teacher, archived_at IS NOT NULL AS archived,
       (SELECT count(*) FROM children WHERE class_id = classes.id AND ${ACTIVE_CHILD}) AS children FROM classes`,
  );
  return inOrder(schools.map((school) => ({
    ...school,
    archived: school.archived === 1,
    classes: classes.filter(({ schoolId }) => schoolId === school.id).map(classOf).sort(byLevel),
  })));
}

function classOf({ schoolId: _, ...row }: ClassRow): SchoolClass {
  return { ...row, levels: readJson(levels, row.levels), archived: row.archived === 1 };
}

const inOrder = <Row extends { archived: boolean; name: string }>(rows: Row[]): Row[] =>
  rows.sort((left, right) => Number(left.archived) - Number(right.archived) || compareFrench(left.name, right.name));

/** From the youngest to the oldest, as schools list their classes. */
function byLevel(left: SchoolClass, right: SchoolClass): number {
  const youngest = (one: SchoolClass): number => Math.min(...one.levels.map((level) => LEVELS.indexOf(level)));
  return Number(left.archived) - Number(right.archived) || youngest(left) - youngest(right) || compareFrench(left.name, right.name);
}

/** A school by id. Throws AppError `schools.unknown`. */
export async function schoolOf(db: Database, schoolId: number): Promise<School> {
  const school = (await listSchools(db)).find(({ id }) => id === schoolId);
  if (!school) throw new AppError('schools.unknown', {}, 'notFound');
  return school;
}

/** A class by id, with its school. Throws AppError `schools.unknownClass`. */
export async function classIn(db: Database, classId: number): Promise<{ school: School; found: SchoolClass }> {
  for (const school of await listSchools(db)) {
    const found = school.classes.find(({ id }) => id === classId);
    if (found) return { school, found };
  }
  throw new AppError('schools.unknownClass', {}, 'notFound');
}

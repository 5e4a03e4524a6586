import { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';

/** A child on a grid, with every family that is not archived. */
export interface GridChild {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly className: string;
  readonly diet: string;
  readonly familyIds: readonly number[];
}

interface Wanted {
  readonly service: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly schoolId?: number | undefined;
  readonly classId?: number | undefined;
}

const numbers = z.array(z.int());

/** Children enrolled in a service during a period, of a class or a school when one is said. */
export async function childrenOfGrid(db: Database, { service, from, to, schoolId, classId }: Wanted): Promise<GridChild[]> {
  const rows = await db.select<Omit<GridChild, 'familyIds'> & { familyIds: string }>(
    `SELECT child.id, child.last_name AS lastName, child.first_name AS firstName, coalesce(class.name, '') AS className, child.diet,
       json_group_array(link.family_id) AS familyIds
     FROM children child
     JOIN family_children link ON link.child_id = child.id
     JOIN families family ON family.id = link.family_id AND family.archived_at IS NULL
     LEFT JOIN classes class ON class.id = child.class_id
     WHERE child.id IN (SELECT child_id FROM enrolments WHERE service = $service AND from_on <= $to AND (to_on IS NULL OR to_on >= $from))
       AND ($schoolId IS NULL OR child.school_id = $schoolId) AND ($classId IS NULL OR child.class_id = $classId)
     GROUP BY child.id`,
    { service, from, to, schoolId: schoolId ?? null, classId: classId ?? null },
  );
  return rows.map((row) => ({ ...row, familyIds: readJson(numbers, row.familyIds) }));
}

import { compareFrench, registerName, searchable } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import type { FoundChild } from './schema';

const MOST = 12;

interface Row {
  readonly childId: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly school: string | null;
  readonly className: string | null;
}

/** Children of active families whose names hold every word typed. A town has some hundreds of them: they are compared here, accents aside. */
export async function findChild(db: Database, search: string): Promise<FoundChild[]> {
  const words = searchable(search).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const rows = await db.memo('attendance.children', () => db.select<Row>(
    `SELECT child.id AS childId, child.last_name AS lastName, child.first_name AS firstName, school.name AS school, class.name AS className
     FROM children child LEFT JOIN schools school ON school.id = child.school_id LEFT JOIN classes class ON class.id = child.class_id
     WHERE EXISTS (SELECT 1 FROM family_children link JOIN families family ON family.id = link.family_id AND family.archived_at IS NULL WHERE link.child_id = child.id)`,
  ));
  const found = rows.flatMap((row) => {
    const text = ` ${searchable(`${row.lastName} ${row.firstName}`)}`;
    if (!words.every((word) => text.includes(word))) return [];
    const starts = words.filter((word) => text.includes(` ${word}`)).length;
    return [{ starts, child: { childId: row.childId, name: registerName(row.lastName, row.firstName), schoolAndClass: [row.school, row.className].filter(Boolean).join(', ') } }];
  });
  return found.sort((left, right) => right.starts - left.starts || compareFrench(left.child.name, right.child.name)).slice(0, MOST).map(({ child }) => child);
}

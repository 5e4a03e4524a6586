import { notFound } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import { fullName } from '../families/wording';

/** A child as the journal names them, with a family where the deed shows. */
export interface NamedChild {
  readonly name: string;
  readonly familyId: number | null;
}

/** Throws AppError `notFound` for a child that does not exist. */
export async function namedChild(db: Database, childId: number): Promise<NamedChild> {
  const row = await db.selectOne<{ lastName: string; firstName: string; familyId: number | null }>(
    `SELECT last_name AS lastName, first_name AS firstName,
       (SELECT min(family_id) FROM family_children WHERE child_id = id) AS familyId FROM children WHERE id = $childId`,
    { childId },
  );
  if (!row) throw notFound();
  return { name: fullName(row), familyId: row.familyId };
}

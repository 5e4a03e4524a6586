import type { Database } from '../../platform/database/database';

/** A family in which a parent is a guardian. */
export interface ParentPlace {
  readonly familyId: number;
  /** False only when the file says "non": papers that others sent, and what the town asks for, are then not theirs to see (docs/family-file.md). */
  readonly withAuthority: boolean;
}

/** Families in which someone is a guardian, archived ones left out. */
export async function placesOfParent(db: Database, personId: number): Promise<ParentPlace[]> {
  const rows = await db.select<{ familyId: number; authority: string }>(
    `SELECT family.id AS familyId, place.parental_authority AS authority FROM family_adults place JOIN families family ON family.id = place.family_id AND family.archived_at IS NULL
     WHERE place.person_id = $personId AND place.kind = 'guardian' ORDER BY family.id`, { personId },
  );
  return rows.map(({ familyId, authority }) => ({ familyId, withAuthority: authority !== 'no' }));
}

/** SQL: paper `paper` may be read by person `$personId`: their family's, or their own when they have no parental authority. */
export const IS_PAPER_OF_PERSON = `EXISTS (SELECT 1 FROM family_adults own JOIN families home ON home.id = own.family_id AND home.archived_at IS NULL
  WHERE own.family_id = paper.family_id AND own.person_id = $personId AND own.kind = 'guardian' AND (own.parental_authority <> 'no' OR paper.person_id = $personId))`;

import type { Database } from '../../platform/database/database';
import { grouped } from '../families/grouped';
import { CIVILITY_LABELS } from '../families/schema';
import type { Civility } from '../families/schema';

/** Who pays a share of a family's bills. */
export interface Payer {
  readonly personId: number;
  /** As on the envelope: "Mme Claire BACONNAIS". */
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly email: string;
  readonly percent: number;
}

/** The payers of a family; empty when its shares name someone who is no longer a guardian, or it has no guardian. */
export interface FamilyOfPayers {
  readonly familyId: number;
  readonly name: string;
  readonly byPost: boolean;
  readonly payers: readonly Payer[];
}

interface Row {
  familyId: number;
  personId: number;
  civility: Civility;
  lastName: string;
  firstName: string;
  address: string;
  postcode: string;
  city: string;
  email: string;
  percent: number | null;
}

function nameOf({ civility, firstName, lastName }: Row): string {
  const title = civility === '' || civility === 'organisation' ? '' : CIVILITY_LABELS[civility];
  return [title, firstName, lastName.toLocaleUpperCase('fr-FR')].filter((word) => word !== '').join(' ');
}

/** Who pays, for some families: three reads. */
export async function payersOfFamilies(db: Database, familyIds: readonly number[]): Promise<Map<number, FamilyOfPayers>> {
  const bind = { ids: JSON.stringify(familyIds) };
  const families = await db.select<{ familyId: number; name: string; byPost: number }>(
    `SELECT id AS familyId, name, EXISTS (SELECT 1 FROM billing_by_post WHERE family_id = id) AS byPost FROM families
     WHERE id IN (SELECT value FROM json_each($ids))`,
    bind,
  );
  const rows = grouped(await db.select<Row>(
    `SELECT place.family_id AS familyId, person.id AS personId, civility, last_name AS lastName, first_name AS firstName, address, postcode, city, email, share.percent
     FROM family_adults place JOIN persons person ON person.id = place.person_id
     LEFT JOIN billing_shares share ON share.family_id = place.family_id AND share.person_id = place.person_id
     WHERE place.kind = 'guardian' AND place.family_id IN (SELECT value FROM json_each($ids)) ORDER BY place.position`,
    bind,
  ), ({ familyId }) => familyId);
  const shared = new Set((await db.select<{ familyId: number }>(
    'SELECT DISTINCT family_id AS familyId FROM billing_shares WHERE family_id IN (SELECT value FROM json_each($ids))', bind)).map(({ familyId }) => familyId));
  return new Map(families.map(({ familyId, name, byPost }) =>
    [familyId, { familyId, name, byPost: byPost === 1, payers: payersAmong(rows.get(familyId) ?? [], shared.has(familyId)) }]));
}

function payersAmong(guardians: readonly Row[], isShared: boolean): Payer[] {
  const chosen = isShared ? guardians.filter(({ percent }) => percent !== null) : guardians.slice(0, 1).map((row) => ({ ...row, percent: 100 }));
  const payers = chosen.map((row): Payer => {
    const { personId, address, postcode, city, email, percent } = row;
    return { personId, name: nameOf(row), address, postcode, city, email, percent: percent ?? 0 };
  });
  return payers.reduce((sum, { percent }) => sum + percent, 0) === 100 ? payers : [];
}

export const hasAddress = ({ address, postcode, city }: Pick<Payer, 'address' | 'postcode' | 'city'>): boolean => address !== '' && postcode !== '' && city !== '';

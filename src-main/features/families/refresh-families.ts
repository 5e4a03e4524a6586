import type { Database } from '../../platform/database/database';
import { familyName } from './family-name';
import { grouped } from './grouped';
import { familyModels } from './models';
import { searchText } from './search-text';

interface AdultRow {
  familyId: number;
  kind: string;
  lastName: string;
  firstName: string;
  email: string;
  city: string;
  homePhone: string;
  mobilePhone: string;
  officePhone: string;
}

/**
 * Writes anew what is derived of families: their name, from the guardians, and the text that the
 * search looks into. Each command that changes an adult or a child ends with it, in its transaction.
 */
export async function refreshFamilies(db: Database, familyIds: readonly number[]): Promise<void> {
  const bind = { ids: JSON.stringify(familyIds) };
  const among = 'IN (SELECT value FROM json_each($ids))';
  const families = await db.select<{ id: number; name: string; fundNumber: string }>(
    `SELECT id, name, fund_number AS fundNumber FROM families WHERE id ${among}`, bind,
  );
  const adults = grouped(await db.select<AdultRow>(
    `SELECT link.family_id AS familyId, link.kind, last_name AS lastName, first_name AS firstName, email, city,
       home_phone AS homePhone, mobile_phone AS mobilePhone, office_phone AS officePhone
     FROM family_adults link JOIN persons ON persons.id = link.person_id
     WHERE link.family_id ${among} ORDER BY link.kind = 'contact', link.position`, bind,
  ), ({ familyId }) => familyId);
  const children = grouped(await db.select<{ familyId: number; lastName: string; firstName: string }>(
    `SELECT link.family_id AS familyId, last_name AS lastName, first_name AS firstName
     FROM family_children link JOIN children ON children.id = link.child_id WHERE link.family_id ${among} ORDER BY link.position`, bind,
  ), ({ familyId }) => familyId);
  for (const family of families) {
    const own = adults.get(family.id) ?? [];
    const name = familyName(own.filter(({ kind }) => kind === 'guardian').map(({ lastName }) => lastName)) ?? family.name;
    const text = searchText({
      name, fundNumber: family.fundNumber, children: children.get(family.id) ?? [],
      adults: own.map((adult) => ({ ...adult, phones: [adult.homePhone, adult.mobilePhone, adult.officePhone] })),
    });
    await familyModels(db).Family.update({ name, searchText: text }, { where: { id: family.id } });
  }
}

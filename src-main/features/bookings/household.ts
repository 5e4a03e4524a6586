import { notFound } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import { childrenOfPerson, custodyOf, familyFactsOf } from '../families/loading';
import type { Household } from './family-week';

/** The children that a parent may book for, in the families where they are a guardian. */
export async function householdOfPerson(db: Database, personId: number): Promise<Household> {
  const children = await childrenOfPerson(db, personId);
  const places = new Map(children.map((child) => [child.id, [child.schoolName, child.className].filter(Boolean).join(', ')]));
  return {
    familyIds: [...new Set(children.flatMap(({ familyIds }) => familyIds))],
    childIds: new Set(places.keys()),
    schoolAndClass: (childId) => places.get(childId) ?? '',
  };
}

/** One family, as staff see it. Throws AppError `notFound`. */
export async function householdOfFamily(db: Database, familyId: number): Promise<Household> {
  const [family] = await familyFactsOf(db, { familyIds: [familyId] });
  if (!family) throw notFound();
  const levels = new Map(family.children.map((child) => [child.id, child.level]));
  return { familyIds: [familyId], childIds: new Set(levels.keys()), schoolAndClass: (childId) => levels.get(childId) ?? '', reader: 'staff' };
}

/** Every family of some children: what a save of the staff's grid touches. */
export async function householdOfChildren(db: Database, childIds: readonly number[]): Promise<Household> {
  const links = [...(await custodyOf(db, childIds)).values()].flat();
  return { familyIds: [...new Set(links.map(({ familyId }) => familyId))], childIds: new Set(childIds), schoolAndClass: () => '' };
}

import { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import { grouped } from './grouped';
import { flags } from './shape/flags';
import type { ChildFacts, ChildOfPerson, Custody, CustodyLink, CustodyPeriod, FamilyFacts, Flag, Fund, MeasureFact } from './schema';

const ids = (list: readonly number[]): string => JSON.stringify([...new Set(list)]);
const readFlags = (text: string): readonly Flag[] => (text === '[]' ? [] : readJson(flags, text));
const numbers = z.array(z.int());

/** Places of children in the families that are not archived, by child. One read, two when dates are chosen. */
export async function custodyOf(db: Database, childIds: readonly number[]): Promise<Map<number, CustodyLink[]>> {
  const bind = { ids: ids(childIds) };
  const links = await db.select<{ childId: number; familyId: number; custody: Custody }>(
    `SELECT link.child_id AS childId, link.family_id AS familyId, link.custody
     FROM family_children link JOIN families family ON family.id = link.family_id AND family.archived_at IS NULL
     WHERE link.child_id IN (SELECT value FROM json_each($ids)) ORDER BY link.family_id`,
    bind,
  );
  const chosen = links.some(({ custody }) => custody === 'chosenDates' || custody === 'otherDates');
  const periods = !chosen ? [] : await db.select<{ childId: number; familyId: number } & CustodyPeriod>(
    `SELECT child_id AS childId, family_id AS familyId, from_on AS fromOn, to_on AS toOn FROM custody_periods
     WHERE child_id IN (SELECT value FROM json_each($ids)) ORDER BY from_on`,
    bind,
  );
  const periodsOf = grouped(periods, ({ childId }) => childId);
  const linksOf = new Map<number, CustodyLink[]>();
  for (const [childId, rows] of grouped(links, (link) => link.childId)) {
    linksOf.set(childId, rows.map(({ familyId, custody }) => {
      const mine = (periodsOf.get(childId) ?? []).filter((period) => period.familyId === familyId);
      return { familyId, custody, periods: mine.map(({ fromOn, toOn }) => ({ fromOn, toOn })) };
    }));
  }
  return linksOf;
}

/**
 * The children that a person may act for: through every family, not archived, where this person is
 * a guardian. In the order of the families and of the children in them.
 */
export async function childrenOfPerson(db: Database, personId: number): Promise<ChildOfPerson[]> {
  const rows = await db.select<Omit<ChildOfPerson, 'familyIds'> & { familyIds: string }>(
    `SELECT child.id, child.last_name AS lastName, child.first_name AS firstName, child.level,
       coalesce(school.name, '') AS schoolName, coalesce(class.name, '') AS className,
       json_group_array(link.family_id) AS familyIds
     FROM family_adults adult
     JOIN families family ON family.id = adult.family_id AND family.archived_at IS NULL
     JOIN family_children link ON link.family_id = family.id
     JOIN children child ON child.id = link.child_id
     LEFT JOIN schools school ON school.id = child.school_id
     LEFT JOIN classes class ON class.id = child.class_id
     WHERE adult.person_id = $personId AND adult.kind = 'guardian'
     GROUP BY child.id ORDER BY min(family.id), min(link.position), child.id`,
    { personId },
  );
  return rows.map((row) => ({ ...row, familyIds: readJson(numbers, row.familyIds) }));
}

/** Which families: by themselves, or every one that the children belong to (archived ones too). */
export type FamilyChoice = { readonly familyIds: readonly number[] } | { readonly childIds: readonly number[] };

/**
 * What the rulebook must know of families: where they live, their fund, flags and measures, and all
 * their children (siblings count). Five reads, whatever the number of families.
 */
export async function familyFactsOf(db: Database, choice: FamilyChoice): Promise<FamilyFacts[]> {
  const chosen = 'familyIds' in choice ? 'SELECT value FROM json_each($ids)'
    : 'SELECT family_id FROM family_children WHERE child_id IN (SELECT value FROM json_each($ids))';
  const bind = { ids: ids('familyIds' in choice ? choice.familyIds : choice.childIds) };
  const families = await db.select<{ id: number; name: string; archived: number; zone: string; fund: Fund; flags: string }>(
    `SELECT id, name, archived_at IS NOT NULL AS archived, zone, fund, flags FROM families WHERE id IN (${chosen}) ORDER BY id`,
    bind,
  );
  const measures = await db.select<MeasureFact & { familyId: number }>(
    `SELECT family_id AS familyId, measure, value, from_on AS fromOn, proved_on AS provedOn FROM quotients
     WHERE withdrawn_at IS NULL AND family_id IN (${chosen}) ORDER BY from_on, id`,
    bind,
  );
  const measuresOf = grouped(measures, ({ familyId }) => familyId);
  const childrenIn = await childrenOf(db, chosen, bind);
  return families.map((family) => ({
    ...family,
    archived: family.archived === 1,
    flags: readFlags(family.flags),
    measures: (measuresOf.get(family.id) ?? []).map(({ familyId: _, ...measure }) => measure),
    children: childrenIn.get(family.id) ?? [],
  }));
}

interface ChildRow {
  familyId: number;
  id: number;
  lastName: string;
  firstName: string;
  birthOn: LocalDate | null;
  level: string;
  schoolCode: string | null;
  category: string;
  flags: string;
}

async function childrenOf(db: Database, chosen: string, bind: { ids: string }): Promise<Map<number, ChildFacts[]>> {
  const rows = await db.select<ChildRow>(
    `SELECT link.family_id AS familyId, child.id, child.last_name AS lastName, child.first_name AS firstName, child.birth_on AS birthOn,
       child.level, school.code AS schoolCode, child.category, child.flags
     FROM family_children link JOIN children child ON child.id = link.child_id
     LEFT JOIN schools school ON school.id = child.school_id
     WHERE link.family_id IN (${chosen}) ORDER BY link.position, child.id`,
    bind,
  );
  const custody = await custodyOf(db, rows.map(({ id }) => id));
  const families = [...grouped(rows, (row) => row.familyId)];
  return new Map(families.map(([id, group]) => [id, group.map(({ familyId: _, ...row }) => (
    { ...row, flags: readFlags(row.flags), custody: custody.get(row.id) ?? [] }
  ))]));
}

import type { z } from 'zod';
import type { Bindings, Database } from '../../platform/database/database';
import { grouped } from './grouped';
import type { AdultKind, FamilyLine, FamilyList, listInput, searchInput } from './schema';
import { searchWords } from './search-text';
import { fullName } from './wording';

type ListFilter = z.output<typeof listInput>;

/** Families that match every word typed, the best first: name starts with it, a word starts with it, a word holds it. */
export async function searchFamilies(db: Database, { text, archived, limit }: z.output<typeof searchInput>): Promise<readonly FamilyLine[]> {
  if (searchWords(text).length === 0) return [];
  const { lines } = await select(db, matching(text), archived ? [] : ['archived_at IS NULL'], { limit, offset: 0 }, 'rank, search_text');
  return lines;
}

/** A page of the list of families, with the number of those that match. */
export function listFamilies(db: Database, filter: ListFilter): Promise<FamilyList> {
  const { text, archived, schoolId, classId, limit, offset } = filter;
  const match = matching(text);
  const conditions = [archived ? 'archived_at IS NOT NULL' : 'archived_at IS NULL'];
  const having = (column: string): string =>
    `EXISTS (SELECT 1 FROM family_children link JOIN children child ON child.id = link.child_id WHERE link.family_id = families.id AND child.${column})`;
  if (schoolId) conditions.push(having('school_id = $schoolId'));
  if (classId) conditions.push(having('class_id = $classId'));
  const bind = { limit, offset, ...(schoolId && { schoolId }), ...(classId && { classId }) };
  return select(db, match, conditions, bind, orderOf(filter));
}

const FIRST_CITY = `(SELECT city FROM family_adults place JOIN persons person ON person.id = place.person_id
  WHERE place.family_id = families.id AND place.kind = 'guardian' ORDER BY place.position LIMIT 1)`;

function orderOf({ sort, descending }: ListFilter): string {
  const way = descending ? 'DESC' : 'ASC';
  switch (sort) {
    case 'rank': return `rank, search_text ${way}`;
    case 'name': return `search_text ${way}`;
    case 'city': return `${FIRST_CITY} COLLATE NOCASE ${way}, search_text`;
    case 'children': return `(SELECT count(*) FROM family_children WHERE family_id = families.id) ${way}, search_text`;
    case 'created': return `created_at ${way}, id ${way}`;
  }
}

interface Match {
  readonly condition: string;
  readonly rank: string;
  readonly bind: Bindings;
}

/** `search_text` holds words without accents, each after a space, the family's name first. */
function matching(text: string): Match {
  const words = searchWords(text);
  if (words.length === 0) return { condition: 'TRUE', rank: '0', bind: {} };
  const names = words.map((_, index) => `$word${index}`);
  const starts = names.map((name) => `instr(search_text, ' ' || ${name}) > 0`).join(' AND ');
  return {
    condition: names.map((name) => `instr(search_text, ${name}) > 0`).join(' AND '),
    rank: `CASE WHEN instr(search_text, ' ' || $phrase) = 1 THEN 0 WHEN ${starts} THEN 1 ELSE 2 END`,
    bind: { phrase: words.join(' '), ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])) },
  };
}

interface FoundRow {
  id: number;
  name: string;
  archived: number;
  total: number;
}

async function select(db: Database, match: Match, conditions: readonly string[], bind: Bindings, order: string): Promise<FamilyList> {
  const found = await db.select<FoundRow>(
    `SELECT id, name, archived_at IS NOT NULL AS archived, count(*) OVER () AS total, ${match.rank} AS rank
     FROM families WHERE ${[match.condition, ...conditions].join(' AND ')} ORDER BY ${order} LIMIT $limit OFFSET $offset`,
    { ...match.bind, ...bind },
  );
  return { total: found[0]?.total ?? 0, lines: await withPeople(db, found) };
}

interface AdultRow {
  familyId: number;
  id: number;
  lastName: string;
  firstName: string;
  kind: AdultKind;
  city: string;
  phone: string;
  email: string;
}

type ChildRow = FamilyLine['children'][number] & { familyId: number };

async function withPeople(db: Database, families: readonly FoundRow[]): Promise<FamilyLine[]> {
  const bind = { ids: JSON.stringify(families.map(({ id }) => id)) };
  const adults = grouped(await db.select<AdultRow>(
    `SELECT place.family_id AS familyId, person.id, last_name AS lastName, first_name AS firstName, place.kind, city,
       coalesce(nullif(mobile_phone, ''), nullif(home_phone, ''), office_phone) AS phone, email
     FROM family_adults place JOIN persons person ON person.id = place.person_id
     WHERE place.family_id IN (SELECT value FROM json_each($ids)) ORDER BY place.kind DESC, place.position`,
    bind,
  ), ({ familyId }) => familyId);
  const children = grouped(await db.select<ChildRow>(
    `SELECT link.family_id AS familyId, child.id, child.first_name AS firstName, child.last_name AS lastName, child.level, coalesce(class.name, '') AS className
     FROM family_children link JOIN children child ON child.id = link.child_id LEFT JOIN classes class ON class.id = child.class_id
     WHERE link.family_id IN (SELECT value FROM json_each($ids)) ORDER BY link.position`,
    bind,
  ), ({ familyId }) => familyId);
  return families.map(({ id, name, archived }) => {
    const own = adults.get(id) ?? [];
    const { city = '', phone = '', email = '' } = own[0] ?? {};
    return {
      id, name, archived: archived === 1, city, phone, email,
      adults: own.map((adult) => ({ id: adult.id, name: fullName(adult), kind: adult.kind })),
      children: (children.get(id) ?? []).map(({ familyId: _, ...child }) => child),
    };
  });
}

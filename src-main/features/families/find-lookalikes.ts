import type { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date';
import { searchable } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import type { Lookalike, lookalikesInput } from './schema';
import { fullName } from './wording';

type Wanted = z.output<typeof lookalikesInput>;
type Names = Wanted['adults'][number];

interface KnownRow {
  id: number;
  kind: 'adult' | 'child';
  lastName: string;
  firstName: string;
  birthOn: LocalDate | null;
  familyId: number;
  familyName: string;
  archived: number;
}

const ADULTS = 'family_adults link JOIN persons who ON who.id = link.person_id';
const CHILDREN = 'family_children link JOIN children who ON who.id = link.child_id';

/**
 * People known already, of the same names as those about to be created: accents, capitals and the
 * order of the names left aside; someone born on another day is someone else.
 */
export async function findLookalikes(db: Database, wanted: Wanted): Promise<Lookalike[]> {
  const adults = await known(db, 'adult', wanted.adults);
  const children = await known(db, 'child', wanted.children);
  return [...adults, ...children];
}

async function known(db: Database, kind: 'adult' | 'child', wanted: readonly Names[]): Promise<Lookalike[]> {
  const complete = wanted.filter(({ lastName, firstName }) => lastName && firstName);
  if (complete.length === 0) return [];
  const words = complete.map(({ lastName, firstName }) => ({ last: searchable(lastName), first: searchable(firstName) }));
  const rows = await db.select<KnownRow>(
    `SELECT who.id, '${kind}' AS kind, who.last_name AS lastName, who.first_name AS firstName, who.birth_on AS birthOn,
       family.id AS familyId, family.name AS familyName, family.archived_at IS NOT NULL AS archived
     FROM json_each($words) wanted
     JOIN families family ON instr(family.search_text, wanted.value ->> 'last') > 0 AND instr(family.search_text, wanted.value ->> 'first') > 0
     JOIN (${kind === 'adult' ? ADULTS : CHILDREN}) ON link.family_id = family.id`,
    { words: JSON.stringify(words) },
  );
  const found = new Map<string, Lookalike>();
  for (const row of rows) {
    const match = complete.find((names) => isSame(names, row));
    if (!match) continue;
    found.set(`${row.id} ${row.familyId}`, {
      kind, id: row.id, name: fullName(row), familyId: row.familyId, familyName: row.familyName, archived: row.archived === 1,
      sameBirth: match.birthOn !== null && match.birthOn === row.birthOn,
    });
  }
  return [...found.values()];
}

const key = ({ lastName, firstName }: { lastName: string; firstName: string }): string => [searchable(lastName), searchable(firstName)].sort().join(' ');

const isSame = (names: Names, row: KnownRow): boolean =>
  key(names) === key(row) && (names.birthOn === null || row.birthOn === null || names.birthOn === row.birthOn);

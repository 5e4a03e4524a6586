import { formatShortDate } from '../../kernel/french-dates';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import { CUSTODY_LABELS, flags as flagsShape } from './schema';
import type { CustodyLink, Pickup } from './schema';
import { fullName } from './wording';

/** What the journal keeps of a change, in names rather than in numbers that mean nothing a year later. */

interface ChildState {
  readonly schoolId: number | null;
  readonly classId: number | null;
  readonly flags: string;
}

/** A child's state with the names of its school and class, and its flags as a list. */
export async function childInWords<State extends ChildState>(db: Database, { schoolId, classId, flags, ...state }: State) {
  const names = await db.selectOne<{ school: string | null; class: string | null }>(
    'SELECT (SELECT name FROM schools WHERE id = $schoolId) AS school, (SELECT name FROM classes WHERE id = $classId) AS class', { schoolId, classId },
  );
  return { ...state, school: names?.school ?? '', class: names?.class ?? '', flags: readJson(flagsShape, flags) };
}

/** "ALAIN : semaines paires", a line a family. */
export async function custodyInWords(db: Database, links: readonly CustodyLink[]): Promise<{ custody: string[] }> {
  const families = await db.select<{ id: number; name: string }>(
    'SELECT id, name FROM families WHERE id IN (SELECT value FROM json_each($ids))', { ids: JSON.stringify(links.map(({ familyId }) => familyId)) },
  );
  const nameOf = (familyId: number): string => families.find(({ id }) => id === familyId)?.name ?? '';
  return {
    custody: links.map(({ familyId, custody, periods }) => {
      const dates = periods.map(({ fromOn, toOn }) => `du ${formatShortDate(fromOn)} au ${formatShortDate(toOn)}`).join(', ');
      return `${nameOf(familyId)} : ${CUSTODY_LABELS[custody]}${dates && ` (${dates})`}`;
    }),
  };
}

/** "Odette ALAIN pour Anna : sortie, urgence", a line a pair that has something. */
export async function pickupsInWords(db: Database, familyId: number): Promise<{ pickups: string[] }> {
  const rows = await db.select<{ lastName: string; firstName: string; child: string } & { [Key in keyof Pickup]: number }>(
    `SELECT person.last_name AS lastName, person.first_name AS firstName, child.first_name AS child, pickup.may_collect AS mayCollect, pickup.call_in_emergency AS callInEmergency
     FROM child_adults pickup
     JOIN family_children link ON link.child_id = pickup.child_id AND link.family_id = $familyId JOIN children child ON child.id = link.child_id
     JOIN family_adults place ON place.person_id = pickup.person_id AND place.family_id = $familyId JOIN persons person ON person.id = place.person_id
     WHERE pickup.may_collect = 1 OR pickup.call_in_emergency = 1 ORDER BY link.position, place.kind DESC, place.position`,
    { familyId },
  );
  return {
    pickups: rows.map(({ child, mayCollect, callInEmergency, ...person }) =>
      `${fullName(person)} pour ${child} : ${[mayCollect === 1 && 'sortie', callInEmergency === 1 && 'urgence'].filter(Boolean).join(', ')}`),
  };
}

import type { ParentActor } from '../../kernel/actor';
import { notFound } from '../../kernel/errors';
import type { Instant, LocalDate } from '../../kernel/local-date';
import { dayOf, toLocal } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import type { Database } from '../../platform/database/database';
import { readFamily } from '../families/read-family';
import type { FamilyFile } from '../families/schema';
import { portalSettingsOf } from '../town/portal-settings';
import { localToday, townOf } from '../town/queries';
import { openRequestsOf } from './request-rows';
import type { OpenRequest } from './request-rows';
import { keepersOf } from './rules';
import type { Grounds } from './rules';

/** One family's file as one of its guardians has it before them. */
export interface Desk extends Grounds {
  readonly file: FamilyFile;
  readonly today: LocalDate;
  /** Requests that wait, and those refused last. */
  readonly requests: readonly OpenRequest[];
  /** Calendar day of an instant in the town. */
  readonly dayAt: (instant: string) => LocalDate;
}

/** The families, not archived, where this person is a guardian. */
export async function familiesOfGuardian(db: Database, personId: number): Promise<number[]> {
  const rows = await db.select<{ id: number }>(
    `SELECT family.id FROM family_adults place JOIN families family ON family.id = place.family_id AND family.archived_at IS NULL
     WHERE place.person_id = $personId AND place.kind = 'guardian' ORDER BY family.id`, { personId },
  );
  return rows.map(({ id }) => id);
}

/** Opens a family's file to a parent. Throws AppError `notFound` for a family that is not theirs. */
export async function openDesk(context: Context<ParentActor>, familyId: number): Promise<Desk> {
  const { db, actor } = context;
  if (!(await familiesOfGuardian(db, actor.personId)).includes(familyId)) throw notFound();
  const today = await localToday(context);
  const [file, { fileParts }, requests, { timeZone }] = await Promise.all([
    readFamily(db, familyId, today, false), portalSettingsOf(db), openRequestsOf(db, familyId), townOf(db),
  ]);
  const me = file.guardians.find(({ personId }) => personId === actor.personId);
  if (!me) throw notFound();
  return {
    file, today, requests, parts: fileParts, keepers: keepersOf(file, await withAccount(db, familyId)), contacts: new Set(file.contacts.map(({ personId }) => personId)),
    viewer: { personId: actor.personId, withAuthority: me.parentalAuthority !== 'no' },
    dayAt: (instant) => dayOf(toLocal(instant as Instant, timeZone)),
  };
}

async function withAccount(db: Database, familyId: number): Promise<Set<number>> {
  const rows = await db.select<{ personId: number }>(
    'SELECT account.person_id AS personId FROM portal_accounts account JOIN family_adults place ON place.person_id = account.person_id WHERE place.family_id = $familyId', { familyId },
  );
  return new Set(rows.map(({ personId }) => personId));
}

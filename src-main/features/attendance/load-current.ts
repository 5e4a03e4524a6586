import { AppError } from '../../kernel/errors';
import type { Instant, LocalDate } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import { ofChild } from '../child-days/by-child';
import { dayKey } from '../child-days/day-key';
import { byKey } from '../child-days/load-facts';
import { decidedDaysOf } from '../child-days/queries';
import { absencesOf, calledDaysOf } from '../child-days/roll-call-queries';
import { reasonsOn } from '../child-days/roll-call-state';
import type { AbsenceFact } from '../child-days/schema';
import { familyInCharge } from '../families/custody';
import { custodyOf } from '../families/loading';
import { standing } from './roll-call';
import type { Current } from './roll-call-plan';

type OwnNotice = AbsenceFact & { readonly note: string };

/** Reads children as they stand on a day: a constant number of reads. The answer throws AppError `attendance.unknownChild`, `attendance.noFamily`. */
export async function loadCurrent(db: Database, childIds: readonly number[], day: LocalDate): Promise<(childId: number, service: string) => Current> {
  const [names, custody, called, decided, absences, own] = [
    await namesOf(db, childIds), await custodyOf(db, childIds), byKey(await calledDaysOf(db, childIds, day, day)),
    byKey(await decidedDaysOf(db, childIds, day, day)), await absencesOf(db, childIds, day, day), await ownNoticesOf(db, childIds, day),
  ];
  return (childId, service) => {
    const name = names.get(childId);
    if (name === undefined) throw new AppError('attendance.unknownChild', {}, 'notFound');
    const links = custody.get(childId) ?? [];
    const familyId = familyInCharge(links, day) ?? links[0]?.familyId;
    if (familyId === undefined) throw new AppError('attendance.noFamily', { name }, 'conflict');
    const key = dayKey(childId, service, day);
    const decidedAt: Instant | null = decided.get(key)?.decidedAt ?? null;
    return {
      name, familyId, call: called.get(key) ?? null,
      reasons: standing({ decidedAt }, reasonsOn(ofChild(absences, childId), service, day)),
      ownNotices: ofChild(own, childId).filter((notice) => notice.service === service),
    };
  };
}

async function namesOf(db: Database, childIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.select<{ id: number; lastName: string; firstName: string }>(
    'SELECT id, last_name AS lastName, first_name AS firstName FROM children WHERE id IN (SELECT value FROM json_each($ids))', { ids: JSON.stringify(childIds) },
  );
  return new Map(rows.map(({ id, lastName, firstName }) => [id, registerName(lastName, firstName)]));
}

function ownNoticesOf(db: Database, childIds: readonly number[], day: LocalDate): Promise<OwnNotice[]> {
  return db.select<OwnNotice>(
    `SELECT 'notice' AS source, id, child_id AS childId, service, from_on AS fromOn, to_on AS toOn, reason, told_at AS at, note FROM absence_notices
     WHERE child_id IN (SELECT value FROM json_each($ids)) AND from_on = $day AND to_on = $day AND service IS NOT NULL AND withdrawn_at IS NULL`,
    { ids: JSON.stringify(childIds), day },
  );
}

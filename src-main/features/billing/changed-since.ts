import type { Instant } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { Days } from '../rulebook/schema';

/** The last change of what families are billed on. */
export interface LastChanges {
  /** By family. */
  readonly byFamily: ReadonlyMap<number, Instant>;
  /** Of what concerns everyone (the town's calendar); null: none. */
  readonly everyone: Instant | null;
}

const OF_CHILD = 'JOIN family_children link ON link.child_id = one.child_id';

/**
 * Deeds that change no price, or that tables with days of their own tell better. Everything else that
 * the journal tells of a family or a child may: quotients, enrolments, homes, custody.
 */
const OTHER_DEEDS = ['billing', 'payment', 'ledger', 'papers', 'mail', 'portal', 'bookings.save', 'attendance', 'health'];
const IS_OTHER = OTHER_DEEDS.map((start) => `one.action LIKE '${start}%'`).join(' OR ');

/**
 * What was recorded from an instant on about days of a period (bookings, roll calls, absences and
 * their reasons), or about the families themselves. Some of it changes no price: it tells who to look at again.
 */
export async function changesSince(db: Database, since: Instant, { from, to }: Days): Promise<LastChanges> {
  const rows = await db.select<{ familyId: number; at: Instant }>(
    `SELECT familyId, max(at) AS at FROM (
       SELECT link.family_id AS familyId, one.decided_at AS at FROM bookings one ${OF_CHILD} WHERE one.decided_at >= $since AND one.day BETWEEN $from AND $to
       UNION ALL SELECT link.family_id, one.recorded_at FROM attendance one ${OF_CHILD} WHERE one.day BETWEEN $from AND $to AND one.recorded_at >= $since
       UNION ALL SELECT link.family_id, one.at FROM cleared_roll_calls one ${OF_CHILD} WHERE one.day BETWEEN $from AND $to AND one.at >= $since
       UNION ALL SELECT link.family_id, max(one.recorded_at, coalesce(one.withdrawn_at, '')) FROM absence_notices one ${OF_CHILD}
         WHERE one.from_on <= $to AND one.to_on >= $from AND max(one.recorded_at, coalesce(one.withdrawn_at, '')) >= $since
       UNION ALL SELECT link.family_id, max(one.recorded_at, coalesce(one.withdrawn_at, '')) FROM absence_proofs one ${OF_CHILD}
         WHERE one.from_on <= $to AND one.to_on >= $from AND max(one.recorded_at, coalesce(one.withdrawn_at, '')) >= $since
       UNION ALL SELECT link.family_id, max(one.recorded_at, coalesce(one.withdrawn_at, '')) FROM disruptions one
         JOIN children child ON (one.school_id IS NULL OR child.school_id = one.school_id) AND (one.class_id IS NULL OR child.class_id = one.class_id)
         JOIN family_children link ON link.child_id = child.id
         WHERE one.from_on <= $to AND one.to_on >= $from AND max(one.recorded_at, coalesce(one.withdrawn_at, '')) >= $since
       UNION ALL SELECT one.family_id, max(one.recorded_at, coalesce(one.withdrawn_at, '')) FROM quotients one WHERE max(one.recorded_at, coalesce(one.withdrawn_at, '')) >= $since
       UNION ALL SELECT one.family_id, one.at FROM journal one WHERE one.at >= $since AND one.family_id IS NOT NULL AND NOT (${IS_OTHER})
       UNION ALL SELECT link.family_id, one.at FROM journal one ${OF_CHILD} WHERE one.at >= $since AND NOT (${IS_OTHER})
       UNION ALL SELECT one.family_id, one.at FROM bills one WHERE one.at >= $since AND one.reverses_id IS NOT NULL
     ) GROUP BY familyId`,
    { since, from, to },
  );
  const everyone = await db.selectOne<{ at: Instant | null }>("SELECT max(at) AS at FROM journal WHERE at >= $since AND action = 'town.save'", { since });
  return { byFamily: new Map(rows.map(({ familyId, at }) => [familyId, at])), everyone: everyone?.at ?? null };
}

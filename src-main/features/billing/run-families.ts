import type { Database } from '../../platform/database/database';
import type { Days } from '../rulebook/schema';
import { earlierMonths } from './earlier-months';
import type { Month } from './months';

/**
 * The families that a period may concern: a child enrolled, booked or seen in it, or earlier
 * months to look at again. An archived one only for what was booked or seen under its name.
 */
export async function familiesOfPeriod(db: Database, { from, to }: Days, earlier: ReadonlyMap<number, readonly Month[]>): Promise<number[]> {
  const rows = await db.select<{ id: number }>(
    `SELECT link.family_id AS id FROM enrolments one JOIN family_children link ON link.child_id = one.child_id
       JOIN families family ON family.id = link.family_id AND (family.archived_at IS NULL OR family.archived_at >= $from)
       WHERE one.from_on <= $to AND (one.to_on IS NULL OR one.to_on >= $from)
     UNION SELECT family_id FROM bookings WHERE day BETWEEN $from AND $to
     UNION SELECT family_id FROM attendance WHERE day BETWEEN $from AND $to`,
    { from, to },
  );
  return [...new Set([...rows.map(({ id }) => id), ...earlier.keys()])];
}

/** Writes the families of a run that it does not hold yet; gives the earlier months to look at. Inside a write. */
export async function addRunFamilies(db: Database, runId: number, period: Days): Promise<ReadonlyMap<number, readonly Month[]>> {
  const earlier = await earlierMonths(db, period);
  const ids = await familiesOfPeriod(db, period, earlier);
  await db.run(
    "INSERT OR IGNORE INTO run_families (run_id, family_id, state) SELECT $runId, value, 'waiting' FROM json_each($ids)",
    { runId, ids: JSON.stringify(ids) },
  );
  return earlier;
}

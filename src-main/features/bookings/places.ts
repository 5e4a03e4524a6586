import { WEEKDAYS, weekdayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { placeKey } from './cell';

interface Capacity {
  readonly service: string;
  readonly fromOn: LocalDate;
  readonly places: number | null;
}

/**
 * Places left of the services that have a capacity, by `placeKey`; services without one are absent.
 * A place is taken by a day booked, or by a usual week that nobody cancelled.
 */
export async function placesLeft(db: Database, services: readonly string[], days: readonly LocalDate[]): Promise<Map<string, number>> {
  const left = new Map<string, number>();
  const capacities = await db.memo('bookings.capacities', () =>
    db.select<Capacity>('SELECT service, from_on AS fromOn, places FROM capacities ORDER BY from_on'));
  for (const service of services) {
    for (const day of days) {
      const capacity = capacities.findLast((one) => one.service === service && one.fromOn <= day);
      if (capacity?.places == null) continue;
      left.set(placeKey(service, day), capacity.places - (await placesTaken(db, service, day)));
    }
  }
  return left;
}

/** Children with a unit of the service that day. The weekday is matched inside the JSON list of the usual week. */
export async function placesTaken(db: Database, service: string, day: LocalDate): Promise<number> {
  const weekday = weekdayOf(day);
  if (!WEEKDAYS.includes(weekday)) return 0;
  const row = await db.selectOne<{ taken: number }>(
    `SELECT (SELECT count(*) FROM bookings WHERE day = $day AND service = $service AND state = 'booked')
       + (SELECT count(*) FROM enrolments e WHERE e.service = $service AND e.from_on <= $day AND (e.to_on IS NULL OR e.to_on >= $day)
            AND instr(e.week, $weekday) > 0
            AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.child_id = e.child_id AND b.service = e.service AND b.day = $day)) AS taken`,
    { day, service, weekday: `"${weekday}"` },
  );
  return row?.taken ?? 0;
}

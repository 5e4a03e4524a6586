import { weekdayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { LIVES_IN_A_FAMILY } from './archived';
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
  for (const service of services.filter((id) => capacities.some((one) => one.service === id))) {
    const taken = await placesTaken(db, service, days);
    for (const day of days) {
      const places = capacities.findLast((one) => one.service === service && one.fromOn <= day)?.places;
      if (places != null) left.set(placeKey(service, day), places - (taken.get(day) ?? 0));
    }
  }
  return left;
}

/** Children with a unit of the service on each day. Many parents look at one week: kept until the next commit. */
function placesTaken(db: Database, service: string, days: readonly LocalDate[]): Promise<Map<LocalDate, number>> {
  return db.memo(`bookings.taken ${service} ${days[0]} ${days.length}`, async () => {
    const rows = await db.select<{ day: LocalDate; taken: number }>(
      `SELECT asked.value ->> 'day' AS day, count(*) AS taken
       FROM json_each($days) asked
       JOIN enrolments enrolment ON enrolment.service = $service AND enrolment.from_on <= asked.value ->> 'day'
         AND (enrolment.to_on IS NULL OR enrolment.to_on >= asked.value ->> 'day')
       LEFT JOIN bookings decided ON decided.child_id = enrolment.child_id AND decided.service = enrolment.service AND decided.day = asked.value ->> 'day'
       WHERE ${LIVES_IN_A_FAMILY} AND CASE WHEN decided.state IS NULL THEN instr(enrolment.week, asked.value ->> 'weekday') > 0 ELSE decided.state = 'booked' END
       GROUP BY 1`,
      { service, days: JSON.stringify(days.map((day) => ({ day, weekday: `"${weekdayOf(day)}"` }))) },
    );
    return new Map(rows.map(({ day, taken }) => [day, taken]));
  });
}

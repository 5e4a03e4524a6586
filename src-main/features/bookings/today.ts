import type { LocalDate } from '../../kernel/local-date';
import { weekdayOf } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { openingOf } from '../rulebook/opening';
import { versionOn } from '../rulebook/versions';
import { calendarFacts } from '../town-rules/calendar-facts';
import { rulebookOf } from '../town-rules/rulebook-of';
import { townOf } from '../town/queries';
import { LIVES_IN_A_FAMILY } from './archived';
import type { ServiceToday } from './schema';
import { sum } from './week-table';

/** What is booked on a day, service by service, with the schools. */
export async function bookedOn(db: Database, day: LocalDate): Promise<ServiceToday[]> {
  const version = versionOn(await rulebookOf(db), day);
  const calendar = calendarFacts(await townOf(db));
  const services: ServiceToday[] = [];
  for (const { id, label, automatic } of version?.services ?? []) {
    // What is added on a condition ("in winter only") is known by its price, not by a count of bookings.
    if (automatic?.when) continue;
    const opening = openingOf(version!, calendar, id, day);
    const bySchool = opening.open ? await bookedBySchool(db, automatic?.with ?? id, day) : [];
    services.push({ service: id, label, closed: opening.open ? null : opening.reason, booked: sum(bySchool.map(({ booked }) => booked)), bySchool });
  }
  return services;
}

function bookedBySchool(db: Database, service: string, day: LocalDate): Promise<{ school: string; booked: number }[]> {
  return db.select(
    `SELECT coalesce(school.name, 'Sans école') AS school, count(*) AS booked
     FROM enrolments enrolment
     JOIN children child ON child.id = enrolment.child_id
     LEFT JOIN schools school ON school.id = child.school_id
     LEFT JOIN bookings decided ON decided.child_id = enrolment.child_id AND decided.service = enrolment.service AND decided.day = $day
     WHERE enrolment.service = $service AND enrolment.from_on <= $day AND (enrolment.to_on IS NULL OR enrolment.to_on >= $day)
       AND ${LIVES_IN_A_FAMILY} AND CASE WHEN decided.state IS NULL THEN instr(enrolment.week, $weekday) > 0 ELSE decided.state = 'booked' END
     GROUP BY 1 ORDER BY 1`,
    { service, day, weekday: `"${weekdayOf(day)}"` },
  );
}

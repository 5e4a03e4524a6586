import { weekdayOf } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { LIVES_IN_A_FAMILY } from '../bookings/archived';
import type { Diet } from '../families/schema';

/** A child of a service on a day: booked, called, or both. */
export interface DayChild {
  readonly childId: number;
  readonly service: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthOn: LocalDate | null;
  readonly school: string;
  readonly className: string;
  readonly diet: Diet;
  readonly hasPai: number;
  readonly booked: number;
  /** When a booking of that very day was decided; null: by the usual week. */
  readonly decidedAt: Instant | null;
  readonly state: 'present' | 'absent' | null;
  readonly arrival: string | null;
  readonly departure: string | null;
  readonly recordedAt: Instant | null;
}

export interface DayChildren {
  readonly day: LocalDate;
  /** Services whose bookings count: the open ones. */
  readonly open: readonly string[];
  /** Services whose roll call counts: a closed day keeps what was called. */
  readonly called: readonly string[];
  readonly schoolId?: number | undefined;
  readonly classId?: number | undefined;
}

/** Children booked in services on a day, or called there. One read. */
export function childrenOfDay(db: Database, { day, open, called, schoolId, classId }: DayChildren): Promise<DayChild[]> {
  return db.select<DayChild>(
    `WITH booked AS (
       SELECT DISTINCT enrolment.child_id, enrolment.service, decided.decided_at
       FROM enrolments enrolment
       LEFT JOIN bookings decided ON decided.child_id = enrolment.child_id AND decided.service = enrolment.service AND decided.day = $day
       WHERE enrolment.service IN (SELECT value FROM json_each($open))
         AND enrolment.from_on <= $day AND (enrolment.to_on IS NULL OR enrolment.to_on >= $day) AND ${LIVES_IN_A_FAMILY}
         AND CASE WHEN decided.state IS NULL THEN instr(enrolment.week, $weekday) > 0 ELSE decided.state = 'booked' END
     ), named AS (
       SELECT child_id, service FROM booked
       UNION SELECT child_id, service FROM attendance WHERE day = $day AND service IN (SELECT value FROM json_each($called))
     )
     SELECT child.id AS childId, named.service, child.last_name AS lastName, child.first_name AS firstName, child.birth_on AS birthOn,
       coalesce(school.name, 'Sans école') AS school, coalesce(class.name, '') AS className, child.diet, coalesce(health.has_pai, 0) AS hasPai,
       booked.child_id IS NOT NULL AS booked, booked.decided_at AS decidedAt,
       call.state, call.arrival, call.departure, call.recorded_at AS recordedAt
     FROM named
     JOIN children child ON child.id = named.child_id
     LEFT JOIN schools school ON school.id = child.school_id
     LEFT JOIN classes class ON class.id = child.class_id
     LEFT JOIN child_health health ON health.child_id = child.id
     LEFT JOIN booked ON booked.child_id = named.child_id AND booked.service = named.service
     LEFT JOIN attendance call ON call.child_id = named.child_id AND call.service = named.service AND call.day = $day
     WHERE ($schoolId IS NULL OR child.school_id = $schoolId) AND ($classId IS NULL OR child.class_id = $classId)`,
    {
      day, weekday: `"${weekdayOf(day)}"`, open: JSON.stringify(open), called: JSON.stringify(called),
      schoolId: schoolId ?? null, classId: classId ?? null,
    },
  );
}

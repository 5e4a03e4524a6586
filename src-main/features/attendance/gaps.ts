import { daysFrom, weekdayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { compareFrench, registerName } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import { LIVES_IN_A_FAMILY } from '../bookings/archived';
import { familyInCharge } from '../families/custody';
import { custodyOf } from '../families/loading';
import { servicesOn } from './day-services';
import type { GapKind, RollCallGap } from './schema';

interface Row {
  readonly kind: GapKind;
  readonly childId: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly service: string;
  readonly day: LocalDate;
}

/**
 * What the roll calls of a period leave open, by day, service and name: booked children whom nobody
 * called nor knows away, children there without booking or without being enrolled. Ask for days
 * that are over. Two reads whatever the number of children.
 */
export async function rollCallGaps(db: Database, from: LocalDate, to: LocalDate): Promise<RollCallGap[]> {
  const labels = new Map<string, string>();
  const open: { day: LocalDate; weekday: string; service: string }[] = [];
  for (const day of daysFrom(from, to)) {
    for (const { service, label, closed } of await servicesOn(db, day)) {
      labels.set(service, label);
      if (closed === null) open.push({ day, service, weekday: `"${weekdayOf(day)}"` });
    }
  }
  const rows = await db.select<Row>(`${NOT_CALLED} UNION ALL ${NOT_BOOKED}`, { open: JSON.stringify(open), from, to });
  const custody = await custodyOf(db, [...new Set(rows.map(({ childId }) => childId))]);
  return rows.map(({ lastName, firstName, ...row }): RollCallGap => {
    const links = custody.get(row.childId) ?? [];
    return {
      ...row, name: registerName(lastName, firstName), serviceLabel: labels.get(row.service) ?? row.service,
      familyId: familyInCharge(links, row.day) ?? links[0]?.familyId ?? null,
    };
  }).sort((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : compareFrench(left.serviceLabel, right.serviceLabel) || compareFrench(left.name, right.name)));
}

/** Someone told, proved or caused the absence of `enrolment.child_id` from the asked service on the day. */
const KNOWN_AWAY = `(
  EXISTS (SELECT 1 FROM absence_notices told WHERE told.child_id = enrolment.child_id AND told.withdrawn_at IS NULL
    AND told.from_on <= asked.day AND told.to_on >= asked.day AND (told.service IS NULL OR told.service = asked.service)
    AND told.told_at >= coalesce(decided.decided_at, ''))
  OR EXISTS (SELECT 1 FROM absence_proofs proof WHERE proof.child_id = enrolment.child_id AND proof.withdrawn_at IS NULL
    AND proof.from_on <= asked.day AND proof.to_on >= asked.day)
  OR EXISTS (SELECT 1 FROM disruptions cause WHERE cause.withdrawn_at IS NULL AND cause.from_on <= asked.day AND cause.to_on >= asked.day
    AND (cause.service IS NULL OR cause.service = asked.service) AND (cause.school_id IS NULL OR cause.school_id = child.school_id)
    AND (cause.class_id IS NULL OR cause.class_id = child.class_id)))`;

const NOT_CALLED = `
  SELECT DISTINCT 'notCalled' AS kind, child.id AS childId, child.last_name AS lastName, child.first_name AS firstName, asked.service, asked.day
  FROM (SELECT value ->> 'day' AS day, value ->> 'service' AS service, value ->> 'weekday' AS weekday FROM json_each($open)) asked
  JOIN enrolments enrolment ON enrolment.service = asked.service AND enrolment.from_on <= asked.day AND (enrolment.to_on IS NULL OR enrolment.to_on >= asked.day)
  JOIN children child ON child.id = enrolment.child_id
  LEFT JOIN bookings decided ON decided.child_id = enrolment.child_id AND decided.service = asked.service AND decided.day = asked.day
  LEFT JOIN attendance called ON called.child_id = enrolment.child_id AND called.service = asked.service AND called.day = asked.day
  WHERE called.child_id IS NULL AND ${LIVES_IN_A_FAMILY}
    AND CASE WHEN decided.state IS NULL THEN instr(enrolment.week, asked.weekday) > 0 ELSE decided.state = 'booked' END
    AND NOT ${KNOWN_AWAY}`;

const NOT_BOOKED = `
  SELECT CASE WHEN enrolled.child_id IS NULL THEN 'notEnrolled' ELSE 'notBooked' END, child.id, child.last_name, child.first_name, called.service, called.day
  FROM attendance called
  JOIN children child ON child.id = called.child_id
  LEFT JOIN (SELECT DISTINCT child_id, service, from_on, to_on, week FROM enrolments) enrolled ON enrolled.child_id = called.child_id AND enrolled.service = called.service
    AND enrolled.from_on <= called.day AND (enrolled.to_on IS NULL OR enrolled.to_on >= called.day)
  LEFT JOIN bookings decided ON decided.child_id = called.child_id AND decided.service = called.service AND decided.day = called.day
  LEFT JOIN (SELECT value ->> 'day' AS day, value ->> 'service' AS service, value ->> 'weekday' AS weekday FROM json_each($open)) asked
    ON asked.day = called.day AND asked.service = called.service
  WHERE called.day BETWEEN $from AND $to AND called.state = 'present'
    AND (enrolled.child_id IS NULL OR asked.day IS NULL
      OR CASE WHEN decided.state IS NULL THEN instr(enrolled.week, asked.weekday) = 0 ELSE decided.state = 'cancelled' END)`;

import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { formatDate, formatMonth, formatTime, monthName } from '../../kernel/french-dates';
import { addDays, addMonths, dayOfMonth, daysFrom, firstOfMonth, lastOfMonth, mondayOf, monthOf, yearOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { isBooked } from '../bookings/cell';
import type { Household } from '../bookings/family-week';
import { inRulebookOrder, sum } from '../bookings/week-table';
import { ofChild } from '../child-days/by-child';
import { dayKey } from '../child-days/day-key';
import { isInCharge } from '../child-days/in-charge';
import { loadFamilyDays } from '../child-days/load-facts';
import type { FamilyDays } from '../child-days/load-facts';
import { rollCallStateOf } from '../child-days/roll-call-state';
import { serviceLabel } from '../enrolments/service-choices';
import type { ChildFacts, FamilyFacts } from '../families/schema';
import { openingOf } from '../rulebook/opening';
import type { Rulebook } from '../rulebook/schema';
import { versionOn } from '../rulebook/versions';
import { rulebookOf } from '../town-rules/rulebook-of';
import { localToday } from '../town/queries';
import type { AttendanceCell, AttendanceCellState, attendanceRequest, AttendanceServiceRow, AttendanceTable, ChildAttendance } from './schema';

/** How far pages go back and forth, in days. */
const HORIZON_DAYS = 400;

/** The roll calls of a household over a week or a month, to be read. Throws AppError `attendance.notYours`. */
export async function attendanceOf(context: Pick<Context, 'db' | 'clock'>, household: Household, input: z.output<typeof attendanceRequest>): Promise<AttendanceTable> {
  const { childId, by } = input;
  if (childId !== undefined && !household.childIds.has(childId)) throw new AppError('attendance.notYours', {}, 'forbidden');
  const today = await localToday(context);
  const asked = input.day ?? today;
  const from = by === 'week' ? mondayOf(asked) : firstOfMonth(asked);
  const to = by === 'week' ? addDays(from, 6) : lastOfMonth(asked);
  const rulebook = await rulebookOf(context.db);
  const days = await loadFamilyDays(context.db, household.familyIds, rulebook, { from, to });
  const period = daysFrom(from, to);
  const wanted = [...household.childIds].filter((id) => childId === undefined || id === childId);
  const tables = wanted.flatMap((id) => tableOf({ rulebook, days, today, period }, household, id));
  const shown = period.filter((_, index) => tables.some(({ rows }) => rows.some(({ cells }) => cells[index]!.state !== 'closed')));
  const before = by === 'week' ? addDays(from, -7) : addMonths(from, -1);
  const after = by === 'week' ? addDays(from, 7) : addMonths(from, 1);
  return {
    by, from, to, today, days: shown, title: titleOf(by, from, to),
    previous: before >= addDays(today, -HORIZON_DAYS) ? before : null, next: after <= addDays(today, HORIZON_DAYS) ? after : null,
    children: tables.map((table) => onDays(table, period.map((day) => shown.includes(day)))),
  };
}

/** "novembre 2026", "du 2 au 8 novembre 2026", "du 30 novembre au 6 décembre 2026" */
function titleOf(by: 'week' | 'month', from: LocalDate, to: LocalDate): string {
  if (by === 'month') return formatMonth(from);
  const year = yearOf(from) === yearOf(to) ? '' : ` ${yearOf(from)}`;
  const first = monthOf(from) === monthOf(to) ? '' : ` ${monthName(monthOf(from))}${year}`;
  return `du ${dayOfMonth(from) === 1 ? '1er' : dayOfMonth(from)}${first} au ${formatDate(to)}`;
}

interface Known {
  readonly rulebook: Rulebook;
  readonly days: FamilyDays;
  readonly today: LocalDate;
  readonly period: readonly LocalDate[];
}

/** A child with the services it is enrolled in or was seen in; none: the child is left out. */
function tableOf(known: Known, household: Household, childId: number): ChildAttendance[] {
  const { rulebook, days, period } = known;
  const homes = days.families.filter(({ children }) => children.some(({ id }) => id === childId));
  const child = homes[0]?.children.find(({ id }) => id === childId);
  if (!child) return [];
  const [first, last] = [period[0]!, period.at(-1)!];
  const enrolled = ofChild(days.enrolments, childId).filter(({ fromOn, toOn }) => fromOn <= last && (toOn === null || toOn >= first));
  const seen = ofChild(days.called, childId).filter(({ day }) => first <= day && day <= last);
  const services = inRulebookOrder(rulebook, [...enrolled, ...seen].map(({ service }) => service));
  const rows = services.map((service) => rowOf(known, homes, child, service)).filter(({ cells }) => cells.some(({ state }) => state !== 'closed'));
  if (rows.length === 0) return [];
  return [{
    childId, name: registerName(child.lastName, child.firstName), firstName: child.firstName, schoolAndClass: household.schoolAndClass(childId), rows,
    dayCounts: period.map((_, index) => rows.filter(({ cells }) => cells[index]!.state === 'present').length),
    quantity: sum(rows.map(({ quantity }) => quantity)),
  }];
}

function rowOf(known: Known, homes: readonly FamilyFacts[], child: ChildFacts, service: string): AttendanceServiceRow {
  const cells = known.period.map((day) => cellOf(known, homes, child, service, day));
  return { service, label: serviceLabel(known.rulebook, service), cells, quantity: cells.filter(({ state }) => state === 'present').length };
}

function cellOf({ rulebook, days, today }: Known, homes: readonly FamilyFacts[], child: ChildFacts, service: string, day: LocalDate): AttendanceCell {
  const cell = (state: AttendanceCellState, words: string): AttendanceCell => ({ day, state, words, arrival: null, departure: null });
  const called = days.calledByKey.get(dayKey(child.id, service, day));
  const version = versionOn(rulebook, day);
  const opening = version ? openingOf(version, days.calendar, service, day) : null;
  const isOurs = homes.some((family) => isInCharge(family, child, day));
  // A closed day is closed for both homes; a roll call of the other home's day is not ours to read.
  if (!opening?.open && (!called || !isOurs)) return cell('closed', opening && !opening.open ? opening.reason : 'fermé');
  if (!isOurs) return cell('otherFamily', 'jour de l’autre foyer');
  const booked = isBooked(days, child.id, service, day);
  const state = booked || called ? rollCallStateOf(days, child.id, service, day) : null;
  if (state === 'present') {
    const hours = [called?.arrival && `arrivée à ${formatTime(called.arrival)}`, called?.departure && `départ à ${formatTime(called.departure)}`].filter(Boolean);
    const words = ['présent', ...hours, booked ? '' : 'sans réservation'].filter(Boolean).join(', ');
    return { day, state, words, arrival: called?.arrival ?? null, departure: called?.departure ?? null };
  }
  if (state === 'excused') return cell(state, 'absence excusée');
  if (state === 'absent') return cell(state, 'absent');
  if (!booked) return cell('none', 'non réservé');
  return day >= today ? cell('expected', 'réservé, à venir') : cell('notCalled', 'réservé, pas de pointage');
}

const onDays = (table: ChildAttendance, kept: readonly boolean[]): ChildAttendance => ({
  ...table,
  dayCounts: table.dayCounts.filter((_, index) => kept[index]),
  rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index]) })),
});

import { addDays, addMonths, firstOfMonth, localDateTime, mondayOf, WEEKDAYS, weekdayOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { judgeOpening } from './opening';
import type { Calendar, Counting, Deadline, Service, TableRow, Version } from './schema';
import { calendarOf, countBack } from './town-calendar';
import type { TownCalendar } from './town-calendar';

/** Last instant at which an action is in time; `none`: always in time; `never`: never; null: not fixed by the council. */
export type Limit = LocalDateTime | 'none' | 'never' | null;

type Kind<Name> = Extract<Deadline, { kind: Name }>;

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
export const timeOfMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** First and last hour of a service's session; null when it has none or its hours are not fixed. */
export function sessionOf(service: Service): { from: string; to: string } | null {
  const sessions = service.sessions ?? (service.session ? [service.session] : []);
  const from = sessions[0]?.from;
  const to = sessions.at(-1)?.to;
  return from && to ? { from, to } : null;
}

function counts(counting: Counting, service: Service, calendar: TownCalendar): (day: LocalDate) => boolean {
  switch (counting) {
    case 'calendar': return () => true;
    case 'working': return calendar.isWorkingDay;
    case 'office': return calendar.isOfficeDay;
    case 'service': return (day) => judgeOpening(service, calendar, day).open;
  }
}

function limitBefore(deadline: Kind<'before'>, service: Service, calendar: TownCalendar, day: LocalDate): Limit {
  if (deadline.days === null || deadline.at === null) return null;
  const start = deadline.anchor ? calendar.periodOn(deadline.anchor, day)?.from : day;
  if (!start) return null;
  const found = countBack(start, deadline.days + (deadline.clear ? 1 : 0), counts(deadline.count ?? 'calendar', service, calendar));
  return found && localDateTime(found, deadline.at);
}

/** Hours of the wall clock, whatever the clock change; uncounted days do not consume hours. */
function limitHours(deadline: Kind<'hours'>, service: Service, calendar: TownCalendar, day: LocalDate): Limit {
  const of = deadline.of ?? sessionOf(service)?.from;
  if (deadline.hours === null || !of) return null;
  const isCounted = counts(deadline.count ?? 'calendar', service, calendar);
  let left = deadline.hours * 60;
  let current = day;
  let available = isCounted(day) ? minutesOf(of) : 0;
  for (let tries = 0; left > available; tries += 1) {
    if (tries > 800) return null;
    left -= available;
    current = addDays(current, -1);
    available = isCounted(current) ? 1440 : 0;
  }
  return localDateTime(current, timeOfMinutes((current === day ? minutesOf(of) : 1440) - left));
}

function limitTable(rows: readonly (TableRow | null)[] | null, calendar: TownCalendar, day: LocalDate): Limit {
  if (rows === null) return null;
  const monday = mondayOf(day);
  const row = rows.find((one) => {
    if (one === null) return true;
    if (one.for && !one.for.includes(weekdayOf(day))) return false;
    return one.ifHolidayOn === undefined || calendar.holidayOn(addDays(monday, WEEKDAYS.indexOf(one.ifHolidayOn))) !== null;
  });
  if (row === undefined) return 'never';
  if (row === null || row.weekday === null || row.weeksBefore === null || row.at === null) return null;
  return localDateTime(addDays(monday, WEEKDAYS.indexOf(row.weekday) - 7 * row.weeksBefore), row.at);
}

function limitMonthDay(deadline: Kind<'monthDay'>, day: LocalDate): Limit {
  if (deadline.day === null || deadline.monthsBefore === null || deadline.at === null) return null;
  return localDateTime(addDays(addMonths(firstOfMonth(day), -deadline.monthsBefore), deadline.day - 1), deadline.at);
}

const datesRowOn = (deadline: Kind<'dates'>, day: LocalDate) => deadline.rows?.find((row) => row.from <= day && day <= row.to);

function isClosedFor(on: 'holiday' | 'working' | 'office', calendar: TownCalendar, day: LocalDate): boolean {
  if (on === 'holiday') return calendar.holidayOn(day) !== null;
  return on === 'working' ? !calendar.isWorkingDay(day) : !calendar.isOfficeDay(day);
}

function moved(limit: Limit, rule: Deadline['ifClosed'], calendar: TownCalendar): Limit {
  if (!rule || limit === null || limit === 'none' || limit === 'never') return limit;
  let day = limit.slice(0, 10) as LocalDate;
  for (let tries = 0; tries < 60 && isClosedFor(rule.on, calendar, day); tries += 1) day = addDays(day, rule.move === 'later' ? 1 : -1);
  return localDateTime(day, limit.slice(11));
}

function limitByKind(deadline: Deadline, service: Service, calendar: TownCalendar, day: LocalDate): Limit {
  switch (deadline.kind) {
    case 'before': return limitBefore(deadline, service, calendar, day);
    case 'hours': return limitHours(deadline, service, calendar, day);
    case 'table': return limitTable(deadline.rows, calendar, day);
    case 'monthDay': return limitMonthDay(deadline, day);
    case 'dates': return deadline.rows === null ? null : (datesRowOn(deadline, day) ?? { until: 'never' as const }).until;
    case 'none':
    case 'never': return deadline.kind;
    case null: return null;
  }
}

/** The last instant for a service day (spec §4). A day that no row of a table or of dates serves can never be in time. */
export function limitFor(deadline: Deadline, service: Service, calendar: TownCalendar, day: LocalDate): Limit {
  return moved(limitByKind(deadline, service, calendar, day), deadline.ifClosed, calendar);
}

/** When booking opens for a service day, for deadlines that are windows; null: it always was open. */
export function opensFor(deadline: Deadline, day: LocalDate): LocalDateTime | null {
  return deadline.kind === 'dates' ? (datesRowOn(deadline, day)?.opens ?? null) : null;
}

/** True while an action comes in time. The limit itself is in time unless the deadline is strict. */
export function isInTime(at: LocalDateTime, limit: LocalDateTime | 'none' | 'never', strict = false): boolean {
  if (limit === 'none' || limit === 'never') return limit === 'none';
  return strict ? at < limit : at <= limit;
}

/** The limit that a named deadline sets for a service day; null too for a deadline or a service that does not exist. */
export function limitOf(version: Version, added: Calendar | undefined, deadline: string, service: string, day: LocalDate): Limit {
  const rule = version.deadlines.find((one) => one.id === deadline);
  const found = version.services.find((one) => one.id === service);
  return rule && found ? limitFor(rule, found, calendarOf(version, added), day) : null;
}

import { publicHolidays } from '../calendar/public-holidays';
import { addDays, weekdayOf, yearOf } from '../../kernel/local-date';
import type { LocalDate, Weekday } from '../../kernel/local-date';
import type { Calendar, Closure, Period, Version } from './schema';

/**
 * The days of a town: its rulebook's calendar, the facts' calendar that adds to it, and the
 * public holidays. Answers are remembered: the same days are asked thousands of times.
 */
export interface TownCalendar {
  /** Name of the public holiday, or null. */
  holidayOn(day: LocalDate): string | null;
  /** Label of the break (school holidays), or null. */
  breakOn(day: LocalDate): string | null;
  /** Label of the closure of a service, or null. */
  closureOn(service: string, day: LocalDate): string | null;
  /** The town hall is open. */
  isOfficeDay(day: LocalDate): boolean;
  /** Monday to Friday, no public holiday. */
  isWorkingDay(day: LocalDate): boolean;
  /** The period of a kind (or with this id) that holds the day, or null. */
  periodOn(kind: string, day: LocalDate): Period | null;
  /** All periods of a kind (or the one with this id), in order of days. */
  periodsOf(kind: string): readonly Period[];
}

const holds = (span: { from: LocalDate; to: LocalDate }, day: LocalDate): boolean => span.from <= day && day <= span.to;
const isClosed = (closure: Closure, service: string, day: LocalDate): boolean =>
  (closure.services === undefined || closure.services.includes(service)) && ('days' in closure ? closure.days.includes(day) : holds(closure, day));

const WORKING: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Remembers what a question about a day was answered. */
function remembered<Answer>(answer: (day: LocalDate) => Answer): (day: LocalDate) => Answer {
  const known = new Map<LocalDate, Answer>();
  return (day) => {
    let found = known.get(day);
    if (found === undefined) {
      found = answer(day);
      known.set(day, found);
    }
    return found;
  };
}

function buildCalendar(own: Calendar, added: Calendar): TownCalendar {
  const region = added.holidayRegion ?? own.holidayRegion;
  const extra = new Set([...(own.extraHolidays ?? []), ...(added.extraHolidays ?? [])]);
  const breaks = [...(own.breaks ?? []), ...(added.breaks ?? [])];
  const closures = [...(own.closures ?? []), ...(added.closures ?? [])];
  const officeClosed = new Set([...(own.officeClosed ?? []), ...(added.officeClosed ?? [])]);
  const officeWeekdays = added.officeWeekdays ?? own.officeWeekdays ?? WORKING;
  const periods = [...(own.periods ?? []), ...(added.periods ?? [])].sort((left, right) => (left.from < right.from ? -1 : 1));
  const byKind = new Map<string, readonly Period[]>();

  const holidayOn = remembered((day) => {
    const name = publicHolidays(yearOf(day), region).find((holiday) => holiday.day === day)?.name;
    return name ?? (extra.has(day) ? 'jour chômé' : null);
  });
  const isWorkingDay = remembered((day) => WORKING.includes(weekdayOf(day)) && holidayOn(day) === null);
  const periodsOf = (kind: string): readonly Period[] => {
    let found = byKind.get(kind);
    if (!found) {
      found = periods.filter((period) => period.kind === kind || period.id === kind);
      byKind.set(kind, found);
    }
    return found;
  };
  return {
    holidayOn,
    isWorkingDay,
    periodsOf,
    breakOn: remembered((day) => {
      const found = breaks.find((span) => holds(span, day));
      return found ? (found.label ?? 'vacances scolaires') : null;
    }),
    closureOn: (service, day) => {
      const found = closures.find((closure) => isClosed(closure, service, day));
      return found ? (found.label ?? 'fermeture exceptionnelle') : null;
    },
    isOfficeDay: remembered((day) => officeWeekdays.includes(weekdayOf(day)) && holidayOn(day) === null && !officeClosed.has(day)),
    periodOn: (kind, day) => periodsOf(kind).find((period) => holds(period, day)) ?? null,
  };
}

const NO_CALENDAR: Calendar = {};
const built = new WeakMap<Calendar, WeakMap<Calendar, TownCalendar>>();

/** The calendar of a version with what the facts add to it. Both must not be changed afterwards. */
export function calendarOf(version: Version, added: Calendar = NO_CALENDAR): TownCalendar {
  const own = version.calendar ?? NO_CALENDAR;
  const ofOwn = built.get(own) ?? new WeakMap<Calendar, TownCalendar>();
  built.set(own, ofOwn);
  const calendar = ofOwn.get(added) ?? buildCalendar(own, added);
  ofOwn.set(added, calendar);
  return calendar;
}

/** Steps back over days that count, at most two years; null when there are too few. */
export function countBack(from: LocalDate, days: number, counts: (day: LocalDate) => boolean): LocalDate | null {
  let day = from;
  for (let left = days, tries = 0; left > 0; tries += 1) {
    if (tries > 800) return null;
    day = addDays(day, -1);
    if (counts(day)) left -= 1;
  }
  return day;
}

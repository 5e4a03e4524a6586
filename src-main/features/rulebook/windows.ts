import { addDays, firstOfMonth, lastOfMonth, makeDate, mondayOf, yearOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Window } from './schema';
import type { TownCalendar } from './town-calendar';

/** A window of time, both days included. */
export interface Span {
  from: LocalDate;
  to: LocalDate;
}

/** First and last day of the school year that holds a day. `from` is `MM-DD`. */
export function schoolYearOf(day: LocalDate, from = '09-01'): Span {
  const year = day.slice(5) >= from ? yearOf(day) : yearOf(day) - 1;
  const startOf = (one: number): LocalDate => makeDate(one, Number(from.slice(0, 2)), Math.min(Number(from.slice(3)), from.startsWith('02') ? 28 : 31));
  return { from: startOf(year), to: addDays(startOf(year + 1), -1) };
}

/**
 * The window that holds a day. `event` is the day itself. Null outside every calendar period of
 * a kind: window rules do not apply to such a day (spec §12).
 */
export function windowOn(window: Window, day: LocalDate, calendar: TownCalendar, schoolYearFrom?: string): Span | null {
  switch (window) {
    case 'event':
    case 'day':
      return { from: day, to: day };
    case 'week':
      return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
    case 'month':
      return { from: firstOfMonth(day), to: lastOfMonth(day) };
    case 'schoolYear':
      return schoolYearOf(day, schoolYearFrom);
    case 'calendarYear':
      return { from: makeDate(yearOf(day), 1, 1), to: makeDate(yearOf(day), 12, 31) };
    default: {
      const period = calendar.periodOn(window, day);
      return period && { from: period.from, to: period.to };
    }
  }
}

/** Windows that touch a span of days, in order. */
export function windowsTouching(window: Window, span: Span, calendar: TownCalendar, schoolYearFrom?: string): Span[] {
  if (!['event', 'day', 'week', 'month', 'schoolYear', 'calendarYear'].includes(window)) {
    return calendar.periodsOf(window).filter((period) => period.from <= span.to && span.from <= period.to).map(({ from, to }) => ({ from, to }));
  }
  const found: Span[] = [];
  for (let next: LocalDate = span.from; next <= span.to; ) {
    const one = windowOn(window, next, calendar, schoolYearFrom);
    if (!one) break;
    found.push(one);
    next = addDays(one.to, 1);
  }
  return found;
}

const LENGTHS: Readonly<Record<string, number>> = { event: 0, day: 1, week: 2, month: 3, schoolYear: 5, calendarYear: 6 };
/** Order in which bundles look at windows: day, week, month, then longer ones. */
export const windowRank = (window: Window): number => LENGTHS[window] ?? 4;


import { addDays, daysFrom, mondayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { cellOf } from './cell';
import type { Household } from './family-week';
import { loadWeek } from './load-week';
import type { WeekTable } from './schema';
import { servicesOf } from './week-table';

/** The summer holidays and a little more: beyond, nothing is suggested. */
const WEEKS_AHEAD = 10;

export const mayChangeAny = ({ children }: WeekTable): boolean => children.some(({ rows }) => rows.some(({ cells }) => cells.some(({ mayChange }) => mayChange)));

/** For a week in which nothing can change: the next one, from today on, in which something can. One reading for all of them; null when none is near. */
export async function withNextOpenWeek(context: Pick<Context, 'db' | 'clock'>, household: Household, week: WeekTable): Promise<WeekTable> {
  if (week.children.length === 0 || mayChangeAny(week)) return week;
  const thisMonday = mondayOf(week.today);
  const start = week.monday < thisMonday ? thisMonday : addDays(week.monday, 7);
  const { judges } = await loadWeek(context, household.familyIds, start, addDays(start, WEEKS_AHEAD * 7 - 1));
  const isOpen = (monday: LocalDate): boolean => [...judges.values()].some((judge) => judge.family.children.some((child) =>
    household.childIds.has(child.id) && servicesOf(judge, child, monday).some((service) =>
      daysFrom(monday, addDays(monday, 6)).some((day) => cellOf(judge, { child, service, day, wanted: undefined }).mayChange))));
  const mondays = Array.from({ length: WEEKS_AHEAD }, (_, index) => addDays(start, index * 7));
  return { ...week, nextOpenMonday: mondays.find(isOpen) ?? null };
}

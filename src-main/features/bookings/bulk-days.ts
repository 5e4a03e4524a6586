import { daysBetween, daysFrom, mondayOf, weekdayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { BulkInput } from './bulk-schema';
import { isBooked } from './cell';
import type { LoadedWeek } from './load-week';
import type { CellChange } from './schema';

/** The days that were asked for: these weekdays of the period, every week or one in two. */
export function daysAsked({ from, to, weekdays, every }: Pick<BulkInput, 'from' | 'to' | 'weekdays' | 'every'>): LocalDate[] {
  const first = mondayOf(from);
  return daysFrom(from, to).filter((day) => weekdays.includes(weekdayOf(day)) && (daysBetween(first, mondayOf(day)) / 7) % every === 0);
}

/** The ticks that a parent would make one by one; to replace, also the unticks of the other days to come. */
export function changesAsked(loaded: LoadedWeek, input: BulkInput, today: LocalDate): CellChange[] {
  const { service, from, to, mode } = input;
  const asked = daysAsked(input);
  const others = mode === 'add' ? [] : daysFrom(from < today ? today : from, to).filter((day) => !asked.includes(day));
  return [...new Set(input.childIds)].flatMap((childId) => [
    ...asked.map((day): CellChange => ({ childId, service, day, booked: true })),
    ...others.filter((day) => isBooked(loaded.days, childId, service, day)).map((day): CellChange => ({ childId, service, day, booked: false })),
  ]);
}

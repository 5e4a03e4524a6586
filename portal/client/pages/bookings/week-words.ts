import { formatDate, monthName, weekdayShort } from '../../../../src-main/kernel/french-dates';
import { addDays, dayOfMonth, monthOf, weekdayOf, yearOf } from '../../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../../src-main/kernel/local-date';

export { euros } from '../../components/amounts';

const ordinal = (day: LocalDate): string => (dayOfMonth(day) === 1 ? '1er' : String(dayOfMonth(day)));

/** "Semaine du 9 au 13 novembre 2026", from Monday to the last day shown (Friday at least). */
export function weekTitle(monday: LocalDate, days: readonly LocalDate[]): string {
  const friday = addDays(monday, 4);
  const shown = days.at(-1) ?? friday;
  const last = shown > friday ? shown : friday;
  const month = monthOf(monday) === monthOf(last) ? '' : ` ${monthName(monthOf(monday))}`;
  const year = yearOf(monday) === yearOf(last) ? '' : ` ${yearOf(monday)}`;
  return `Semaine du ${ordinal(monday)}${month}${year} au ${formatDate(last)}`;
}

/** "lun." */
export const shortWeekday = (day: LocalDate): string => `${weekdayShort(weekdayOf(day))}.`;

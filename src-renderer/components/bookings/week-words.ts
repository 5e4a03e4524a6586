import { dayOfMonth, addDays, isoWeek, monthOf, yearOf } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { formatDate, monthName } from '../../../src-main/kernel/french-dates';

const ordinal = (day: LocalDate): string => (dayOfMonth(day) === 1 ? '1er' : String(dayOfMonth(day)));

/** "du 2 au 8 novembre 2026", "du 28 septembre au 4 octobre 2026". */
export function weekInWords(monday: LocalDate): string {
  const sunday = addDays(monday, 6);
  const year = yearOf(monday) === yearOf(sunday) ? '' : ` ${yearOf(monday)}`;
  const month = monthOf(monday) === monthOf(sunday) ? '' : ` ${monthName(monthOf(monday))}`;
  return `du ${ordinal(monday)}${month}${year} au ${formatDate(sunday)}`;
}

/** "Semaine 45, du 2 au 8 novembre 2026" */
export const weekTitle = (monday: LocalDate): string => `Semaine ${isoWeek(monday)}, ${weekInWords(monday)}`;

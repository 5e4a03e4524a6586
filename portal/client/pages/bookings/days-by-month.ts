import { monthName } from '../../../../src-main/kernel/french-dates';
import { dayOfMonth, monthOf, yearOf } from '../../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../../src-main/kernel/local-date';
import { enumerated } from '../../../../src-main/kernel/text';

export interface DaysOfMonth {
  /** "Novembre 2026" */
  readonly month: string;
  /** "9, 10 et 12" */
  readonly days: string;
}

/** Many days, month by month. */
export function daysByMonth(days: readonly LocalDate[]): DaysOfMonth[] {
  const months = new Map<string, number[]>();
  for (const day of [...days].sort()) {
    const name = monthName(monthOf(day));
    const month = `${name.charAt(0).toLocaleUpperCase('fr-FR')}${name.slice(1)} ${yearOf(day)}`;
    months.set(month, [...(months.get(month) ?? []), dayOfMonth(day)]);
  }
  return [...months].map(([month, numbers]) => ({ month, days: enumerated(numbers.map((number) => (number === 1 ? '1er' : String(number)))) }));
}

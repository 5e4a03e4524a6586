import { formatMonth, monthName } from '../../kernel/french-dates';
import { addMonths, firstOfMonth, lastOfMonth, monthOf, yearOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Days } from '../rulebook/schema';

/** A month as a text, "2026-10": bills are made of whole months. */
export type Month = string & { readonly __brand: 'Month' };

export const monthKey = (day: LocalDate): Month => day.slice(0, 7) as Month;
export const firstDay = (month: Month): LocalDate => `${month}-01` as LocalDate;
export const daysOf = (month: Month): Days => ({ from: firstDay(month), to: lastOfMonth(firstDay(month)) });

/** Every month that a period touches, in order. */
export function monthsOf({ from, to }: Days): Month[] {
  const months: Month[] = [];
  for (let day = firstOfMonth(from); day <= to; day = addMonths(day, 1)) months.push(monthKey(day));
  return months;
}

/** True for a period from the first day of a month to the last day of one. */
export const isWholeMonths = ({ from, to }: Days): boolean => from <= to && from === firstOfMonth(from) && to === lastOfMonth(to);

/** The months just before a period, as many as it has. */
export function monthsBefore(period: Days): Days {
  const count = monthsOf(period).length;
  return { from: addMonths(firstOfMonth(period.from), -count), to: lastOfMonth(addMonths(firstOfMonth(period.from), -1)) };
}

/** "octobre 2026", "septembre et octobre 2026", "novembre 2026 à janvier 2027". */
export function periodLabel({ from, to }: Days): string {
  const months = monthsOf({ from, to });
  if (months.length < 2) return formatMonth(from);
  if (yearOf(from) !== yearOf(to)) return `${formatMonth(from)} à ${formatMonth(to)}`;
  return `${monthName(monthOf(from))} ${months.length === 2 ? 'et' : 'à'} ${formatMonth(to)}`;
}

/** "de septembre 2026", "d’octobre 2026" */
export const ofMonth = (month: Month): string => {
  const words = formatMonth(firstDay(month));
  return /^[ao]/.test(words) ? `d’${words}` : `de ${words}`;
};

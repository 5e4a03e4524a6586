import { addDays, addMonths, daysFrom, firstOfMonth, lastOfMonth, mondayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';

/** What a page of bookings shows at a time, as the town chose (guides, 3.1). */
export const PERIODS = ['week', 'month'] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** A week from Monday to Sunday, or a calendar month. */
export interface Period {
  readonly by: PeriodKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The week or the month that holds a day. */
export function periodOf(by: PeriodKind, day: LocalDate): Period {
  const from = by === 'week' ? mondayOf(day) : firstOfMonth(day);
  return { by, from, to: by === 'week' ? addDays(from, 6) : lastOfMonth(day) };
}

/** The period so many weeks or months later; earlier when negative. */
export const periodAfter = ({ by, from }: Pick<Period, 'by' | 'from'>, count: number): Period =>
  periodOf(by, by === 'week' ? addDays(from, 7 * count) : addMonths(from, count));

export const daysOf = ({ from, to }: Period): LocalDate[] => daysFrom(from, to);

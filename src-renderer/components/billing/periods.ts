import type { PeriodChoice } from '../../../src-main/features/billing/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { ofPeriod } from './billing-words';

export interface PeriodSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** "d’octobre 2026", "de septembre 2026 à octobre 2026" */
  readonly words: string;
  readonly warnings: readonly string[];
}

/** The months from one to another, both named by their first day; null when they are reversed or unknown. */
export function spanOfPeriods(periods: readonly PeriodChoice[], from: string, to: string): PeriodSpan | null {
  const first = periods.find((period) => period.from === from);
  const last = periods.find((period) => period.from === to);
  if (!first || !last || last.from < first.from) return null;
  const inside = periods.filter((period) => period.from >= first.from && period.to <= last.to).sort((one, other) => (one.from < other.from ? -1 : 1));
  return {
    from: first.from, to: last.to,
    words: first === last ? ofPeriod(first.label) : `${ofPeriod(first.label)} à ${last.label}`,
    warnings: [...new Set(inside.flatMap(({ warning }) => (warning === null ? [] : [warning])))],
  };
}

import { addDays, addMonths, firstOfMonth, lastOfMonth, makeDate } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';

/** The months of the demo town, as they stand on the day on which it is looked at. */
export interface DemoMonths {
  /** First day on which rolls are called. */
  readonly calledFrom: LocalDate;
  /** From this day on a call may have been forgotten: its month is not invoiced yet. */
  readonly mayForgetFrom: LocalDate;
  /** The month that is invoiced and partly paid; null in the first weeks of a school year. */
  readonly invoiced: { readonly from: LocalDate; readonly to: LocalDate; readonly issuedOn: LocalDate } | null;
}

/** The secretary invoices on the third, once the roll calls of the month are gone over. */
const DAY_OF_ISSUE = 2;

/**
 * Of the months that are over, the last one waits for its invoices and the one before has them:
 * whoever opens the demo can take a month from roll call to settled account. While the school
 * year holds but one month that is over, that one is invoiced.
 */
export function demoMonths(today: LocalDate, schoolYear: number): DemoMonths {
  const start = makeDate(schoolYear, 9, 1);
  const current = firstOfMonth(addDays(today, -1));
  const from = [addMonths(current, -2), addMonths(current, -1)].find((month) => month >= start) ?? null;
  if (!from || from >= current) return { calledFrom: current > start ? current : start, mayForgetFrom: current, invoiced: null };
  const next = addMonths(from, 1);
  return { calledFrom: from, mayForgetFrom: next, invoiced: { from, to: lastOfMonth(from), issuedOn: addDays(next, DAY_OF_ISSUE) } };
}

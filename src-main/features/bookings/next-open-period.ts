import type { Context } from '../../platform/procedures/services';
import { cellOf } from './cell';
import type { Household } from './family-week';
import { loadDays } from './load-week';
import { daysOf, periodAfter, periodOf } from './period';
import type { Period, PeriodKind } from './period';
import type { PeriodTable } from './schema';
import { servicesOf } from './week-table';

/** The summer holidays and a little more: beyond, nothing is suggested. */
const AHEAD: Readonly<Record<PeriodKind, number>> = { week: 10, month: 3 };

const mayChangeAny = ({ children }: PeriodTable): boolean => children.some(({ rows }) => rows.some(({ cells }) => cells.some(({ mayChange }) => mayChange)));

/** For a period in which nothing can change: the next one, from today on, in which something can. One reading for all of them; null when none is near. */
export async function withNextOpen(context: Pick<Context, 'db' | 'clock'>, household: Household, table: PeriodTable): Promise<PeriodTable> {
  if (table.children.length === 0 || mayChangeAny(table)) return table;
  const now = periodOf(table.by, table.today);
  const first = table.from < now.from ? now : periodAfter(table, 1);
  const periods = Array.from({ length: AHEAD[table.by] }, (_, index) => periodAfter(first, index));
  const { judges } = await loadDays(context, household.familyIds, { from: first.from, to: periods.at(-1)!.to });
  const isOpen = (period: Period): boolean => [...judges.values()].some((judge) => judge.family.children.some((child) =>
    household.childIds.has(child.id) && servicesOf(judge, child, period).some((service) =>
      daysOf(period).some((day) => cellOf(judge, { child, service, day, wanted: undefined }).mayChange))));
  return { ...table, nextOpen: periods.find(isOpen)?.from ?? null };
}

import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { cellOf } from './cell';
import { askedPeriod, periodTableOf } from './family-week';
import type { Household, Wanted } from './family-week';
import { loadDays } from './load-week';
import type { LoadedWeek } from './load-week';
import { daysOf, periodAfter, periodOf } from './period';
import type { Period, PeriodKind } from './period';
import type { PeriodTable } from './schema';
import { servicesOf } from './week-table';

/** The summer holidays and a little more: beyond, nothing is suggested. */
const AHEAD: Readonly<Record<PeriodKind, number>> = { week: 10, month: 3 };

const mayChangeAny = ({ children }: PeriodTable): boolean => children.some(({ rows }) => rows.some(({ cells }) => cells.some(({ mayChange }) => mayChange)));

/**
 * A week or a month of a household, priced as if the unsaved changes were saved; where nothing in it can change, with the next
 * one, from today on, in which something can (null when none is near). The period after is read
 * along with it: most of the time it is the one.
 */
export async function periodWithNextOpen(context: Pick<Context, 'db' | 'clock'>, household: Household, { changes, ...asked }: Wanted): Promise<PeriodTable> {
  const today = await localToday(context);
  const period = askedPeriod(asked, today);
  const after = periodAfter(period, 1);
  const loaded = await loadDays(context, household.familyIds, { from: period.from, to: after.to });
  const table = periodTableOf(loaded, household, period, today, changes);
  if (table.children.length === 0 || mayChangeAny(table)) return table;
  if (after.to >= today && isOpen(loaded, household, after)) return { ...table, nextOpen: after.from };
  return { ...table, nextOpen: await laterOpening(context, household, period, today) };
}

async function laterOpening(context: Pick<Context, 'db' | 'clock'>, household: Household, period: Period, today: LocalDate): Promise<LocalDate | null> {
  const now = periodOf(period.by, today);
  const first = period.from < now.from ? now : periodAfter(period, 2);
  const periods = Array.from({ length: AHEAD[period.by] }, (_, index) => periodAfter(first, index));
  const loaded = await loadDays(context, household.familyIds, { from: first.from, to: periods.at(-1)!.to });
  return periods.find((one) => isOpen(loaded, household, one))?.from ?? null;
}

function isOpen({ judges }: LoadedWeek, household: Household, period: Period): boolean {
  return [...judges.values()].some((judge) => judge.family.children.some((child) =>
    household.childIds.has(child.id) && servicesOf(judge, child, period).some((service) =>
      daysOf(period).some((day) => cellOf(judge, { child, service, day, wanted: undefined }).mayChange))));
}

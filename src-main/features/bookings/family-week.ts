import { addDays, mondayOf, weekdayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { serviceLabel } from '../enrolments/service-choices';
import type { ChildFacts } from '../families/schema';
import type { Result } from '../rulebook/schema';
import { localToday } from '../town/queries';
import { cellOf } from './cell';
import type { Judge } from './cell';
import { deadlineSentences } from './deadline-sentences';
import { judgeWithChanges, loadWeek } from './load-week';
import type { LoadedWeek } from './load-week';
import { noticesOf } from './notices';
import { daysOf, periodAfter, periodOf } from './period';
import type { Period, PeriodKind } from './period';
import type { CellChange, PeriodTable, WeekTable } from './schema';
import { childWeek, columnsOf, extraOf, inRulebookOrder, keepColumns, pricePeriod, servicesOf, sum } from './week-table';
import type { WantedDay } from './with-changes';

/** Whose week, in which families; only these children are shown. */
export interface Household {
  readonly familyIds: readonly number[];
  readonly childIds: ReadonlySet<number>;
  readonly schoolAndClass: (childId: number) => string;
  /** Who reads the table; by default a parent. */
  readonly reader?: 'staff';
}

/** The week to open on: this one, or the next from Saturday on. */
export const currentMonday = (today: LocalDate): LocalDate =>
  ['sat', 'sun'].includes(weekdayOf(today)) ? addDays(mondayOf(today), 7) : mondayOf(today);

/** How far ahead a page may go, in days. */
export const HORIZON_DAYS = 370;

export interface Wanted {
  readonly by: PeriodKind;
  /** Any day of the period; today's by default. */
  readonly day?: LocalDate | undefined;
  readonly changes: readonly CellChange[];
}

/** The period that holds the day; by default the present one. */
export const askedPeriod = ({ by, day }: Omit<Wanted, 'changes'>, today: LocalDate): Period => periodOf(by, day ?? (by === 'week' ? currentMonday(today) : today));

/** The week of a household, priced as if the unsaved changes were saved. */
export async function familyWeek(context: Pick<Context, 'db' | 'clock'>, household: Household, wanted: { monday?: LocalDate | undefined; changes: readonly CellChange[] }): Promise<WeekTable> {
  const today = await localToday(context);
  const period = askedPeriod({ by: 'week', day: wanted.monday }, today);
  const table = periodTableOf(await loadWeek(context, household.familyIds, period.from, period.to), household, period, today, wanted.changes);
  return { ...table, monday: table.from };
}

/** The table of a loaded period. Pure. */
export function periodTableOf(loaded: LoadedWeek, household: Household, period: Period, today: LocalDate, changes: readonly CellChange[]): PeriodTable {
  const { rulebook } = loaded;
  const results: Result[] = [];
  const tables = [...loaded.judges.values()].flatMap((judge) => {
    const priced = pricePeriod(judgeWithChanges(loaded, judge, allowedChanges(judge, changes)), period);
    results.push(priced);
    const children = judge.family.children.filter(({ id }) => household.childIds.has(id));
    return children.filter((child) => servicesOf(judge, child, period).length > 0).map((child) =>
      childWeek({ judge, priced, children }, judge.family, child, { ...household, rulebook, period, now: judge.now, changes }));
  });
  const columns = columnsOf(tables.flatMap(({ rows }) => rows.map(({ cells }) => cells)), period);
  const kept = daysOf(period).map((day) => columns.includes(day));
  const extras = results.flatMap(({ lines }) => lines.filter(({ child }) => child === null).map(extraOf));
  const services = inRulebookOrder(rulebook, tables.flatMap(({ rows }) => rows.map(({ service }) => service)));
  const [previous, next] = [periodAfter(period, -1), periodAfter(period, 1)];
  return {
    ...period, today,
    previous: previous.to >= addDays(today, -HORIZON_DAYS) ? previous.from : null,
    next: next.from <= addDays(today, HORIZON_DAYS) ? next.from : null,
    nextOpen: null,
    days: columns,
    deadlines: deadlineSentences({
      rulebook, calendar: loaded.days.calendar, days: columns, now: [...loaded.judges.values()][0]?.now ?? (`${today}T00:00` as Judge['now']),
      services: services.map((id) => ({ id, label: serviceLabel(rulebook, id) })),
    }),
    children: tables.map((table) => keepColumns(table, kept)),
    extras,
    totalCents: sum([...tables, ...extras].map(({ totalCents }) => totalCents)),
    notices: noticesOf(rulebook, tables.length, results, household.reader ?? 'parent'),
  };
}

/** Of the changes, those for this family's children that its cells allow now. */
export function allowedChanges(judge: Judge, changes: readonly CellChange[]): WantedDay[] {
  return changes.flatMap((change) => {
    const child = judge.family.children.find(({ id }) => id === change.childId);
    const cell = child && cellOf(judge, { child, service: change.service, day: change.day, wanted: change.booked });
    return cell?.mayChange && cell.pending ? [wantedDay(judge, child!, change, cell.state === 'lateBooked' ? 'late' : 'inTime')] : [];
  });
}

export const wantedDay = (judge: Judge, child: ChildFacts, { service, day, booked }: CellChange, timing: 'inTime' | 'late'): WantedDay =>
  ({ childId: child.id, service, day, booked, timing, familyId: judge.family.id });

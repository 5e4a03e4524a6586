import { weekdayOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { formatEuros } from '../../kernel/money';
import type { Cents } from '../../kernel/money';
import { countedUnits, registerName, searchable } from '../../kernel/text';
import { idOf } from '../child-days/family-facts';
import { covers } from '../enrolments/periods';
import { serviceLabel, serviceUnit } from '../enrolments/service-choices';
import type { ChildFacts, FamilyFacts } from '../families/schema';
import { evaluate } from '../rulebook/evaluate';
import { typeset } from '../rulebook/explain';
import type { Line, Result, Rulebook } from '../rulebook/schema';
import { cellOf } from './cell';
import type { Judge } from './cell';
import { daysOf } from './period';
import type { Period } from './period';
import type { Cell, CellChange, ChildWeek, ExtraLine, ServiceRow } from './schema';

/** A family's part of a period: who is shown, judged on what. */
export interface FamilyWeek {
  readonly judge: Judge;
  /** Prices what is booked, the unsaved changes included. */
  readonly priced: Result;
  readonly children: readonly ChildFacts[];
}

export interface WeekRequestOf {
  readonly rulebook: Rulebook;
  readonly period: Period;
  readonly now: LocalDateTime;
  readonly changes: readonly CellChange[];
  readonly schoolAndClass: (childId: number) => string;
}

/** Prices a period of one family; past decisions are not worded again, for nobody reads them here. Pure. */
export const pricePeriod = ({ rulebook, facts }: Judge, { from, to }: Pick<Period, 'from' | 'to'>): Result => evaluate(rulebook, facts, { from, to }, { isSilent: true });

/** Services that a child is enrolled in during the period, in the order of the rulebook. */
export function servicesOf(judge: Judge, child: ChildFacts, { from, to }: Pick<Period, 'from' | 'to'>): string[] {
  return inRulebookOrder(judge.rulebook, judge.days.enrolments
    .filter((one) => one.childId === child.id && one.fromOn <= to && (covers(one, from) || one.fromOn >= from))
    .map(({ service }) => service));
}

/** Services in the order of the rulebook; those it no longer knows come last. */
export function inRulebookOrder(rulebook: Rulebook, services: readonly string[]): string[] {
  const order = rulebook.versions.flatMap((version) => version.services.map(({ id }) => id));
  return [...new Set([...order.filter((id) => services.includes(id)), ...services])];
}

const isOpen = ({ state }: Cell): boolean => state !== 'closed' && state !== 'notEnrolled';

/**
 * The columns. A week: Monday to Friday, Wednesday and the weekend only where something can happen
 * there. A month: the days on which something can, for it has many.
 */
export function columnsOf(rows: readonly (readonly Cell[])[], period: Period): LocalDate[] {
  return daysOf(period).filter((day, index) =>
    rows.some((cells) => cells[index] && isOpen(cells[index])) || (period.by === 'week' && !['wed', 'sat', 'sun'].includes(weekdayOf(day))));
}

/** One child's table: rows of cells, quantities, prices, totals, and what rules add beside. */
export function childWeek({ judge, priced }: FamilyWeek, family: FamilyFacts, child: ChildFacts, asked: WeekRequestOf): ChildWeek {
  const days = daysOf(asked.period);
  const lines = priced.lines.filter((line) => line.child === idOf(child.id));
  const rows = openRows(servicesOf(judge, child, asked.period).map((service) => {
    const cells = days.map((day) => cellOf(judge, { child, service, day, wanted: wantedOf(asked.changes, child.id, service, day) }));
    return serviceRow(asked.rulebook, service, cells, lines.filter((line) => line.kind === 'unit' && line.service === service));
  }));
  const extras = [...unbookable(asked.rulebook, rows, lines), ...lines.filter((line) => line.kind !== 'unit').map(extraOf)];
  return {
    childId: child.id,
    familyId: family.id,
    name: registerName(child.lastName, child.firstName),
    firstName: child.firstName,
    schoolAndClass: asked.schoolAndClass(child.id),
    rows,
    dayCounts: days.map((_, index) => rows.filter((row) => row.cells[index]?.booked).length),
    extras,
    totalCents: sum([...rows, ...extras].map(({ totalCents }) => totalCents)),
  };
}

/** Leaves out the services that are closed all the time, unless all are: the holiday centre in school weeks, the canteen in holidays. */
function openRows(rows: readonly ServiceRow[]): readonly ServiceRow[] {
  const open = rows.filter(({ cells, quantity }) => quantity > 0 || cells.some(({ state }) => state !== 'closed'));
  return open.length > 0 ? open : rows;
}

function serviceRow(rulebook: Rulebook, service: string, cells: readonly Cell[], lines: readonly Line[]): ServiceRow {
  const prices = new Set(lines.filter(({ quantity }) => quantity > 0).map(({ unitPriceCents }) => unitPriceCents));
  const shown = prices.size === 0 ? new Set(cells.filter((cell) => cell.mayChange).map(({ priceCents }) => priceCents)) : prices;
  const [only = null] = shown.size === 1 ? shown : [];
  return {
    service,
    label: serviceLabel(rulebook, service),
    cells,
    unit: serviceUnit(rulebook, service),
    quantity: sum(lines.map(({ quantity }) => quantity)),
    unitPriceCents: only,
    totalCents: sum(lines.map(({ totalCents }) => totalCents)),
  };
}

/** A line that stands beside the units: its rule's label is its explanation's first sentence. */
export const extraOf = (line: Line): ExtraLine => ({ label: typeset(line.explanation[0] ?? line.unit), totalCents: line.totalCents });

/** Units of services that nobody books, added by themselves to those of another one: "Goûter : 4 × 0,60 €". */
function unbookable(rulebook: Rulebook, rows: readonly ServiceRow[], lines: readonly Line[]): ExtraLine[] {
  const beside = lines.filter((line) => line.kind === 'unit' && line.quantity > 0 && !rows.some(({ service }) => service === line.service));
  return [...new Set(beside.map(({ service }) => service ?? ''))].map((service) => {
    const mine = beside.filter((line) => line.service === service);
    const quantity = sum(mine.map((line) => line.quantity));
    const [price = null, ...others] = new Set(mine.map(({ unitPriceCents }) => unitPriceCents));
    const each = price === null || others.length > 0 ? '' : ` × ${formatEuros(price as Cents)}`;
    const [label, unit] = [serviceLabel(rulebook, service), serviceUnit(rulebook, service)];
    // "Goûter : 4 × 0,60 €": the word is not said twice.
    const units = countedUnits(quantity, searchable(label) === searchable(unit) ? '' : unit);
    return { label: `${label} : ${units}${each}`, totalCents: sum(mine.map(({ totalCents }) => totalCents)) };
  });
}

const wantedOf = (changes: readonly CellChange[], childId: number, service: string, day: LocalDate): boolean | undefined =>
  changes.find((one) => one.childId === childId && one.service === service && one.day === day)?.booked;

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Keeps the shown columns of a child's table. */
export function keepColumns(table: ChildWeek, kept: readonly boolean[]): ChildWeek {
  return {
    ...table,
    dayCounts: table.dayCounts.filter((_, index) => kept[index]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index]) })),
  };
}

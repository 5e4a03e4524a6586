import { addDays, daysFrom, weekdayOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import { idOf } from '../child-days/family-facts';
import { covers } from '../enrolments/periods';
import { serviceLabel } from '../enrolments/service-choices';
import type { ChildFacts, FamilyFacts } from '../families/schema';
import { evaluate } from '../rulebook/evaluate';
import { typeset } from '../rulebook/explain';
import type { Line, Result, Rulebook } from '../rulebook/schema';
import { cellOf } from './cell';
import type { Judge } from './cell';
import type { Cell, CellChange, ChildWeek, ExtraLine, ServiceRow } from './schema';

/** A family's part of the week: who is shown, judged on what. */
export interface FamilyWeek {
  readonly judge: Judge;
  /** Prices what is booked, the unsaved changes included. */
  readonly priced: Result;
  readonly children: readonly ChildFacts[];
}

export interface WeekRequestOf {
  readonly rulebook: Rulebook;
  readonly monday: LocalDate;
  readonly now: LocalDateTime;
  readonly changes: readonly CellChange[];
  readonly schoolAndClass: (childId: number) => string;
}

/** Evaluates the week of one family. Pure. */
export function priceWeek(judge: Judge, monday: LocalDate): Result {
  return evaluate(judge.rulebook, judge.facts, { from: monday, to: addDays(monday, 6) });
}

/** Services that a child is enrolled in during the week, in the order of the rulebook. */
export function servicesOf(judge: Judge, child: ChildFacts, monday: LocalDate): string[] {
  const sunday = addDays(monday, 6);
  const mine = new Set(judge.days.enrolments
    .filter((one) => one.childId === child.id && one.fromOn <= sunday && (covers(one, monday) || one.fromOn >= monday))
    .map(({ service }) => service));
  const order = judge.rulebook.versions.flatMap(({ services }) => services.map(({ id }) => id));
  return [...new Set([...order.filter((id) => mine.has(id)), ...mine])];
}

/** The columns: Monday to Friday, with the weekend only where something can happen there. */
export function columnsOf(rows: readonly (readonly Cell[])[], monday: LocalDate): LocalDate[] {
  const week = daysFrom(monday, addDays(monday, 6));
  return week.filter((day, index) => {
    if (rows.some((cells) => cells[index] && cells[index].state !== 'closed' && cells[index].state !== 'notEnrolled')) return true;
    const alwaysShown = !['wed', 'sat', 'sun'].includes(weekdayOf(day));
    return alwaysShown;
  });
}

/** One child's table: rows of cells, quantities, prices, totals, and what rules add beside. */
export function childWeek({ judge, priced }: FamilyWeek, family: FamilyFacts, child: ChildFacts, asked: WeekRequestOf): ChildWeek {
  const week = daysFrom(asked.monday, addDays(asked.monday, 6));
  const lines = priced.lines.filter((line) => line.child === idOf(child.id));
  const rows = servicesOf(judge, child, asked.monday).map((service) => {
    const cells = week.map((day) => cellOf(judge, { child, service, day, wanted: wantedOf(asked.changes, child.id, service, day) }));
    return serviceRow(asked.rulebook, service, cells, lines.filter((line) => line.kind === 'unit' && line.service === service));
  });
  const extras = lines.filter((line) => line.kind !== 'unit').map(extraOf);
  return {
    childId: child.id,
    familyId: family.id,
    name: registerName(child.lastName, child.firstName),
    firstName: child.firstName,
    schoolAndClass: asked.schoolAndClass(child.id),
    rows,
    dayCounts: week.map((_, index) => rows.filter((row) => row.cells[index]?.booked).length),
    extras,
    totalCents: sum([...rows, ...extras].map(({ totalCents }) => totalCents)),
  };
}

function serviceRow(rulebook: Rulebook, service: string, cells: readonly Cell[], lines: readonly Line[]): ServiceRow {
  const prices = new Set(lines.filter(({ quantity }) => quantity > 0).map(({ unitPriceCents }) => unitPriceCents));
  const shown = prices.size === 0 ? new Set(cells.filter((cell) => cell.mayChange).map(({ priceCents }) => priceCents)) : prices;
  const [only = null] = shown.size === 1 ? shown : [];
  return {
    service,
    label: serviceLabel(rulebook, service),
    cells,
    quantity: sum(lines.map(({ quantity }) => quantity)),
    unitPriceCents: only,
    totalCents: sum(lines.map(({ totalCents }) => totalCents)),
  };
}

/** A line that stands beside the units: its rule's label is its explanation's first sentence. */
export const extraOf = (line: Line): ExtraLine => ({ label: typeset(line.explanation[0] ?? line.unit), totalCents: line.totalCents });

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

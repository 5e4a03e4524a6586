import type { Cell, ExtraLine, Grid, GridRow, WeekTable } from '../../../src-main/features/bookings/schema';
import { DIET_LABELS } from '../../../src-main/features/families/schema';
import type { Diet } from '../../../src-main/features/families/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';

/** A line of the week: a child in a service. */
export interface SheetLine {
  readonly key: string;
  readonly childId: number;
  readonly familyId: number;
  readonly service: string;
  /** The head of the line: the child, or the service under its child. */
  readonly name: string;
  readonly detail: string;
  /** Names the line in a sentence: "ALAIN Anna", "Anna, Cantine". */
  readonly said: string;
  /** In the order of the days. */
  readonly cells: readonly Cell[];
  /** Only where prices are shown. */
  readonly money: { readonly quantity: number; readonly unit: string; readonly unitPriceCents: number | null; readonly totalCents: number } | null;
}

/** Lines under one head: a child of a family; or all, without a head. */
export interface SheetGroup {
  readonly key: string;
  readonly title: string | null;
  readonly detail: string;
  readonly lines: readonly SheetLine[];
  readonly extras: readonly ExtraLine[];
  /** In the order of the days; shown under a head only. */
  readonly dayCounts: readonly number[];
  readonly totalCents: number;
}

/** A week as the grid draws it, by class or by family. */
export interface WeekSheet {
  readonly monday: LocalDate;
  readonly today: LocalDate;
  readonly days: readonly LocalDate[];
  readonly groups: readonly SheetGroup[];
  /** Saved places left a day; null without limit. Empty when the sheet shows none. */
  readonly placesLeft: readonly (number | null)[];
  readonly extras: readonly ExtraLine[];
  /** Null where the sheet shows no prices. */
  readonly totalCents: number | null;
}

/** The menu, where it is not the day's. */
const dietInWords = (diet: string): string => (diet === '' ? '' : (DIET_LABELS[diet as Diet] ?? diet));

export const cellKey = (childId: number, service: string, day: string): string => `${childId} ${service} ${day}`;

/** All lines, in the order in which arrow keys go through them. */
export const linesOf = (sheet: WeekSheet): readonly SheetLine[] => sheet.groups.flatMap(({ lines }) => lines);

/** The sheet of a class, a school or the town in one service. `withClass`: several classes are mixed. */
export function sheetOfGrid(grid: Grid, withClass: boolean): WeekSheet {
  const service = grid.service ?? '';
  const lineOf = (row: GridRow): SheetLine => ({
    key: `${row.childId}`, childId: row.childId, familyId: row.familyId, service, name: row.name, said: row.name, cells: row.cells, money: null,
    detail: [withClass ? row.className : '', dietInWords(row.diet)].filter(Boolean).join(' · '),
  });
  const group: SheetGroup = { key: 'all', title: null, detail: '', lines: grid.rows.map(lineOf), extras: [], dayCounts: [], totalCents: 0 };
  return { monday: grid.monday, today: grid.today, days: grid.days, groups: [group], placesLeft: grid.placesLeft, extras: [], totalCents: null };
}

/** The sheet of a family: every child, every service, prices and totals as the host gives them. */
export function sheetOfFamily({ monday, today, days, children, extras, totalCents }: WeekTable): WeekSheet {
  const groups = children.map((child): SheetGroup => ({
    key: `${child.childId}`, title: child.name, detail: child.schoolAndClass, extras: child.extras, dayCounts: child.dayCounts, totalCents: child.totalCents,
    lines: child.rows.map(({ service, label, cells, unit, quantity, unitPriceCents, totalCents: lineCents }) => ({
      key: `${child.childId} ${service}`, childId: child.childId, familyId: child.familyId, service, name: label, detail: '', said: `${child.firstName}, ${label}`, cells,
      money: { quantity, unit, unitPriceCents, totalCents: lineCents },
    })),
  }));
  return { monday, today, days, groups, placesLeft: [], extras, totalCents };
}


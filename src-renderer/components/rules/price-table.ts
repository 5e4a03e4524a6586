import type { Bounds, BracketRow, Condition, Formula } from '../../../src-main/features/rulebook/schema';

/** A column of the council's table: one zone, or everybody. */
export interface PriceColumn {
  label: string | null;
  /** Families of these zones; null for all the others. */
  zones: string[] | null;
  /** True when the column has one price whatever the quotient. */
  isFlat: boolean;
  flatCents: number | null;
  /** In the order of the rows. */
  prices: (number | null)[];
}

/** A price as the council's table shows it: rows by quotient (none = one price), columns by zone. */
export interface PriceTable {
  /** The measure that the rows follow; null when no column does. */
  measure: string | null;
  rows: Bounds[];
  columns: PriceColumn[];
}

const isAmount = (formula: Formula): formula is number | null => formula === null || typeof formula === 'number';

/** The table of a formula; null when the formula is richer than a table: it is then kept as it is. */
export function toTable(formula: Formula): PriceTable | null {
  const cases = isChoose(formula) ? formula.cases : [{ price: formula, when: undefined, label: undefined }];
  const last = cases.length - 1;
  const table: PriceTable = { measure: null, rows: [], columns: [] };
  for (const [index, one] of cases.entries()) {
    const zones = zonesOf(one.when);
    if (zones === undefined || (zones === null) !== (index === last)) return null;
    const column: PriceColumn = { label: one.label ?? null, zones, isFlat: true, flatCents: null, prices: [] };
    if (isAmount(one.price)) column.flatCents = one.price;
    else if (!takeBrackets(table, column, one.price)) return null;
    table.columns.push(column);
  }
  for (const column of table.columns) if (column.isFlat) column.prices = table.rows.map(() => null);
  return table;
}

const isChoose = (formula: Formula): formula is Extract<Formula, { kind: 'choose' }> =>
  formula !== null && typeof formula === 'object' && 'kind' in formula && formula.kind === 'choose';

/** Zones of a condition that speaks of nothing else; null = always; undefined = a richer condition. */
function zonesOf(when: Condition | undefined): string[] | null | undefined {
  const facets = Object.keys(when ?? {});
  if (facets.length === 0) return null;
  return facets.length === 1 && when?.zone ? [...when.zone] : undefined;
}

/** Reads brackets into a column; false when they follow other bounds than the columns before. */
function takeBrackets(table: PriceTable, column: PriceColumn, formula: Exclude<Formula, number | null>): boolean {
  if (!('kind' in formula) || formula.kind !== 'brackets' || 'scale' in formula || !formula.rows.every((row) => isAmount(row.price))) return false;
  const bounds = formula.rows.map(({ price: _, ...row }): Bounds => row);
  if (table.measure !== null && (table.measure !== formula.measure || JSON.stringify(bounds) !== JSON.stringify(table.rows))) return false;
  table.measure = formula.measure;
  table.rows = bounds;
  column.isFlat = false;
  column.prices = formula.rows.map((row) => row.price as number | null);
  return true;
}

/** The formula of a table. */
export function fromTable(table: PriceTable): Formula {
  const prices = table.columns.map((column) => formulaOf(table, column));
  const [only] = table.columns;
  if (table.columns.length === 1 && only?.zones === null && only.label === null) return prices[0] ?? null;
  return {
    kind: 'choose',
    cases: table.columns.map((column, index) => ({
      ...(column.label !== null && { label: column.label }),
      ...(column.zones !== null && { when: { zone: column.zones } }),
      price: prices[index] ?? null,
    })),
  };
}

function formulaOf({ measure, rows }: PriceTable, column: PriceColumn): Formula {
  if (column.isFlat || measure === null) return column.flatCents;
  return { kind: 'brackets', measure, rows: rows.map((row, index): BracketRow => ({ ...row, price: column.prices[index] ?? null })) };
}

/** A row more: it starts where the last one ends, which is given an end to type. */
export function addRow(table: PriceTable): void {
  const last = table.rows.at(-1);
  const end = last?.upTo ?? null;
  if (last && last.upTo === undefined && last.below === undefined) last.upTo = null;
  table.rows.push(end === null ? {} : { from: following(end) });
  for (const column of table.columns) column.prices.push(null);
}

export function removeRow(table: PriceTable, index: number): void {
  table.rows.splice(index, 1);
  for (const column of table.columns) column.prices.splice(index, 1);
}

/** The bound that towns print after another: 700 → 701, 500.5 → 500.51. */
export function following(bound: string): string {
  const [, decimals = ''] = bound.split('.');
  const scale = 10 ** decimals.length;
  const next = Math.round(Number(bound) * scale) + 1;
  return (next / scale).toFixed(decimals.length);
}

/** Rows by quotient, from one price; or back to the first price. */
export function setMeasure(table: PriceTable, measure: string | null): void {
  if (measure === null) {
    for (const column of table.columns) {
      if (!column.isFlat) column.flatCents = column.prices[0] ?? null;
      column.isFlat = true;
      column.prices = [];
    }
    table.rows = [];
  } else if (table.rows.length === 0) {
    table.rows = [{ from: '0', upTo: null }, {}];
    for (const column of table.columns) {
      column.isFlat = false;
      column.prices = [column.flatCents, column.flatCents];
    }
  }
  table.measure = measure;
}

/** One column a zone, the last one for every other family; or one for all. */
export function setZones(table: PriceTable, zones: readonly { id: string; label: string }[] | null): void {
  const [model] = table.columns;
  if (!model) return;
  const copy = (column: PriceColumn): PriceColumn => ({ ...column, prices: [...column.prices] });
  table.columns = zones === null
    ? [{ ...copy(model), label: null, zones: null }]
    : zones.map((zone, index) => ({ ...copy(table.columns[index] ?? model), label: zone.label, zones: index === zones.length - 1 ? null : [zone.id] }));
}

import type { Case } from './case';
import { holds } from './conditions';
import { decimal, exact, minus, NOTHING, percentOf, plus, settled, spoken } from './exact';
import type { Exact } from './exact';
import { eurosOf, PRICE_NOT_SET } from './explain';
import { priceFormula } from './formulas';
import type { Adjustment } from './schema';

/** The price of a unit while it is being adjusted. */
export interface Reached {
  /** For each slice; null: not fixed. */
  each: Exact | null;
  /** Once for the line, not once a slice. */
  once: Exact;
  quantity: number;
  /** The part that bundles do not absorb. */
  outside: { each: Exact; once: Exact };
  said: string[];
}

/** Rows that apply, in file order: all that match, but of a group only the first. `null`: unsure. */
function applying(rows: readonly Adjustment[], one: Case): { row: Adjustment; unsure: boolean }[] {
  const groups = new Set<string>();
  const found: { row: Adjustment; unsure: boolean }[] = [];
  for (const row of rows) {
    if (row.group !== undefined && groups.has(row.group)) continue;
    const verdict = holds(row.when, one);
    if (verdict === false) continue;
    if (row.group !== undefined) groups.add(row.group);
    found.push({ row, unsure: verdict === null });
  }
  return found;
}

/** Brackets to move while the price is looked up; null: not fixed. */
function shiftOf(rows: readonly { row: Adjustment; unsure: boolean }[]): number | null {
  let shift = 0;
  for (const { row, unsure } of rows) {
    if (row.bracketShift === undefined) continue;
    if (unsure || row.bracketShift === null) return null;
    shift += row.bracketShift;
  }
  return shift;
}

const signed = (amount: Exact): string => (amount.top < 0n ? `− ${eurosOf({ top: -amount.top, bottom: amount.bottom })}` : `+ ${eurosOf(amount)}`);

function addTo(reached: Reached, row: Adjustment, one: Case): void {
  const { cents } = priceFormula(row.add ?? null, one);
  const once = row.per === 'line';
  if (cents === null) {
    reached.each = null;
    reached.said.push(`${row.label} : ${PRICE_NOT_SET}`);
    return;
  }
  if (once) reached.once = plus(reached.once, cents);
  else if (reached.each) reached.each = plus(reached.each, cents);
  if (row.outsideBundles) {
    const { outside } = reached;
    if (once) outside.once = plus(outside.once, cents);
    else outside.each = plus(outside.each, cents);
  }
  reached.said.push(`${row.label} : ${signed(cents)}${reached.each && !once ? `, soit ${eurosOf(reached.each)}` : ''}`);
}

function changeByPercent(reached: Reached, row: Adjustment, one: Case): void {
  if (row.percent == null) {
    reached.each = null;
    reached.said.push(`${row.label} : ${PRICE_NOT_SET}`);
    return;
  }
  const percent = decimal(row.percent);
  const changed = (amount: Exact): Exact => settled(plus(amount, percentOf(amount, percent)), one.rules.rounding);
  const before = { each: reached.each, once: reached.once };
  if (reached.each) reached.each = changed(reached.each);
  reached.once = changed(reached.once);
  if (row.outsideBundles && before.each && reached.each) {
    reached.outside = {
      each: plus(reached.outside.each, minus(reached.each, before.each)),
      once: plus(reached.outside.once, minus(reached.once, before.once)),
    };
  }
  const sign = percent.top < 0n ? '−' : '+';
  const size = spoken({ top: percent.top < 0n ? -percent.top : percent.top, bottom: percent.bottom });
  reached.said.push(`${row.label} : ${sign} ${size} %${reached.each ? `, soit ${eurosOf(reached.each)}` : ''}`);
}

function replace(reached: Reached, row: Adjustment, one: Case): void {
  const found = priceFormula(row.replace ?? null, one);
  reached.each = found.cents;
  reached.once = NOTHING;
  reached.outside = row.outsideBundles && found.cents ? { each: found.cents, once: NOTHING } : { each: NOTHING, once: NOTHING };
  if (row.per === 'line') reached.quantity = 1;
  else if (found.quantity !== 1) reached.quantity = found.quantity;
  reached.said.push(`${row.label} : ${found.cents === null ? PRICE_NOT_SET : eurosOf(found.cents)}`);
}

/**
 * Step 3 around step 2: moves brackets while `price` looks them up, then adds, multiplies and
 * replaces in file order. Percentages apply to the price reached so far.
 */
export function adjusted(rows: readonly Adjustment[], one: Case, price: (one: Case) => Reached): Reached {
  if (rows.length === 0) return price(one);
  const found = applying(rows, one);
  const shift = shiftOf(found);
  const reached = price(shift ? { ...one, shift } : one);
  if (shift === null) reached.each = null;
  for (const { row, unsure } of found) {
    if (unsure) {
      reached.each = null;
      reached.said.push(`${row.label} : ${PRICE_NOT_SET}`);
    } else if (row.add !== undefined) addTo(reached, row, one);
    else if (row.percent !== undefined) changeByPercent(reached, row, one);
    else if (row.replace !== undefined) replace(reached, row, one);
    else reached.said.push(row.label);
  }
  return reached;
}

/** The whole amount of a line, exact; null: not fixed. */
export const reachedTotal = ({ each, once, quantity }: Reached): Exact | null => (each === null ? null : plus({ top: each.top * BigInt(quantity), bottom: each.bottom }, once));
export const outsideTotal = ({ outside, quantity }: Reached): Exact => plus({ top: outside.each.top * BigInt(quantity), bottom: outside.each.bottom }, outside.once);
export const nothingReached = (said: string[]): Reached => ({ each: exact(0), once: NOTHING, quantity: 0, outside: { each: NOTHING, once: NOTHING }, said });

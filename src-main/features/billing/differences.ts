import { cents, formatEuros } from '../../kernel/money';
import { grouped } from '../families/grouped';
import type { BilledLine } from './billed-months';
import type { PricedLine } from './price-month';

/** A line of a bill to be. */
export interface BillLine extends PricedLine {
  /** True of what changes an earlier bill of the same month. */
  readonly isCorrection: boolean;
}

/** Days, children and services are compared one by one; of amounts that no unit carries, rules too. */
const slotOf = ({ kind, day, childId, service, rule }: BilledLine | PricedLine): string =>
  `${kind} ${day} ${childId ?? ''} ${service ?? ''} ${kind === 'unit' ? '' : (rule ?? '')}`;

const euros = (amount: number): string => formatEuros(cents(amount));
const total = (lines: readonly { readonly totalCents: number }[]): number => lines.reduce((sum, line) => sum + line.totalCents, 0);
const quantity = (lines: readonly { readonly quantity: number }[]): number => lines.reduce((sum, line) => sum + line.quantity, 0);
const weighs = (line: { readonly quantity: number; readonly totalCents: number }): boolean => line.quantity !== 0 || line.totalCents !== 0;

/**
 * What a bill must add so that all bills of a month together say what its price is now. A slot that
 * changed is taken back whole and written anew, so that both stand on paper. Pure.
 */
export function differencesOf(priced: readonly PricedLine[], billed: readonly BilledLine[], isCorrection: boolean): BillLine[] {
  if (billed.length === 0) return priced.filter(weighs).map((line) => ({ ...line, isCorrection }));
  const before = grouped(billed, slotOf);
  const now = grouped(priced, slotOf);
  const lines: BillLine[] = [];
  for (const slot of new Set([...now.keys(), ...before.keys()])) {
    const old = before.get(slot) ?? [];
    const fresh = now.get(slot) ?? [];
    if (total(old) === total(fresh) && quantity(old) === quantity(fresh)) continue;
    lines.push(...changedSlot(old, fresh).map((line) => ({ ...line, isCorrection })));
  }
  return lines.sort((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
}

function changedSlot(old: readonly BilledLine[], fresh: readonly PricedLine[]): PricedLine[] {
  const kept = fresh.filter(weighs);
  const why = fresh.flatMap(({ explanation }) => explanation);
  const back = old.map((line): PricedLine => ({
    ...line, quantity: -line.quantity, totalCents: line.totalCents === 0 ? 0 : -line.totalCents,
    explanation: kept.length > 0 ? [`repris : facturé ${euros(line.totalCents)}`] : [`repris : facturé ${euros(line.totalCents)}`, ...(why.length > 0 ? why : ['n’est plus dû'])],
  }));
  const told = old.length === 0 ? 'pas encore facturé' : `${euros(total(fresh))} au lieu de ${euros(total(old))}`;
  return [...back, ...kept.map((line) => ({ ...line, explanation: [told, ...line.explanation] }))];
}

import { adjusted } from './adjustments';
import type { Reached } from './adjustments';
import type { Case } from './case';
import { firstHolding } from './conditions';
import { NOTHING } from './exact';
import type { Exact } from './exact';
import { eurosOf, PRICE_NOT_SET } from './explain';
import { priceFormula } from './formulas';
import type { Formula, PriceRow } from './schema';

/** Steps 2 and 3 for a unit, and the row that gave its price. */
export interface FullPrice {
  reached: Reached;
  row: PriceRow | undefined;
}

const reach = (each: Exact | null, quantity: number, said: string): Reached => ({ each, once: NOTHING, quantity, outside: { each: NOTHING, once: NOTHING }, said: [said] });

/** The price that a formula gives, with its sentence. */
export function reachedBy(label: string, formula: Formula, one: Case): Reached {
  const { cents, quantity, said } = priceFormula(formula, one);
  const amount = cents === null ? PRICE_NOT_SET : eurosOf(cents);
  const known = said.at(-1)?.endsWith(`= ${amount}`) ?? false;
  return reach(cents, quantity, `${label} : ${(known ? said : [...said, amount]).join(', ')}`);
}

/** Steps 2 and 3: the first price row that matches, then the adjustments (spec §7). */
export function fullPriceOf(one: Case): FullPrice {
  const rules = one.service === null ? undefined : one.rules.services.get(one.service);
  const found = firstHolding(rules?.prices ?? [], one);
  const reached = adjusted(rules?.adjustments ?? [], one, (shifted) => {
    if (!found) return reach(null, 1, 'aucun tarif ne correspond');
    return found.unsure ? reach(null, 1, `${found.row.label} : ${PRICE_NOT_SET}`) : reachedBy(found.row.label, found.row.price, shifted);
  });
  return { reached, row: found?.row };
}

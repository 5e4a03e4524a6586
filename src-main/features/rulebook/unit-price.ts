import { priceAbsence } from './absences';
import type { UnitPrice } from './absences';
import type { Case } from './case';
import { fullPriceOf } from './prices';

/** Steps 1 to 3 for one unit: absence, price, adjustments. */
export function priceUnit(one: Case, absent: boolean): UnitPrice {
  if (absent) return priceAbsence(one, () => fullPriceOf(one));
  const { reached, row } = fullPriceOf(one);
  return { ...reached, rule: row?.id, priceRule: undefined };
}

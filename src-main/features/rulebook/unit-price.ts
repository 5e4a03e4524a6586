import { absenceOf } from './absences';
import { adjusted, nothingReached } from './adjustments';
import type { Reached } from './adjustments';
import type { Case } from './case';
import { firstHolding } from './conditions';
import { decimal, exact, NOTHING, percentOf, plus, settled, spoken } from './exact';
import { euros, eurosOf, hour, PRICE_NOT_SET } from './explain';
import { priceFormula } from './formulas';
import type { Formula, PriceRow } from './schema';

/** A unit priced: what it costs, by which rows, and how. */
export interface UnitPrice extends Reached {
  rule: string | undefined;
  priceRule: string | undefined;
}

function reachedBy(label: string, formula: Formula, one: Case): Reached {
  const { cents, quantity, said } = priceFormula(formula, one);
  return {
    each: cents, once: NOTHING, quantity, outside: { each: NOTHING, once: NOTHING },
    said: [`${label} : ${[...said, cents === null ? PRICE_NOT_SET : eurosOf(cents)].join(', ')}`],
  };
}

const unknown = (said: string): Reached => ({ each: null, once: NOTHING, quantity: 1, outside: { each: NOTHING, once: NOTHING }, said: [said] });

/** Steps 2 and 3: the first price row that matches, then the adjustments. */
function fullPrice(one: Case): { reached: Reached; row: PriceRow | undefined } {
  const rules = one.service === null ? undefined : one.rules.services.get(one.service);
  const found = firstHolding(rules?.prices ?? [], one);
  const reached = adjusted(rules?.adjustments ?? [], one, (shifted) => {
    if (!found) return unknown('aucun tarif ne correspond');
    return found.unsure ? unknown(`${found.row.label} : ${PRICE_NOT_SET}`) : reachedBy(found.row.label, found.row.price, shifted);
  });
  return { reached, row: found?.row };
}

/** A share of the full price, plus cents once. */
function share(full: Reached, percent: string, more: number, one: Case): Reached {
  const part = (amount: Reached['once']) => settled(percentOf(amount, decimal(percent)), one.rules.rounding);
  const once = plus(part(full.once), exact(more));
  const said = [...full.said, `${spoken(decimal(percent))} % du prix${more === 0 ? '' : ` et ${euros(more)}`}`];
  const each = full.each && part(full.each);
  if (full.quantity === 1 && each) return { ...full, each: plus(each, once), once: NOTHING, said };
  return { ...full, each, once, said };
}

/** Step 1 before them: what an absent unit is charged (spec §7). No row: full price. */
function absentPrice(one: Case): UnitPrice {
  const found = absenceOf(one);
  if (!found) {
    const { reached, row } = fullPrice(one);
    return { ...reached, said: ['absence facturée', ...reached.said], rule: row?.id, priceRule: row?.id };
  }
  const { row, unsure } = found;
  const fetched = row.takeAwayUntil ? [`repas à emporter ${row.takeAwayFrom ? `de ${hour(row.takeAwayFrom)} à` : 'jusqu\'à'} ${hour(row.takeAwayUntil)}`] : [];
  const told = `absence : ${row.label}`;
  const charge = unsure ? null : row.charge;
  if (charge === 'none') return { ...nothingReached([told, 'non facturé']), rule: row.id, priceRule: undefined };
  if (charge !== null && typeof charge === 'object' && 'price' in charge) {
    const reached = reachedBy(row.label, charge.price, one);
    return { ...reached, said: [told, ...reached.said, ...fetched], rule: row.id, priceRule: undefined };
  }
  const { reached: full, row: priceRow } = fullPrice(one);
  let reached: Reached;
  if (charge === 'full') reached = full;
  else if (charge === null || charge.percent === null || charge.plus === null) reached = { ...full, each: null, said: [...full.said, PRICE_NOT_SET] };
  else reached = share(full, charge.percent, charge.plus ?? 0, one);
  return { ...reached, said: [told, ...reached.said, ...fetched], rule: row.id, priceRule: priceRow?.id };
}

/** Steps 1 to 3 for one unit: absence, price, adjustments. */
export function priceUnit(one: Case, absent: boolean): UnitPrice {
  if (absent) return absentPrice(one);
  const { reached, row } = fullPrice(one);
  return { ...reached, rule: row?.id, priceRule: undefined };
}

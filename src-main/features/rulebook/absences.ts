import type { Reached } from './adjustments';
import { nothingReached } from './adjustments';
import type { Case } from './case';
import { firstHolding } from './conditions';
import { decimal, exact, NOTHING, percentOf, plus, settled, spoken } from './exact';
import type { Exact } from './exact';
import { euros, hour, PRICE_NOT_SET } from './explain';
import { reachedBy } from './prices';
import type { FullPrice } from './prices';
import type { AbsenceRow } from './schema';

/** A unit priced: what it costs, by which rows, and how. */
export interface UnitPrice extends Reached {
  rule: string | undefined;
  /** Of an absence that is charged: the price row. */
  priceRule: string | undefined;
}

/** A share of the full price, plus cents once. */
function share(full: Reached, percent: string, more: number, one: Case): Reached {
  const part = (amount: Exact): Exact => settled(percentOf(amount, decimal(percent)), one.rules.rounding);
  const once = plus(part(full.once), exact(more));
  const said = [...full.said, `${spoken(decimal(percent))} % du prix${more === 0 ? '' : ` et ${euros(more)}`}`];
  const each = full.each && part(full.each);
  if (full.quantity === 1 && each) return { ...full, each: plus(each, once), once: NOTHING, said };
  return { ...full, each, once, said };
}

function takenAway({ takeAwayFrom, takeAwayUntil }: AbsenceRow): string[] {
  if (!takeAwayUntil) return [];
  return [takeAwayFrom ? `repas à emporter de ${hour(takeAwayFrom)} à ${hour(takeAwayUntil)}` : `repas à emporter jusqu'à ${hour(takeAwayUntil)}`];
}

/** Step 1: what an absent unit is charged, by the first row that matches (spec §7). No row: full price. */
export function priceAbsence(one: Case, fullPrice: () => FullPrice): UnitPrice {
  const rows = one.service === null ? undefined : one.rules.services.get(one.service)?.absences;
  const found = firstHolding(rows ?? [], one);
  if (!found) {
    const { reached, row } = fullPrice();
    return { ...reached, said: ['absence facturée', ...reached.said], rule: row?.id, priceRule: row?.id };
  }
  const { row } = found;
  const told = `absence : ${row.label}`;
  const charge = found.unsure ? null : row.charge;
  if (charge === 'none') return { ...nothingReached([told, 'non facturé']), rule: row.id, priceRule: undefined };
  if (charge !== null && typeof charge === 'object' && 'price' in charge) {
    const reached = reachedBy(row.label, charge.price, one);
    return { ...reached, said: [told, ...reached.said, ...takenAway(row)], rule: row.id, priceRule: undefined };
  }
  const { reached: full, row: priceRow } = fullPrice();
  let reached = full;
  if (charge !== 'full') {
    const unknown = charge === null || charge.percent === null || charge.plus === null;
    reached = unknown ? { ...full, each: null, said: [...full.said, PRICE_NOT_SET] } : share(full, charge.percent ?? '0', charge.plus ?? 0, one);
  }
  return { ...reached, said: [told, ...reached.said, ...takenAway(row)], rule: row.id, priceRule: priceRow?.id };
}

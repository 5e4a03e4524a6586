import type { LocalDate } from '../../kernel/local-date';
import { typeset } from './explain';
import { courseOf, newUnit, unitOn } from './household';
import { wouldCost } from './judge';
import { familyOf } from './known-families';
import type { Facts, Rulebook, Timing } from './schema';

export interface ShownPrice {
  /** Price of the unit in cents; null when the council has not fixed it, or no rulebook is in force. */
  cents: number | null;
  /** French sentences, ready for the eye. */
  explanation: string[];
}

/**
 * The price of one unit that a family could book, or has booked, by the very steps of `evaluate`:
 * price and adjustments, without bundles, charges and aids, which need the whole period.
 * The facts must not be changed afterwards. Throws RangeError for a child that they do not hold.
 */
export function unitPriceOf(rulebook: Rulebook, facts: Facts, child: string, service: string, day: LocalDate, booking: Timing = 'inTime'): ShownPrice {
  const known = familyOf(rulebook, facts, child);
  const { household } = known;
  const rules = household.rules.on(day);
  if (!rules?.services.has(service)) return { cents: null, explanation: [] };
  const course = courseOf(household, known.child, service);
  const existing = unitOn(household, course, day);
  const unit = existing ? { ...existing, booking, cart: null } : newUnit(course, day, booking);
  const { cents, said } = wouldCost(household, rules, course, unit);
  return { cents, explanation: said.map(typeset) };
}

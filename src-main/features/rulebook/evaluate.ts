import type { Days, Facts, Result, Rulebook } from './schema';

/**
 * The price of a period: a pure function of the rulebook and of the families' facts (spec §7).
 * Facts outside the period feed counters, spells, bundles and charges; only lines dated in it come back.
 */
export function evaluate(rulebook: Rulebook, facts: Facts, period: Days): Result {
  void rulebook; void facts; void period;
  return { format: 'preau-result/1', lines: [], decisions: [], carts: [], totals: { totalCents: 0, byFamily: {}, aids: {} }, flags: [] };
}

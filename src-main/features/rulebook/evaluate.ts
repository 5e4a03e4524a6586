import { applyAids } from './aids';
import { applyBundles } from './bundles';
import { draftCharges } from './charges';
import { draftUnits, isInside } from './drafts';
import { reachOf } from './reach';
import type { Reach } from './reach';
import { rulesByDay } from './rules';
import type { RulesByDay } from './rules';
import type { Days, Facts, Line, Result, Rulebook } from './schema';
import { settleFamily } from './settle';
import type { Story } from './story';
import { silentStories, tellStories } from './told-stories';
import type { ToldStory } from './told-stories';

interface FamilyResult {
  lines: Line[];
  decisions: Story['decisions'];
  carts: Result['carts'];
  aids: Map<string, number>;
  flags: Set<string>;
}

function evaluateFamily({ story, events }: ToldStory, rules: RulesByDay, period: Days, reach: Reach): FamilyResult {
  const { household, decisions, carts } = settleFamily(story, events, reach.days);
  const drafts = draftUnits(household, reach.priced, period);
  applyBundles(drafts, rules.all);
  drafts.push(...draftCharges(household, period));
  const aided = applyAids(drafts, rules.all);
  drafts.push(...aided.drafts);
  const aids = new Map<string, number>();
  for (const { aid, day, cents } of aided.counted) if (isInside(day, period)) aids.set(aid, (aids.get(aid) ?? 0) + cents);
  return {
    lines: drafts.map((draft) => draft.line).filter((line) => isInside(line.day, period)),
    decisions, aids, flags: household.flags,
    carts: [...carts.values()].map(({ id, state }) => ({ cart: id, state })),
  };
}

export interface EvaluateOptions {
  /** Bills and pages do not read the decisions on bookings: without their prices and sentences they are priced twice as fast. The facts must not be changed afterwards. */
  readonly isSilent?: boolean;
}

/**
 * The price of a period: a pure function of the rulebook and of the families' facts (spec §7).
 * Facts outside the period feed counters, spells, bundles and charges; only lines dated in it come back.
 */
export function evaluate(rulebook: Rulebook, facts: Facts, period: Days, { isSilent = false }: EvaluateOptions = {}): Result {
  const rules = rulesByDay(rulebook, facts.calendar);
  const result: Result = { format: 'preau-result/1', lines: [], decisions: [], carts: [], totals: { totalCents: 0, byFamily: {}, aids: {} }, flags: [] };
  const decisions: Story['decisions'] = [];
  const flags = new Set<string>();
  const reach = reachOf(rules, period);
  const stories = isSilent ? silentStories(facts, rules) : tellStories(facts, rules, false);
  for (const [family, told] of stories) {
    const found = evaluateFamily(told, rules, period, reach);
    const total = found.lines.reduce((sum, line) => sum + line.totalCents, 0);
    for (const line of found.lines) result.lines.push(line);
    for (const decision of found.decisions) decisions.push(decision);
    result.carts.push(...found.carts);
    result.totals.byFamily[family.id] = (result.totals.byFamily[family.id] ?? 0) + total;
    result.totals.totalCents += total;
    for (const [aid, cents] of found.aids) result.totals.aids[aid] = (result.totals.aids[aid] ?? 0) + cents;
    for (const flag of found.flags) flags.add(flag);
  }
  decisions.sort((left, right) => left.place - right.place);
  result.decisions = decisions.map(({ decision }) => decision);
  result.flags = [...flags].sort();
  return result;
}

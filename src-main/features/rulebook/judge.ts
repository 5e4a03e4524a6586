import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { caseOf, caseOfUnit, UNHEARD } from './case';
import type { Case, Deciding } from './case';
import { firstHolding, holds } from './conditions';
import { courseOf, newUnit, unitOn } from './household';
import type { Course, Household, Unit } from './household';
import { isInTime, opensFor } from './limits';
import type { Limit } from './limits';
import { reachedTotal } from './adjustments';
import { rounded } from './exact';
import type { Judgement } from './judgement';
import { wordDecision } from './judge-wording';
import type { Rules } from './rules';
import type { Action, ActionRule, Child } from './schema';
import { priceUnit } from './unit-price';

/** One action on one child, service and day. */
export interface Demand {
  action: Action;
  child: Child;
  service: string;
  day: LocalDate;
  at: LocalDateTime;
  inClass?: boolean;
  options?: readonly string[] | undefined;
  costCents?: number | undefined;
  /** Days of the same action. */
  days: readonly LocalDate[];
  /** Price of the whole action; by default that of its days. */
  priceCents?: () => number | null;
}

export interface Judged extends Judgement {
  sentence: string;
  priceCents?: number | null;
}

const SETTLED = { pastLimit: false, limit: 'none', strict: false, reason: null, opensAt: null } as const;

function admissionOf(demand: Demand, one: Case): Judgement | null {
  const rows = one.rules.services.get(demand.service)?.admission.filter((row) => row.actions.includes(demand.action)) ?? [];
  const found = firstHolding(rows, one);
  if (!found) return null;
  return { ...SETTLED, ground: 'admission', outcome: found.unsure ? 'ask' : found.row.outcome, reason: found.row.message };
}

/** The first booking row that defines the action (spec §4). */
export function actionRuleOf(demand: { action: Action; service: string }, one: Case): ActionRule | null {
  const rows = one.rules.services.get(demand.service)?.booking ?? [];
  return rows.find((row) => row[demand.action] !== undefined && holds(row.when, one) !== false)?.[demand.action] ?? null;
}

function limitNamed(id: string | null, service: string, day: LocalDate, rules: Rules): { limit: Limit; strict: boolean; opensAt: LocalDateTime | null } {
  const deadline = id === null ? undefined : rules.deadlines.get(id);
  const found = rules.services.get(service);
  if (!deadline || !found) return { limit: null, strict: false, opensAt: null };
  return { limit: found.limitOn(deadline, day), strict: deadline.strict ?? false, opensAt: opensFor(deadline, day) };
}

const notYetOpen = (opensAt: LocalDateTime): Judgement => ({ ...SETTLED, ground: 'opening', outcome: 'refused', opensAt });

function judgeLimit(rule: ActionRule, demand: Demand, rules: Rules): Judgement {
  const { limit, strict, opensAt } = limitNamed(rule.limit, demand.service, demand.day, rules);
  if (opensAt !== null && demand.at < opensAt) return notYetOpen(opensAt);
  if (rule.opens !== undefined) {
    const opening = limitNamed(rule.opens, demand.service, demand.day, rules).limit;
    if (opening === null) return { ...SETTLED, ground: 'opening', outcome: 'ask' };
    if (opening === 'never') return { ...SETTLED, ground: 'opening', outcome: 'refused' };
    if (opening !== 'none' && demand.at < opening) return notYetOpen(opening);
  }
  const judged = { ground: 'limit' as const, limit, strict, reason: null, opensAt: null };
  if (limit === null) return { ...judged, outcome: 'ask', pastLimit: false };
  if (isInTime(demand.at, limit, strict)) return { ...judged, outcome: rule.inTime ?? 'accepted', pastLimit: false };
  if (rule.after !== 'late') return { ...judged, outcome: rule.after === 'refuse' ? 'refused' : 'ask', pastLimit: true };
  if (rule.until === undefined) return { ...judged, outcome: 'late', pastLimit: true };
  const until = limitNamed(rule.until, demand.service, demand.day, rules);
  if (until.limit === null) return { ...judged, outcome: 'ask', pastLimit: true };
  if (isInTime(demand.at, until.limit, until.strict)) return { ...judged, outcome: 'late', pastLimit: true };
  return { ...judged, limit: until.limit, strict: until.strict, outcome: 'refused', pastLimit: true };
}

function judgeAction(demand: Demand, one: Case): Judgement {
  const service = one.rules.services.get(demand.service);
  if (!service) return { ...SETTLED, ground: 'closed', outcome: 'refused', reason: 'fermé : prestation inconnue' };
  if (demand.action === 'book' || demand.action === 'change') {
    const opening = service.openingOn(demand.day);
    if (!opening.open) return { ...SETTLED, ground: 'closed', outcome: 'refused', reason: opening.reason };
  }
  const admitted = admissionOf(demand, one);
  if (admitted) return admitted;
  const rule = actionRuleOf(demand, one);
  return rule ? judgeLimit(rule, demand, one.rules) : { ...SETTLED, ground: 'limit', outcome: 'accepted' };
}

/** Does something with a unit in its place, then puts back what was there. */
function trying<Answer>(household: Household, course: Course, unit: Unit, act: () => Answer): Answer {
  const before = course.units.get(unit.day);
  course.units.set(unit.day, unit);
  household.remembered.clear();
  try {
    return act();
  } finally {
    if (before === undefined) course.units.delete(unit.day);
    else course.units.set(unit.day, before);
    household.remembered.clear();
  }
}

/** What a unit would cost, by the very steps of the bill, without bundles, charges and aids. */
export function wouldCost(household: Household, rules: Rules, course: Course, unit: Unit): { cents: number | null; said: string[] } {
  return trying(household, course, unit, () => {
    const priced = priceUnit(caseOfUnit(household, rules, unit, UNHEARD), unit.absence !== null && unit.attended === null);
    const total = reachedTotal(priced);
    return { cents: total && rounded(total, rules.rounding), said: priced.said };
  });
}

/** The unit that a demand would make or that it is about. */
function unitFor(demand: Demand, household: Household, late: boolean): Unit {
  const course = courseOf(household, demand.child, demand.service);
  const existing = unitOn(household, course, demand.day);
  const unit = existing ? { ...existing } : newUnit(course, demand.day, late ? 'late' : 'inTime');
  if (demand.options) unit.options = demand.options;
  if (demand.costCents !== undefined) unit.costCents = demand.costCents;
  return { ...unit, cart: null };
}

function priceOfDays(demand: Demand, household: Household): number | null {
  let sum = 0;
  for (const day of demand.days) {
    const rules = household.rules.on(day);
    if (!rules) return null;
    const { cents } = wouldCost(household, rules, courseOf(household, demand.child, demand.service), unitFor({ ...demand, day }, household, false));
    if (cents === null) return null;
    sum += cents;
  }
  return sum;
}

/** What the family will pay for an absence told now. */
function absenceCost(demand: Demand, household: Household, rules: Rules): number | null | undefined {
  const course = courseOf(household, demand.child, demand.service);
  const unit = unitOn(household, course, demand.day);
  if (!unit) return undefined;
  return wouldCost(household, rules, course, { ...unit, attended: null, absence: { reason: 'none', toldAt: demand.at, disrupted: false } }).cents;
}

/** Judges an action (spec §4): closed day, admission, opening, limit, then what is said after it. */
export function judge(household: Household, demand: Demand): Judged {
  return worded(household, demand, judgeSilently(household, demand));
}

/** The judgement alone, without its price and its sentence: where many are taken and nobody reads them. */
export function judgeSilently(household: Household, demand: Demand): Judgement {
  const rules = household.rules.on(demand.day);
  if (!rules) {
    return { ...SETTLED, ground: 'closed', outcome: 'refused', reason: 'fermé : aucun règlement en vigueur ce jour-là' };
  }
  const deciding: Deciding = {
    action: demand.action, at: demand.at, inClass: demand.inClass ?? false, days: demand.days,
    priceCents: demand.priceCents ?? (() => priceOfDays(demand, household)),
  };
  const unit = unitOn(household, courseOf(household, demand.child, demand.service), demand.day);
  const base = unit ? caseOfUnit(household, rules, unit) : caseOf(household, rules, demand.day, demand.child, demand.service);
  base.deciding = deciding;
  base.flags = UNHEARD;
  return judgeAction(demand, base);
}

function worded(household: Household, demand: Demand, judgement: Judgement): Judged {
  const { outcome } = judgement;
  const rules = household.rules.on(demand.day);
  if (!rules) return { ...judgement, sentence: wordDecision(demand.action, judgement) };
  if (demand.action === 'book' && (outcome === 'accepted' || outcome === 'late')) {
    const { cents } = wouldCost(household, rules, courseOf(household, demand.child, demand.service), unitFor(demand, household, outcome === 'late'));
    return { ...judgement, priceCents: cents, sentence: wordDecision(demand.action, judgement, cents) };
  }
  const due = demand.action === 'cancel' && outcome === 'refused' && judgement.ground === 'limit' ? absenceCost(demand, household, rules) : undefined;
  return { ...judgement, sentence: wordDecision(demand.action, judgement, due) };
}

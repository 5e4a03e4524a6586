import type { LocalDate } from '../../kernel/local-date';
import { outsideTotal, reachedTotal } from './adjustments';
import type { Case } from './case';
import { caseOfUnit, UNHEARD } from './case';
import { rounded } from './exact';
import { euros, eurosOf } from './explain';
import { isAbsent, stands } from './household';
import type { Household, Unit } from './household';
import type { Rules } from './rules';
import type { Days, Line } from './schema';
import { priceUnit } from './unit-price';
import type { Span } from './windows';

/** A line while bundles and aids still look at it. */
export interface Draft {
  line: Line;
  one: Case;
  unit: Unit | null;
  /** Services it stands for: its own, or those of a bundle. */
  services: readonly string[];
  absent: boolean;
  /** What bundles may absorb, in cents; null: not fixed. */
  inside: number | null;
  outside: number;
  /** Windows in which a bundle has absorbed it. */
  absorbed: string[];
}

export const isInside = (day: LocalDate, period: Days): boolean => period.from <= day && day <= period.to;

function draftUnit(household: Household, rules: Rules, unit: Unit, flags: Set<string>): Draft {
  const one = caseOfUnit(household, rules, unit, flags);
  const absent = isAbsent(unit);
  const priced = priceUnit(one, absent);
  const total = reachedTotal(priced);
  const { rounding } = rules;
  const totalCents = total === null ? 0 : rounded(total, rounding);
  const explanation = [...priced.said];
  if (priced.each !== null && priced.quantity > 1) explanation.push(`${priced.quantity} × ${eurosOf(priced.each)} = ${euros(totalCents)}`);
  const outside = total === null ? 0 : rounded(outsideTotal(priced), rounding);
  const line: Line = {
    kind: 'unit', day: unit.day, child: unit.child.id, family: household.family.id, service: unit.service,
    unit: rules.services.get(unit.service)?.service.unit ?? unit.service,
    quantity: priced.quantity,
    unitPriceCents: priced.each === null ? null : priced.quantity === 1 ? totalCents : rounded(priced.each, rounding),
    totalCents,
    ...(priced.rule === undefined ? {} : { rule: priced.rule }),
    ...(priced.priceRule === undefined ? {} : { priceRule: priced.priceRule }),
    explanation,
  };
  return { line, one, unit, services: [unit.service], absent, inside: total === null ? null : totalCents - outside, outside, absorbed: [] };
}

/** Steps 1 to 3 for the units of a family in a span of days, in order of days, children and services. */
export function draftUnits(household: Household, span: Span, period: Days): Draft[] {
  const children = [...household.children.keys()];
  const drafts: Draft[] = [];
  for (const course of household.courses.values()) {
    for (const unit of course.units.values()) {
      if (!stands(unit) || !isInside(unit.day, span)) continue;
      const rules = household.rules.on(unit.day);
      if (rules) drafts.push(draftUnit(household, rules, unit, isInside(unit.day, period) ? household.flags : UNHEARD));
    }
  }
  const order = new Map<string, number>();
  for (const id of children) order.set(id, order.size);
  return drafts.sort((left, right) => {
    if (left.line.day !== right.line.day) return left.line.day < right.line.day ? -1 : 1;
    return (order.get(left.line.child ?? '') ?? 0) - (order.get(right.line.child ?? '') ?? 0);
  });
}

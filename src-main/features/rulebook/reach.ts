import { addDays, daysFrom, weekdayOf } from '../../kernel/local-date';
import type { LocalDate, Weekday } from '../../kernel/local-date';
import type { Rules, RulesByDay } from './rules';
import type { Condition, Days, Version, Window } from './schema';
import type { Span } from './windows';

/** Windows whose lines are priced together, windows in which units are only counted, and whether a rule asks about spells of absence. */
export interface Windows {
  readonly priced: Set<Window>;
  readonly counted: Set<Window>;
  spells: boolean;
}

/** Every condition of a part of a rulebook, wherever it stands. */
function eachCondition(part: unknown, visit: (when: Condition) => void): void {
  if (Array.isArray(part)) {
    for (const one of part) eachCondition(one, visit);
  } else if (typeof part === 'object' && part !== null) {
    for (const [key, value] of Object.entries(part)) {
      if ((key === 'when' || key === 'not') && typeof value === 'object' && value !== null) visit(value as Condition);
      eachCondition(value, visit);
    }
  }
}

const known = new WeakMap<Version, Windows>();

/** How far around a period the rules of a version look. */
export function windowsOf(version: Version): Windows {
  const found = known.get(version);
  if (found) return found;
  const windows: Windows = { priced: new Set(), counted: new Set(), spells: false };
  for (const bundle of version.bundles ?? []) windows.priced.add(bundle.carryOver ?? bundle.per);
  for (const aid of version.aids ?? []) if (aid.cap) windows.priced.add(aid.cap.every);
  for (const charge of version.charges ?? []) if (charge.trigger !== 'enrolment' && charge.trigger !== 'happening') windows.counted.add(charge.every);
  for (const counter of version.counters ?? []) if (counter.counts === 'presence' || counter.counts === 'untoldAbsence') windows.counted.add(counter.every);
  if (version.regular?.some((rule) => rule.by === 'share')) windows.counted.add('month');
  eachCondition(version, (when) => {
    if (when.lateOrder) windows.counted.add(when.lateOrder);
    if (when.daysInWeek) windows.counted.add('week');
    if (when.spellDay || when.spellLength || when.spellToldBefore || when.proof) windows.spells = true;
  });
  known.set(version, windows);
  return windows;
}

function widened(span: Span, windows: Iterable<Window>, rules: Rules): Span {
  let { from, to } = span;
  for (const window of windows) {
    for (const day of [span.from, span.to]) {
      const one = rules.windowOn(window, day);
      if (one && one.from < from) from = one.from;
      if (one && one.to > to) to = one.to;
    }
  }
  return { from, to };
}

export interface UsualDay {
  day: LocalDate;
  weekday: Weekday;
}

/** Days whose lines must be priced, and whose units must be known, to answer for a period (spec §7, Totals). */
export interface Reach {
  priced: Span;
  /** Days on which usual weeks make units. */
  days: readonly UsualDay[];
}

/** Days around the period over which a spell of absence may run. */
export const SPELL_DAYS = 45;

export function reachOf(byDay: RulesByDay, period: Days): Reach {
  let priced: Span = period;
  let units: Span = period;
  for (const rules of byDay.all) {
    const windows = windowsOf(rules.version);
    const wider = widened(period, windows.priced, rules);
    const counted = widened(wider, windows.counted, rules);
    const from = windows.spells ? addDays(period.from, -SPELL_DAYS) : counted.from;
    const to = windows.spells ? addDays(period.to, SPELL_DAYS) : counted.to;
    priced = { from: wider.from < priced.from ? wider.from : priced.from, to: wider.to > priced.to ? wider.to : priced.to };
    units = {
      from: [units.from, counted.from, from].reduce((left, right) => (left < right ? left : right)),
      to: [units.to, counted.to, to].reduce((left, right) => (left > right ? left : right)),
    };
  }
  return { priced, days: daysFrom(units.from, units.to).map((day) => ({ day, weekday: weekdayOf(day) })) };
}

import { addDays, ageOn, localDateTime, mondayOf, weekdayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Case } from './case';
import { countChildren, rankOf, statusOf, usualWeekOf } from './children';
import { ordinalOf } from './counters';
import { compare, decimal } from './exact';
import type { Exact } from './exact';
import { courseOf, hasFlag, isPresent, remember, stands, unitOf } from './household';
import { isInTime } from './limits';
import { measureOn } from './measures';
import { concerns } from './rules';
import type { Condition, Facet, Measure } from './schema';
import { coveredDaysOf, isProved, later, placeInSpell, spellLength, spellOf, spellToldAt } from './spells';
import { schoolYearOf } from './windows';

/** Whether a condition holds; null: it depends on a figure that the council has not fixed. */
export type Verdict = boolean | null;

interface Bounds {
  min?: number | null | undefined;
  max?: number | null | undefined;
}

function inRange(value: number | null, { min, max }: Bounds): Verdict {
  if (value === null || (typeof min === 'number' && value < min) || (typeof max === 'number' && value > max)) return false;
  return min === null || max === null ? null : true;
}

const oneOf = (list: readonly string[], value: string | null | undefined): boolean => value !== null && value !== undefined && list.includes(value);

/** The family's zone once assimilations are applied: the first that matches replaces it (spec §3). */
export function zoneOf(one: Case): string {
  const { assimilations } = one.rules.version;
  if (!assimilations || one.settling) return one.household.family.zone;
  const settling = { ...one, settling: true };
  return assimilations.find((row) => concerns(row, one.service) && holds(row.when, settling) === true)?.zone ?? one.household.family.zone;
}

/** A measure on the day: its value, `highest` (last bracket), or null when it must be asked. Flags a missing proof. */
export function valueOf(id: string, one: Case): Exact | 'highest' | null {
  const measure = one.rules.measures.get(id);
  if (!measure) return null;
  const settling: Case = { ...one, settling: true };
  if (!one.settling && measure.highestWhen && holds(measure.highestWhen, settling) === true) return 'highest';
  const value = declared(measure, one);
  if (value !== null) return value;
  if (measure.missing !== 'highest') return null;
  one.flags.add('noProof');
  return 'highest';
}

function declared(measure: Measure, one: Case): Exact | null {
  const entries = one.household.family.measures?.[measure.id];
  return measureOn(entries, measure, one.day, (when) => !one.settling && holds(when, { ...one, settling: true }));
}

type Bound = string | null | undefined;

function isMeasured(asked: NonNullable<Condition['measure']>, one: Case): Verdict {
  const measure = one.rules.measures.get(asked.id);
  if (!measure) return false;
  if (asked.missing !== undefined && (declared(measure, one) === null) !== asked.missing) return false;
  const { min, max, above, below } = asked;
  if ([min, max, above, below].every((bound) => bound === undefined)) return true;
  const value = valueOf(asked.id, one);
  if (value === null) return null;
  const fails = (bound: Bound, failing: (sign: number) => boolean): boolean => typeof bound === 'string' && failing(value === 'highest' ? 1 : compare(value, decimal(bound)));
  if (fails(min, (sign) => sign < 0) || fails(above, (sign) => sign <= 0) || fails(max, (sign) => sign > 0) || fails(below, (sign) => sign >= 0)) return false;
  return min === null || max === null || above === null || below === null ? null : true;
}

function isAfterPeriod(kind: string, one: Case): boolean {
  const year = schoolYearOf(one.day, one.rules.version.schoolYearFrom);
  return one.rules.calendar.periodsOf(kind).some((period) => period.to >= year.from && period.to < one.day);
}

function wasOrderedLate(window: string, one: Case): boolean {
  if (!one.child || one.service === null) return false;
  const span = one.rules.windowOn(window, one.day);
  if (!span) return false;
  const course = courseOf(one.household, one.child, one.service);
  const read = () => ({ late: [...course.units.values()].some((unit) => stands(unit) && unit.booking === 'late' && span.from <= unit.day && unit.day <= span.to) });
  return one.unit?.booking === 'late' || (one.deciding ? read() : remember(one.household, `${course.child.id} ${course.service} late ${span.from} ${span.to}`, read)).late;
}

/** Days of the week with a booking of these services, once the action is done. */
function daysBookedInWeek(services: readonly string[], one: Case): number {
  if (!one.child) return 0;
  const monday = mondayOf(one.day);
  const cancelling = one.deciding?.action === 'cancel';
  let booked = 0;
  for (let offset = 0; offset < 7; offset += 1) {
    const day = addDays(monday, offset);
    const acted = one.deciding?.days.includes(day) ?? false;
    const has = services.some((service) => {
      if (acted && service === one.service) return !cancelling;
      return unitOf(one.household, one.child!, service, day) !== null;
    });
    if (has) booked += 1;
  }
  return booked;
}

function isWithService({ service, who }: NonNullable<Condition['withService']>, one: Case): boolean {
  const there = (child: NonNullable<Case['child']>): boolean => isPresent(unitOf(one.household, child, service, one.day));
  const children = [...one.household.children.values()];
  if (who === 'self') return one.child !== null && there(one.child);
  if (who === 'anySibling') return children.some((child) => child !== one.child && there(child));
  return children.filter((child) => child.birthOn !== undefined).every(there);
}

function wasToldBefore(deadline: string, day: LocalDate, toldAt: Parameters<typeof isInTime>[0] | null | undefined, one: Case): Verdict {
  const rule = one.rules.deadlines.get(deadline);
  const service = one.service === null ? undefined : one.rules.services.get(one.service);
  if (!toldAt || !rule || !service) return false;
  const limit = service.limitOn(rule, day);
  return limit === null ? null : isInTime(toldAt, limit, rule.strict);
}

function spellToldBefore(deadline: string, one: Case): Verdict {
  if (!one.unit?.absence) return false;
  const spell = spellOf(one.household, one.unit);
  return wasToldBefore(deadline, spell.units[0]!.day, spellToldAt(spell), one);
}

function hasAccount(asked: NonNullable<Condition['account']>, one: Case): Verdict {
  const account = one.household.family.account;
  const now = one.deciding?.at ?? localDateTime(one.day, '00:00');
  if (asked.balanceBelowCents === null || asked.forHours === null) return null;
  if (asked.balanceBelowCents !== undefined && !(account?.balanceCents !== undefined && account.balanceCents < asked.balanceBelowCents)) return false;
  if (asked.forHours !== undefined && !(account?.belowSince && later(account.belowSince, asked.forHours * 60) <= now)) return false;
  if (asked.unpaid !== undefined) {
    const unpaid = Array.isArray(account?.unpaid) ? account.unpaid.some(({ since }) => since <= now) : (account?.unpaid ?? false);
    if (unpaid !== asked.unpaid) return false;
  }
  if (asked.coversPrice !== undefined) {
    const price = one.deciding?.priceCents() ?? null;
    if (price === null) return null;
    if ((account?.balanceCents !== undefined && account.balanceCents >= price) !== asked.coversPrice) return false;
  }
  return true;
}

function isYearDay({ from, to }: NonNullable<Condition['yearDays']>, day: LocalDate): boolean {
  const here = day.slice(5);
  return from <= to ? from <= here && here <= to : here >= from || here <= to;
}

const unknownWhenNull = (bounds: readonly unknown[]): Verdict => (bounds.includes(null) ? null : true);

type Judge<Name extends Facet> = (asked: NonNullable<Condition[Name]>, one: Case) => Verdict;

/** Each facet of a condition, as the spec's table has them. */
const FACETS: { [Name in Facet]-?: Judge<Name> } = {
  zone: (zones, one) => oneOf(zones, zoneOf(one)),
  fund: (funds, one) => oneOf(funds, one.household.family.fund),
  flags: (flags, one) => hasFlag(one.household, one.child, flags, one.day),
  measure: isMeasured,
  level: (levels, one) => oneOf(levels, one.child?.level),
  school: (schools, one) => oneOf(schools, one.child?.school),
  category: (categories, one) => oneOf(categories, one.child?.category ?? 'enfant'),
  age: (range, one) => inRange(one.child?.birthOn ? ageOn(one.child.birthOn, one.day) : null, range),
  status: (statuses, one) => {
    const status = statusOf(one);
    return status === null ? null : oneOf(statuses, status);
  },
  rank: (range, one) => inRange(rankOf(one), range),
  children: ({ of, services, ...range }, one) => inRange(countChildren(one, of, services), range),
  weekdays: (weekdays, one) => weekdays.includes(weekdayOf(one.day)),
  period: (kinds, one) => kinds.some((kind) => one.rules.calendar.periodOn(kind, one.day) !== null),
  dates: ({ from, to }, one) => (from === undefined || from <= one.day) && (to === undefined || one.day <= to),
  yearDays: (span, one) => isYearDay(span, one.day),
  afterPeriod: isAfterPeriod,
  booking: (timings, one) => one.unit !== null && timings.includes(one.unit.booking),
  lateOrder: wasOrderedLate,
  options: (options, one) => one.unit?.options.some((option) => options.includes(option)) ?? false,
  arrival: ({ from, before }, one) => {
    if (one.arrival === null || (from && one.arrival < from) || (before && one.arrival >= before)) return false;
    return unknownWhenNull([from, before]);
  },
  departure: ({ after, upTo }, one) => {
    if (one.departure === null || (after && one.departure <= after) || (upTo && one.departure > upTo)) return false;
    return unknownWhenNull([after, upTo]);
  },
  minutes: (range, one) => inRange(one.minutes, range),
  withService: isWithService,
  daysInWeek: ({ services, ...range }, one) => inRange(daysBookedInWeek(services ?? (one.service === null ? [] : [one.service]), one), range),
  usualDays: (range, one) => inRange(usualWeekOf(one).length, range),
  inUsualWeek: (wanted, one) => usualWeekOf(one).includes(weekdayOf(one.day)) === wanted,
  counter: ({ id, ...range }, one) => {
    const counter = one.rules.counters.get(id);
    return counter ? inRange(ordinalOf(counter, one), range) : false;
  },
  reason: (reasons, one) => one.unit?.absence != null && reasons.includes(one.unit.absence.reason),
  told: (wanted, one) => (one.unit?.absence?.toldAt != null) === wanted,
  toldBefore: (deadline, one) => wasToldBefore(deadline, one.day, one.unit?.absence?.toldAt, one),
  spellToldBefore: (deadline, one) => spellToldBefore(deadline, one),
  proof: isProved,
  covers: ({ minDays }, one) => (minDays === null ? null : (one.coveredDays ?? coveredDaysOf(one)) >= minDays),
  spellDay: (range, one) => inRange(one.unit?.absence ? placeInSpell(spellOf(one.household, one.unit), one.unit) : null, range),
  spellLength: ({ unit, ...range }, one) => inRange(one.unit?.absence ? spellLength(spellOf(one.household, one.unit), unit ?? 'service') : null, range),
  inClass: (wanted, one) => (one.deciding?.inClass ?? false) === wanted,
  account: hasAccount,
  not: (when, one) => {
    const verdict = holds(when, one);
    return verdict === null ? null : !verdict;
  },
};

/** All facets must hold; no condition always holds (spec §5). */
export function holds(when: Condition | undefined, one: Case): Verdict {
  if (when === undefined) return true;
  let verdict: Verdict = true;
  for (const facet in when) {
    const asked = when[facet as Facet];
    if (asked === undefined) continue;
    const judged = (FACETS[facet as Facet] as (asked: unknown, one: Case) => Verdict)(asked, one);
    if (judged === false) return false;
    if (judged === null) verdict = null;
  }
  return verdict;
}

/**
 * The first row whose condition holds; `unsure` when a row before it, or itself, depends on a
 * figure that is not fixed: what it gives is then unknown.
 */
export function firstHolding<Row extends { when?: Condition | undefined }>(rows: readonly Row[], one: Case): { row: Row; unsure: boolean } | null {
  for (const row of rows) {
    const verdict = holds(row.when, one);
    if (verdict !== false) return { row, unsure: verdict === null };
  }
  return null;
}


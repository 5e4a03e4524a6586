import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { monthOf } from '../../kernel/local-date';
import { caseOf, caseOfUnit, lateMinutes, UNHEARD } from './case';
import type { Case } from './case';
import { holds } from './conditions';
import type { Draft } from './drafts';
import { isInside } from './drafts';
import { decimal, exact, percentOf, rounded } from './exact';
import { euros, PRICE_NOT_SET } from './explain';
import { amountOf } from './formulas';
import { isAbsent, isPresent, servedSpan, stands } from './household';
import type { Household, Unit } from './household';
import { concerns } from './rules';
import type { Rules } from './rules';
import type { Charge, Child, Days, Enrolment } from './schema';
import { coveredDays } from './spells';
import { windowsTouching } from './windows';
import type { Span } from './windows';

/** Something that may make a charge due, on a day. */
interface Cause {
  day: LocalDate;
  child: Child | null;
  service: string | null;
  unit?: Unit;
  enrolment?: Enrolment;
  at?: LocalDateTime;
  /** Minutes late. */
  minutes?: number;
}

const UNIT_NAMES: Readonly<Record<Charge['nature'], string>> = { fee: 'frais', membership: 'adhésion', subscription: 'abonnement', penalty: 'pénalité' };

function* unitsOf(household: Household): Generator<Unit> {
  for (const course of household.courses.values()) for (const unit of course.units.values()) if (stands(unit)) yield unit;
}

const later = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right);

/** Each window that an enrolment touches, on its first day inside the window. */
function enrolmentCauses(charge: Charge, household: Household, rules: Rules, period: Span): Cause[] {
  const causes: Cause[] = [];
  for (const child of household.children.values()) {
    for (const enrolment of child.enrolments ?? []) {
      if (!concerns(charge, enrolment.service)) continue;
      const cause = (day: LocalDate): Cause => ({ day, child, service: enrolment.service, enrolment });
      const { from, to } = servedSpan(enrolment, rules.services.get(enrolment.service)?.service.commitment === 'month');
      if (charge.every === 'event') {
        causes.push(cause(from));
        continue;
      }
      for (const window of windowsTouching(charge.every, period, rules.calendar, rules.version.schoolYearFrom)) {
        const day = later(from, window.from);
        if (day <= window.to && (to === undefined || day <= to)) causes.push(cause(day));
      }
    }
  }
  return causes;
}

function unitCauses(charge: Charge, household: Household, matches: (unit: Unit) => boolean): Cause[] {
  const causes: Cause[] = [];
  for (const unit of unitsOf(household)) {
    if (concerns(charge, unit.service) && matches(unit)) causes.push({ day: unit.day, child: unit.child, service: unit.service, unit });
  }
  return causes;
}

function markCauses(charge: Charge, household: Household, kind: string): Cause[] {
  return household.marks
    .filter((mark) => mark.kind === kind && concerns(charge, mark.service))
    .map((mark) => {
      const unit = household.courses.get(`${mark.child.id} ${mark.service}`)?.units.get(mark.day) ?? undefined;
      return { day: mark.day, child: mark.child, service: mark.service, at: mark.at, ...(unit ? { unit } : {}) };
    });
}

/** None up to the grace; beyond, all minutes count, or only those after it. */
function collectionCauses(charge: Charge, household: Household): Cause[] {
  const grace = charge.graceMinutes ?? 0;
  return unitCauses(charge, household, (unit) => lateMinutesOf(household, unit) > grace).map((cause) => {
    const minutes = cause.unit ? lateMinutesOf(household, cause.unit) : 0;
    return { ...cause, minutes: charge.countFromGrace ? minutes - grace : minutes };
  });
}

function lateMinutesOf(household: Household, unit: Unit): number {
  const service = household.rules.on(unit.day)?.services.get(unit.service)?.service;
  return service ? lateMinutes(service, unit) : 0;
}

function causesOf(charge: Charge, household: Household, rules: Rules, period: Span): Cause[] {
  switch (charge.trigger) {
    case 'enrolment': return enrolmentCauses(charge, household, rules, period);
    case 'use': return unitCauses(charge, household, isPresent);
    case 'unbooked': return unitCauses(charge, household, (unit) => unit.booking === 'none');
    case 'late': return unitCauses(charge, household, (unit) => unit.booking !== 'inTime');
    case 'untoldAbsence': return unitCauses(charge, household, (unit) => isAbsent(unit) && unit.absence?.toldAt == null && unit.absence?.disrupted !== true);
    case 'lateCollection': return collectionCauses(charge, household);
    case 'happening':
      return household.happenings.filter(({ kind }) => kind === charge.happening).map(({ child, day, at }) => ({ day, child, service: null, at }));
    default: return markCauses(charge, household, charge.trigger);
  }
}

function caseOfCause(cause: Cause, charge: Charge, household: Household, rules: Rules, flags: Set<string>): Case {
  const base = cause.unit ? caseOfUnit(household, rules, cause.unit) : caseOf(household, rules, cause.day, cause.child, cause.service);
  return { ...base, flags, enrolment: cause.enrolment, countedAt: charge.trigger === 'lateCollection' ? undefined : cause.at, minutes: cause.minutes ?? base.minutes };
}

/** Who and when a charge is due once: a person or a family, a window; `event` is each time. */
function keyOf(charge: Charge, cause: Cause, place: number, rules: Rules): string | null {
  const who = charge.per === 'child' ? (cause.child?.id ?? '') : '';
  if (charge.every === 'event') {
    if (charge.trigger === 'lateCollection' || charge.trigger === 'late') return `${who} ${cause.day}`;
    return `${who} ${place}`;
  }
  const window = rules.windowOn(charge.every, cause.day);
  return window && `${who} ${window.from}`;
}

/** The earliest cause of each key; of late collections of one day, the longest. */
function earliest(causes: readonly Cause[]): Cause[] {
  return [...causes].sort((left, right) => (left.day !== right.day ? (left.day < right.day ? -1 : 1) : (right.minutes ?? 0) - (left.minutes ?? 0) || ((left.at ?? '') < (right.at ?? '') ? -1 : (left.at ?? '') > (right.at ?? '') ? 1 : 0)));
}

function isHeld(charge: Charge, cause: Cause, household: Household, rules: Rules): boolean {
  const window = rules.windowOn(charge.every, cause.day);
  const held = [...(household.family.held ?? []), ...(charge.per === 'child' ? (cause.child?.held ?? []) : household.family.children.flatMap((child) => child.held ?? []))];
  return held.some((one) => one.charge === charge.id && window !== null && isInside(one.on, window));
}

function lineOf(charge: Charge, cause: Cause, household: Household, one: Case, cents: number | null, quantity: number, each: number | null, explanation: string[]): Draft {
  return {
    line: {
      kind: 'charge', nature: charge.nature, day: cause.day, child: charge.per === 'child' ? (cause.child?.id ?? null) : null, family: household.family.id,
      service: cause.service, unit: UNIT_NAMES[charge.nature], quantity, unitPriceCents: each, totalCents: cents ?? 0, rule: charge.id, explanation,
    },
    one, unit: null, services: cause.service === null ? [] : [cause.service], absent: false, inside: cents, outside: 0, absorbed: [],
  };
}

/** Given back for the longest absence covered by a proof inside the charge's window (spec §12). */
function refundOf(charge: Charge, cause: Cause, household: Household, one: Case, cents: number): Draft[] {
  const window = one.rules.windowOn(charge.every, cause.day);
  if (!charge.refund || !window) return [];
  const children = cause.child && charge.per === 'child' ? [cause.child] : [...household.children.values()];
  const proofs = children.flatMap((child) => household.proofs.get(child.id) ?? []);
  const covered = Math.max(0, ...proofs.map((proof) => coveredDays(proof, window)));
  const row = charge.refund.find((candidate) => holds(candidate.when, { ...one, coveredDays: covered }) === true);
  if (!row) return [];
  if (row.percent === null) return [lineOf(charge, cause, household, one, null, 1, null, [`${charge.label} : remboursement ${PRICE_NOT_SET}`])];
  const back = -rounded(percentOf(exact(cents), decimal(row.percent)), one.rules.rounding);
  return [lineOf(charge, cause, household, one, back, 1, back, [`${charge.label} : remboursement de ${row.percent.replace('.', ',')} %, ${covered} jours d'absence justifiée`])];
}

function draftCharge(charge: Charge, cause: Cause, household: Household, one: Case, unsure: boolean): Draft[] {
  const { cents, said, quantity, each } = unsure ? { cents: null, said: [], quantity: 1, each: null } : amountOf(charge.price, one);
  const { rounding } = one.rules;
  const total = cents && rounded(cents, rounding);
  const explanation = [`${charge.label} : ${[...said, total === null ? PRICE_NOT_SET : euros(total)].join(', ')}`];
  if (charge.message) explanation.push(charge.message);
  const line = lineOf(charge, cause, household, one, total, total === null ? 1 : quantity, total === null ? null : quantity === 1 ? total : each && rounded(each, rounding), explanation);
  return total === null || total === 0 ? [line] : [line, ...refundOf(charge, cause, household, one, total)];
}

function chargesOf(charge: Charge, household: Household, rules: Rules, period: Days): Draft[] {
  const due = new Set<string>();
  const drafts: Draft[] = [];
  for (const [place, cause] of earliest(causesOf(charge, household, rules, period)).entries()) {
    if (household.rules.on(cause.day) !== rules) continue;
    if (charge.months && !charge.months.includes(monthOf(cause.day))) continue;
    const key = keyOf(charge, cause, place, rules);
    if (key === null || due.has(key)) continue;
    const one = caseOfCause(cause, charge, household, rules, isInside(cause.day, period) ? household.flags : UNHEARD);
    const verdict = holds(charge.when, one);
    if (verdict === false) continue;
    due.add(key);
    if (isInside(cause.day, period) && !isHeld(charge, cause, household, rules)) drafts.push(...draftCharge(charge, cause, household, one, verdict === null));
  }
  return drafts;
}

/** Step 5: amounts that no unit carries, by the version in force on their date (spec §7). */
export function draftCharges(household: Household, period: Days): Draft[] {
  return household.rules.all.flatMap((rules) => (rules.version.charges ?? []).flatMap((charge) => chargesOf(charge, household, rules, period)));
}

import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { Household, Unit } from './household';
import { minutesOf, sessionOf } from './limits';
import type { Rules } from './rules';
import type { Action, Child, Enrolment, Service } from './schema';

/** An action that is being judged: only what happened before it is known. */
export interface Deciding {
  action: Action;
  at: LocalDateTime;
  inClass: boolean;
  /** Days that the same action adds or removes. */
  days: readonly LocalDate[];
  /** Price of the whole action in cents, when it is known. */
  priceCents: () => number | null;
}

/** What conditions and formulas look at: one child, one service, one day, under the rules of that day. */
export interface Case {
  rules: Rules;
  household: Household;
  child: Child | null;
  service: string | null;
  day: LocalDate;
  unit: Unit | null;
  /** Hours of the unit, or the earliest and latest of a bundle; minutes of the unit or of a late collection. */
  arrival: string | null;
  departure: string | null;
  minutes: number | null;
  /** Presences or days of a bundle. */
  count: number | null;
  deciding: Deciding | null;
  /** Of a charge: the enrolment that triggers it, its counted event, days covered by a proof. */
  enrolment?: Enrolment | undefined;
  countedAt?: LocalDateTime | undefined;
  coveredDays?: number | undefined;
  /** Brackets below or above the one of the measure. */
  shift: number;
  /** While the zone or a measure is being settled, conditions see them as declared. */
  settling: boolean;
  /** Price rows being followed by `{price: id}`. */
  followed?: readonly string[];
  /** Collects remarks on the result ("noProof"). */
  flags: Set<string>;
}

interface Clock {
  arrival: string | null;
  departure: string | null;
  minutes: number | null;
}

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high));

/** Hours and minutes of a unit inside its session (spec §3, `clock`). An unknown time is that of the whole session. */
export function clockOf(service: Service, attended: Unit['attended']): Clock {
  const session = sessionOf(service);
  if (!session) return { arrival: attended?.arrival ?? null, departure: attended?.departure ?? null, minutes: attended?.minutes ?? null };
  const arrival = attended?.arrival ?? session.from;
  const departure = attended?.departure ?? session.to;
  const clock = service.clock ?? 'none';
  const from = clock === 'arrival' || clock === 'both' ? minutesOf(arrival) : 0;
  const to = clock === 'departure' || clock === 'both' ? minutesOf(departure) : 1440;
  let minutes = 0;
  for (const part of service.sessions ?? [session]) {
    if (!part.from || !part.to) continue;
    const low = minutesOf(part.from);
    const high = minutesOf(part.to);
    minutes += Math.max(0, between(low, to, high) - between(low, from, high));
  }
  if (attended?.minutes !== undefined && clock !== 'none') minutes = Math.min(attended.minutes, wholeSession(service, session));
  return { arrival, departure, minutes };
}

function wholeSession(service: Service, session: { from: string; to: string }): number {
  return (service.sessions ?? [session]).reduce((sum, part) => sum + (part.from && part.to ? minutesOf(part.to) - minutesOf(part.from) : 0), 0);
}

/** Minutes that a child stayed after the end of the session; 0 when collected in time. */
export function lateMinutes(service: Service, unit: Unit): number {
  const end = sessionOf(service)?.to;
  const departure = unit.attended?.departure;
  return end && departure ? Math.max(0, minutesOf(departure) - minutesOf(end)) : 0;
}

const NOT_CLOCKED: Clock = { arrival: null, departure: null, minutes: null };

/** Where remarks go that are not about a line of the result: prices shown with a decision, lines outside the period. */
export const UNHEARD = new Set<string>();

/** A case about a family on a day. */
export function caseOf(household: Household, rules: Rules, day: LocalDate, child: Child | null = null, service: string | null = null): Case {
  return {
    rules, household, child, service, day, unit: null, arrival: null, departure: null, minutes: null, count: null,
    deciding: null, shift: 0, settling: false, flags: household.flags,
  };
}

/** The case of a unit. An absent child is priced as if present for the whole session. */
export function caseOfUnit(household: Household, rules: Rules, unit: Unit, flags = household.flags): Case {
  const service = rules.services.get(unit.service)?.service;
  const { arrival, departure, minutes } = service ? clockOf(service, unit.attended) : NOT_CLOCKED;
  return {
    rules, household, child: unit.child, service: unit.service, day: unit.day, unit, arrival, departure, minutes, count: null,
    deciding: null, shift: 0, settling: false, flags,
  };
}

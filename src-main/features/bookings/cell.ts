import { formatMoment } from '../../kernel/french-dates';
import { weekdayOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { formatEuros } from '../../kernel/money';
import type { Cents } from '../../kernel/money';
import { enrolmentOn } from '../enrolments/periods';
import type { ChildFacts, FamilyFacts } from '../families/schema';
import { idOf } from '../child-days/family-facts';
import { dayKey } from '../child-days/day-key';
import { isInCharge } from '../child-days/in-charge';
import type { FamilyDays } from '../child-days/load-facts';
import { rollCallStateOf } from '../child-days/roll-call-state';
import type { RollCallState } from '../child-days/roll-call-state';
import { decide } from '../rulebook/decide';
import { openingOf } from '../rulebook/opening';
import type { Decision, Facts, Rulebook } from '../rulebook/schema';
import { unitPriceOf } from '../rulebook/show-price';
import { versionOn } from '../rulebook/versions';
import type { Cell, CellState } from './schema';

/** What a cell is judged on: the family's days, its facts, the rulebook, the present. */
export interface Judge {
  readonly rulebook: Rulebook;
  readonly days: FamilyDays;
  readonly family: FamilyFacts;
  readonly facts: Facts;
  readonly now: LocalDateTime;
  readonly today: LocalDate;
  /** Places left by `service day`; absent = no limit. */
  readonly placesLeft: ReadonlyMap<string, number>;
  /** Days that stand on an invoice, by `dayKey`. */
  readonly invoiced: ReadonlySet<string>;
}

export interface CellOf {
  readonly child: ChildFacts;
  readonly service: string;
  readonly day: LocalDate;
  /** What the page has ticked or unticked, not saved yet; undefined = untouched. */
  readonly wanted: boolean | undefined;
}

export const placeKey = (service: string, day: LocalDate): string => `${service} ${day}`;

/** True when the child has a unit that day: decided, or by the usual week. The day must be open. */
export function isBooked(days: FamilyDays, childId: number, service: string, day: LocalDate): boolean {
  const enrolment = enrolmentOn(days.enrolments, childId, service, day);
  if (!enrolment) return false;
  const decided = days.decidedByKey.get(dayKey(childId, service, day));
  return decided ? decided.state === 'booked' : enrolment.week.includes(weekdayOf(day));
}

/** Judges one cell: what it shows, whether it may change now, why, until when, at what price. */
export function cellOf(judge: Judge, { child, service, day, wanted }: CellOf): Cell {
  const closed = (state: CellState, words: string, reason: string): Cell =>
    ({ day, state, booked: false, mayChange: false, pending: false, priceCents: null, invoiced: false, words, reason, until: null });

  const version = versionOn(judge.rulebook, day);
  if (!version) return closed('closed', 'fermé : pas encore de règlement', 'Le règlement de cette période n’est pas encore voté.');
  const opening = openingOf(version, judge.days.calendar, service, day);
  if (!opening.open) return closed('closed', opening.reason, `${capitalised(opening.reason)}.`);
  if (!enrolmentOn(judge.days.enrolments, child.id, service, day)) {
    return closed('notEnrolled', 'non inscrit ce jour', 'L’enfant n’est pas inscrit à ce service ce jour-là.');
  }
  if (!isInCharge(judge.family, child, day)) {
    return closed('otherFamily', 'semaine de l’autre foyer', 'Ce jour revient à l’autre foyer de l’enfant : c’est lui qui réserve et qui paie.');
  }
  return openCell(judge, { child, service, day, wanted });
}

type Judged = Pick<Decision, 'outcome' | 'limit' | 'sentence' | 'priceCents'>;

/** A day that has passed is not judged: nothing can change in it. */
const PASSED: Judged = { outcome: 'refused', sentence: 'Ce jour est passé.' };

function openCell(judge: Judge, { child, service, day, wanted }: CellOf): Cell {
  const saved = isBooked(judge.days, child.id, service, day);
  const past = day < judge.today;
  const decision = past ? PASSED : decide(judge.rulebook, judge.facts, {
    action: saved ? 'cancel' : 'book', child: idOf(child.id), service, day, at: judge.now,
  });
  const late = decision.outcome === 'late';
  const full = !saved && (judge.placesLeft.get(placeKey(service, day)) ?? 1) <= 0;
  const inTime = !past && (decision.outcome === 'accepted' || late);
  const called = inTime ? null : rollCallStateOf(judge.days, child.id, service, day);
  const timing = called && !saved ? 'none' : timingOf(judge, child.id, service, day, saved, late);
  // A booking that is accepted was priced with its decision.
  const price = !saved && inTime && decision.priceCents !== undefined ? decision.priceCents
    : unitPriceOf(judge.rulebook, judge.facts, idOf(child.id), service, day, timing).cents;
  const booked = inTime && !full ? wanted ?? saved : saved;
  const invoiced = judge.invoiced.has(dayKey(child.id, service, day));
  if (called && (saved || called === 'present')) return calledCell({ day, called, saved, invoiced, priceCents: price });
  const asked = !saved && decision.outcome === 'ask';
  const state = stateOf({ booked, past, late: late && !saved, bookedLate: timing === 'late', full, asked, mayChange: inTime && !full });
  return {
    day, state, booked,
    mayChange: inTime && !full,
    pending: booked !== saved,
    priceCents: price,
    invoiced,
    words: `${wordsOf(state, price)}${invoiced ? INVOICED : ''}`,
    reason: reasonOf({ past, full, inTime, late, saved, invoiced, decision }),
    // A full day whose deadline is over as well: no place freed would help.
    until: full && decision.outcome !== 'accepted' ? null : decision.limit ?? null,
  };
}

const CALLED: Readonly<Record<RollCallState, { readonly state: CellState; readonly words: string; readonly reason: string }>> = {
  present: { state: 'attended', words: 'présent', reason: 'L’enfant était présent : ce jour est pointé.' },
  absent: { state: 'absent', words: 'absent', reason: 'L’enfant était attendu et n’est pas venu.' },
  excused: { state: 'excused', words: 'absence excusée', reason: 'L’absence est connue de la mairie : prévenue, justifiée ou due à l’école.' },
};

const INVOICED = ', facturé';

interface Called {
  readonly day: LocalDate;
  readonly called: RollCallState;
  readonly saved: boolean;
  readonly invoiced: boolean;
  readonly priceCents: number | null;
}

/** A day whose roll call is known, or whose absence is: it cannot be booked or cancelled any more. */
function calledCell({ day, called, saved, invoiced, priceCents }: Called): Cell {
  const { state, words, reason } = CALLED[called];
  const unbooked = saved ? '' : ', sans réservation';
  return {
    day, state, booked: saved || called === 'present', mayChange: false, pending: false, priceCents, invoiced,
    words: `${words}${unbooked}${invoiced ? INVOICED : ''}`, reason: invoiced ? `${reason} Ce jour est facturé.` : reason, until: null,
  };
}

function timingOf({ days }: Judge, childId: number, service: string, day: LocalDate, saved: boolean, late: boolean): 'inTime' | 'late' {
  if (!saved) return late ? 'late' : 'inTime';
  return days.decidedByKey.get(dayKey(childId, service, day))?.timing ?? 'inTime';
}

function stateOf({ booked, past, late, bookedLate, full, asked, mayChange }: Record<'booked' | 'past' | 'late' | 'bookedLate' | 'full' | 'asked' | 'mayChange', boolean>): CellState {
  if (booked) return bookedLate ? 'lateBooked' : 'booked';
  if (past) return 'past';
  if (full) return 'full';
  if (late) return 'lateFree';
  if (asked) return 'ask';
  return mayChange ? 'free' : 'tooLate';
}

function wordsOf(state: CellState, priceCents: number | null): string {
  const price = priceCents === null ? 'prix non fixé' : formatEuros(priceCents as Cents);
  switch (state) {
    case 'free': return `libre, ${price}`;
    case 'booked': return 'réservé';
    case 'lateFree': return `hors délai, ${price}`;
    case 'lateBooked': return `réservé hors délai, ${price}`;
    case 'full': return 'complet';
    case 'past': return 'passé, non réservé';
    case 'ask': return 'sur demande à la mairie';
    default: return 'trop tard pour réserver en ligne';
  }
}

interface Grounds {
  readonly past: boolean;
  readonly full: boolean;
  readonly inTime: boolean;
  readonly late: boolean;
  readonly saved: boolean;
  readonly invoiced: boolean;
  readonly decision: Judged;
}

function reasonOf({ past, full, inTime, late, saved, invoiced, decision }: Grounds): string | null {
  if (past) return invoiced ? 'Ce jour est passé et facturé.' : 'Ce jour est passé.';
  if (full) return 'Toutes les places sont prises ce jour-là.';
  if (!inTime || late) return decision.sentence;
  if (!decision.limit) return null;
  return `${saved ? 'Annulation possible' : 'Réservation possible'} jusqu’au ${formatMoment(decision.limit)}.`;
}

const capitalised = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase('fr-FR') + sentence.slice(1);

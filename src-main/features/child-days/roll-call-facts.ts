import { daysFrom, toLocal } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { ChildFacts, FamilyFacts } from '../families/schema';
import { grouped } from '../families/grouped';
import type { Event, Reason } from '../rulebook/schema';
import { ofChild } from './by-child';
import { dayKey } from './day-key';
import { idOf } from './family-facts';
import type { FamilyDays } from './family-days';
import { isInCharge } from './in-charge';
import type { AbsenceFact, CalledDay } from './schema';

/**
 * What happened to a child's days, as the rulebook's events: roll calls, absences told, proved or
 * caused. Only the days of the family in charge.
 */
export function rollCallEvents(days: FamilyDays, family: FamilyFacts, child: ChildFacts): Event[] {
  const called = ofChild(days.called, child.id).filter(({ day }) => isInCharge(family, child, day));
  const reasons = ofChild(days.absences, child.id);
  if (called.length === 0 && reasons.length === 0) return [];
  return [...attended(days, called), ...absences(called), ...reasons.flatMap((one) => reasonEvents(days, family, child, one))];
}

/** Days without hours go together; each hour has its own event. */
function attended(days: FamilyDays, called: readonly CalledDay[]): Event[] {
  const present = called.filter(({ state }) => state === 'present');
  const alike = grouped(present, (one) => `${one.service} ${one.arrival ?? ''} ${one.departure ?? ''} ${decidedAfterwards(days, one) ?? ''}`);
  return [...alike.values()].map(([first, ...others]) => {
    const { childId, service, arrival, departure, day } = first!;
    const at = decidedAfterwards(days, first!);
    return {
      type: 'attend', child: idOf(childId), service, days: [day, ...others.map((one) => one.day)],
      ...(at && { at }), ...(arrival !== null && { arrival }), ...(departure !== null && { departure }),
    };
  });
}

/** A roll call tells the end of its day; a day decided later still must not undo it. */
function decidedAfterwards(days: FamilyDays, { childId, service, day }: CalledDay): Event['at'] {
  const decided = days.decidedByKey.get(dayKey(childId, service, day));
  if (!decided) return undefined;
  const at = toLocal(decided.decidedAt, days.timeZone);
  return at > `${day}T24:00` ? at : undefined;
}

function absences(called: readonly CalledDay[]): Event[] {
  const byService = grouped(called.filter(({ state }) => state === 'absent'), ({ service }) => service);
  return [...byService].map(([service, rows]) => ({ type: 'absent', child: idOf(rows[0]!.childId), service, days: rows.map(({ day }) => day) }));
}

function reasonEvents(days: FamilyDays, family: FamilyFacts, child: ChildFacts, fact: AbsenceFact): Event[] {
  const from = later(fact.fromOn, days.window.from);
  const to = earlier(fact.toOn, days.window.to);
  const mine = daysFrom(from, to).filter((day) => isInCharge(family, child, day));
  if (mine.length === 0) return [];
  const at = toLocal(fact.at, days.timeZone);
  const about = { child: idOf(child.id), ...(fact.service !== null && { service: fact.service }) };
  if (fact.source === 'notice') return [{ type: 'tellAbsence', at, ...about, days: mine, reason: fact.reason as Reason }];
  if (fact.source === 'disruption') return [{ type: 'disruption', at, ...about, days: mine, reason: fact.reason as Reason }];
  return [{ type: 'proof', at, ...about, kind: fact.reason, from: fact.fromOn, to: fact.toOn }, ...absencesProved(days, child, mine, fact.reason)];
}

/** A paper proves the absence of the days that no roll call contradicts. */
function absencesProved(days: FamilyDays, child: ChildFacts, mine: readonly LocalDate[], kind: string): Event[] {
  const services = new Set(ofChild(days.enrolments, child.id).map(({ service }) => service));
  return [...services].flatMap((service): Event[] => {
    const away = mine.filter((day) => days.calledByKey.get(dayKey(child.id, service, day))?.state !== 'present');
    return away.length === 0 ? [] : [{ type: 'absent', child: idOf(child.id), service, days: away, ...(kind === 'medical' && { reason: 'illness' as const }) }];
  });
}

const later = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right);
const earlier = (left: LocalDate, right: LocalDate): LocalDate => (left < right ? left : right);

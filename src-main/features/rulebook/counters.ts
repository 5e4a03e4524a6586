import { dayOf, localDateTime } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { lateMinutes } from './case';
import type { Case } from './case';
import { isAbsent, isPresent, remember, stands } from './household';
import type { Household, Unit } from './household';
import { sessionOf } from './limits';
import type { Rules } from './rules';
import { concerns } from './rules';
import type { Child, Counter } from './schema';
import type { Span } from './windows';

/** Something that a counter counts, in time order. */
interface Counted {
  at: LocalDateTime;
  day: LocalDate;
  child: Child | null;
  service: string | null;
}

const startOf = (rules: Rules, unit: Unit): string => {
  const service = rules.services.get(unit.service)?.service;
  return (service && sessionOf(service)?.from) ?? '00:00';
};

function countedUnit(counter: Counter, rules: Rules, unit: Unit): LocalDateTime | null {
  const service = rules.services.get(unit.service)?.service;
  switch (counter.counts) {
    case 'presence':
      return isPresent(unit) ? localDateTime(unit.day, startOf(rules, unit)) : null;
    case 'unbooked':
    case 'late':
      return unit.booking === 'none' && unit.attended ? localDateTime(unit.day, unit.attended.arrival ?? startOf(rules, unit)) : null;
    case 'untoldAbsence':
      return isAbsent(unit) && unit.absence?.toldAt === null && !unit.absence.disrupted ? localDateTime(unit.day, startOf(rules, unit)) : null;
    case 'lateCollection':
      return service && lateMinutes(service, unit) > (counter.graceMinutes ?? 0) ? localDateTime(unit.day, unit.attended?.departure ?? '24:00') : null;
    default:
      return null;
  }
}

const OF_UNITS = ['presence', 'unbooked', 'late', 'untoldAbsence', 'lateCollection'];

function markedAs(counter: Counter, kind: string): boolean {
  return kind === counter.counts || kind === counter.id || (counter.counts === 'late' && kind === 'lateBooking');
}

/** A family's late collection of one day counts once. */
function oncePerDay(events: Counted[]): Counted[] {
  return events.filter((event, index) => events.findIndex((other) => other.day === event.day) === index);
}

function readEvents(counter: Counter, household: Household, rules: Rules): Counted[] {
  const events: Counted[] = [];
  for (const mark of household.marks) if (markedAs(counter, mark.kind) && concerns(counter, mark.service)) events.push(mark);
  for (const happening of household.happenings) {
    if (happening.kind === counter.counts) events.push({ ...happening, service: null });
  }
  if (OF_UNITS.includes(counter.counts)) {
    for (const course of household.courses.values()) {
      if (!concerns(counter, course.service)) continue;
      for (const unit of course.units.values()) {
        const at = stands(unit) ? countedUnit(counter, rules, unit) : null;
        if (unit && at) events.push({ at, day: unit.day, child: unit.child, service: unit.service });
      }
    }
  }
  events.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
  return counter.counts === 'lateCollection' && counter.per === 'family' ? oncePerDay(events) : events;
}

const isInHand = (event: Counted, one: Case): boolean =>
  event.day === one.day && (event.child === null || one.child === null || event.child === one.child) && (event.service === null || one.service === null || event.service === one.service);

const within = (window: Span | null, day: LocalDate): boolean => window !== null && window.from <= day && day <= window.to;

/**
 * Ordinal of the event in hand, itself included; the number of events so far where the line is
 * not itself a counted event. In a decision only past events exist (spec §5, §12).
 */
export function ordinalOf(counter: Counter, one: Case): number {
  const { household, rules, deciding } = one;
  const events = deciding
    ? readEvents(counter, household, rules)
    : remember(household, counter, () => readEvents(counter, household, rules));
  const now = deciding !== null && counter.windowOf === 'now';
  const window = rules.windowOn(counter.every, now ? dayOf(deciding.at) : one.day);
  const counted = events.filter((event) => {
    if (counter.per === 'child' && event.child !== null && one.child !== null && event.child !== one.child) return false;
    return within(window, now ? dayOf(event.at) : event.day);
  });
  if (deciding) return counted.filter((event) => event.at <= deciding.at).length;
  const family = counter.counts === 'lateCollection' && counter.per === 'family';
  const place = counted.findIndex((event) => (family ? event.day === one.day : isInHand(event, one)) && (one.countedAt === undefined || event.at === one.countedAt));
  if (place >= 0) return place + 1;
  return counted.filter((event) => event.at <= localDateTime(one.day, '24:00')).length;
}

import { addMonths, dayOf, firstOfMonth, lastOfMonth, weekdayOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { RulesByDay } from './rules';
import type { Child, Enrolment, Event, Family, Reason, Timing } from './schema';

/** What is known of an absence from a unit that was booked. */
export interface Absence {
  reason: Reason;
  /** First instant at which the family told it; null when nobody did. */
  toldAt: LocalDateTime | null;
  /** The town is the cause (strike, outing…): nobody has to tell it. */
  disrupted: boolean;
}

/** One child, one service, one day: what is booked, taken and charged. */
export interface Unit {
  readonly child: Child;
  readonly service: string;
  readonly day: LocalDate;
  booking: Timing;
  options: readonly string[];
  /** Comes from the usual week of an enrolment. */
  usual: boolean;
  bookedAt: LocalDateTime | null;
  /** Share of a cost (outing) that the booking carries. */
  costCents: number | null;
  /** Cart that is not paid yet: the unit does not count. */
  cart: string | null;
  attended: { arrival?: string | undefined; departure?: string | undefined; minutes?: number | undefined } | null;
  absence: Absence | null;
}

/** A deed of the family that counters and charges look at, dated by its instant and its service day. */
export interface Mark {
  kind: string;
  child: Child;
  service: string;
  day: LocalDate;
  at: LocalDateTime;
}

/** An accepted proof and the days it is about; without days it is about all of them. */
export interface Proof {
  kind: string;
  at: LocalDateTime | null;
  days: ReadonlySet<LocalDate> | null;
  from: LocalDate | null;
  to: LocalDate | null;
  services: readonly string[] | null;
}

/** One child in one service: its enrolments and its units by day (null: looked at, nothing booked). */
export interface Course {
  child: Child;
  service: string;
  enrolments: readonly Enrolment[];
  units: Map<LocalDate, Unit | null>;
}

/** A family with its units, found by child, service and day. */
export interface Household {
  family: Family;
  rules: RulesByDay;
  children: ReadonlyMap<string, Child>;
  courses: Map<string, Course>;
  proofs: Map<string, Proof[]>;
  marks: Mark[];
  happenings: { kind: string; child: Child | null; day: LocalDate; at: LocalDateTime }[];
  /** Says whether a usual week runs on a day (admission rows may stop it). */
  runsUsually: (household: Household, course: Course, day: LocalDate) => boolean;
  flags: Set<string>;
  /** Answers that hold once all events are applied; emptied when one more is tried. */
  remembered: Map<unknown, unknown>;
}

/** Computes once what does not change any more. */
export function remember<Answer>(household: Household, key: unknown, compute: () => Answer): Answer {
  let found = household.remembered.get(key) as Answer | undefined;
  if (found === undefined) {
    found = compute();
    household.remembered.set(key, found);
  }
  return found;
}

export function openHousehold(family: Family, rules: RulesByDay, runsUsually: Household['runsUsually']): Household {
  const household: Household = {
    family, rules, runsUsually,
    children: new Map(family.children.map((child) => [child.id, child])),
    courses: new Map(), proofs: new Map(), marks: [], happenings: [], flags: new Set(), remembered: new Map(),
  };
  for (const child of family.children) for (const enrolment of child.enrolments ?? []) courseOf(household, child, enrolment.service);
  return household;
}

/** The course of a child in a service; opened when first asked for. */
export function courseOf(household: Household, child: Child, service: string): Course {
  const key = `${child.id} ${service}`;
  let course = household.courses.get(key);
  if (!course) {
    course = { child, service, enrolments: (child.enrolments ?? []).filter((one) => one.service === service), units: new Map() };
    household.courses.set(key, course);
  }
  return course;
}

export const coursesOf = (household: Household, child: Child): Course[] => [...household.courses.values()].filter((course) => course.child === child);

export function newUnit(course: Course, day: LocalDate, booking: Timing): Unit {
  return {
    child: course.child, service: course.service, day, booking, options: [], usual: false,
    bookedAt: null, costCents: null, cart: null, attended: null, absence: null,
  };
}

/** First and last day that an enrolment serves. For monthly commitments one asked during a month starts with the next, and a month begun is due entire. */
export function servedSpan(enrolment: Enrolment, monthly: boolean): { from: LocalDate; to: LocalDate | undefined } {
  const { from, to, requestedAt } = enrolment;
  if (!monthly) return { from, to };
  const waits = requestedAt !== undefined && requestedAt.slice(0, 7) >= from.slice(0, 7);
  return { from: waits ? addMonths(firstOfMonth(dayOf(requestedAt)), 1) : from, to: to && lastOfMonth(to) };
}

const isMonthly = (household: Household, service: string, day: LocalDate): boolean =>
  household.rules.on(day)?.services.get(service)?.service.commitment === 'month';

/** The enrolment of a course that covers a day. */
export function enrolmentOn(household: Household, course: Course, day: LocalDate): Enrolment | undefined {
  if (course.enrolments.length === 0) return undefined;
  const monthly = isMonthly(household, course.service, day);
  return course.enrolments.find((enrolment) => {
    const { from, to } = servedSpan(enrolment, monthly);
    return from <= day && (to === undefined || day <= to);
  });
}

function usualUnit(household: Household, course: Course, day: LocalDate): Unit | null {
  const enrolment = enrolmentOn(household, course, day);
  if (!enrolment?.week?.includes(weekdayOf(day))) return null;
  const service = household.rules.on(day)?.services.get(course.service);
  if (!service?.openingOn(day).open || !household.runsUsually(household, course, day)) return null;
  return { ...newUnit(course, day, 'inTime'), usual: true, options: enrolment.options ?? [] };
}

/** The unit of a course on a day, from the usual week if nothing else was decided; null when there is none. */
export function unitOn(household: Household, course: Course, day: LocalDate): Unit | null {
  let unit = course.units.get(day);
  if (unit === undefined) {
    unit = usualUnit(household, course, day);
    course.units.set(day, unit);
  }
  return unit;
}

/** Same, by child and service; null too when the child has nothing to do with the service. */
export function unitOf(household: Household, child: Child, service: string, day: LocalDate): Unit | null {
  const course = household.courses.get(`${child.id} ${service}`);
  return course ? unitOn(household, course, day) : null;
}

/** Counts: booked or taken, and paid for when it must be. */
export const stands = (unit: Unit | null): unit is Unit => unit !== null && unit.cart === null;
export const isAbsent = (unit: Unit): boolean => unit.absence !== null && unit.attended === null;
/** Stands, and the child is (or will be) there. */
export const isPresent = (unit: Unit | null): boolean => stands(unit) && !isAbsent(unit);

/** Flags of the family or of a child on a day. */
export function hasFlag(household: Household, child: Child | null, flags: readonly string[], day: LocalDate): boolean {
  const on = (flagged: NonNullable<Child['flags']>[number]): boolean => {
    if (typeof flagged === 'string') return flags.includes(flagged);
    return flags.includes(flagged.id) && (flagged.from ?? day) <= day && day <= (flagged.to ?? day);
  };
  return (household.family.flags ?? []).some(on) || (child?.flags ?? []).some(on);
}

/** Children that an event is about: those it names, or all. */
export function childrenOf(household: Household, event: Event): Child[] {
  const named = event.children ?? (event.child === undefined ? [...household.children.keys()] : [event.child]);
  return named.flatMap((id) => household.children.get(id) ?? []);
}

export const servicesOf = (event: Event): readonly string[] | null => event.services ?? (event.service === undefined ? null : [event.service]);

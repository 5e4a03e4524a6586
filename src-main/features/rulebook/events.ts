import { addDays, dayOf, localDateTime } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { addToCart, pay, paymentFor, releaseIfUnpaid } from './carts';
import type { Cart } from './carts';
import { caseOf } from './case';
import type { Case, Deciding } from './case';
import { holds } from './conditions';
import { childrenOf, courseOf, coursesOf, newUnit, servicesOf, stands, unitOn } from './household';
import type { Course, Household, Unit } from './household';
import { judge } from './judge';
import type { Demand, Judged } from './judge';
import type { Action, Child, Decision, Event, Reason } from './schema';

/** An absence told from a day on, until the return is told. */
interface OpenAbsence {
  child: Child;
  services: readonly string[] | null;
  from: LocalDate;
  /** First day back; null until the return is told. */
  back: LocalDate | null;
  at: LocalDateTime | null;
  reason: Reason;
}

/** What comes of a family's events, beside its units. */
export interface Story {
  household: Household;
  decisions: (Decision & { place: number })[];
  carts: Map<string, Cart>;
  openAbsences: OpenAbsence[];
}

/** An event with its place in the file. */
export interface Told {
  event: Event;
  place: number;
}

const reasonOf = (event: Event): Reason => (event.reason === undefined || event.reason === 'closure' ? 'none' : event.reason);

/** The family was told to expect the child away: the earliest telling counts, a reason replaces none. */
export function tell(unit: Unit, at: LocalDateTime | null, reason: Reason): void {
  const before = unit.absence;
  const toldAt = before?.toldAt != null && (at === null || before.toldAt < at) ? before.toldAt : at;
  unit.absence = { reason: reason === 'none' ? (before?.reason ?? 'none') : reason, toldAt, disrupted: before?.disrupted ?? false };
}

const MARKS: Readonly<Record<Action, string>> = { book: 'lateBooking', change: 'lateChange', cancel: 'lateCancel', enrol: 'lateEnrolment' };

/** Staff decided: what was refused or to be judged is accepted as if in time, except on a closed day. */
function overridden(judged: Judged, event: Event): Judged {
  if (event.override !== true || judged.ground === 'closed' || judged.outcome === 'accepted' || judged.outcome === 'late') return judged;
  return { ...judged, outcome: 'accepted', sentence: 'Accepté par la mairie.' };
}

function bookUnit(story: Story, event: Event, course: Course, day: LocalDate, late: boolean): void {
  const { household } = story;
  const existing = unitOn(household, course, day);
  const unit = existing ?? { ...newUnit(course, day, late ? 'late' : 'inTime'), bookedAt: event.at ?? null };
  unit.absence = null;
  if (event.options) unit.options = event.options;
  if (event.costCents !== undefined) unit.costCents = event.costCents;
  course.units.set(day, unit);
  if (event.cart === undefined) return;
  const cart = story.carts.get(event.cart) ?? { id: event.cart, state: 'firm', items: [], payBy: null };
  story.carts.set(cart.id, cart);
  const payment = existing ? null : paymentFor(household, unit);
  if (payment) addToCart(household, cart, course, unit, payment);
}

function cancelUnit(story: Story, event: Event, course: Course, day: LocalDate, judged: Judged, at: LocalDateTime): void {
  const unit = unitOn(story.household, course, day);
  if (!unit) return;
  if (judged.outcome === 'accepted' || judged.outcome === 'late') course.units.set(day, null);
  else if (judged.outcome === 'refused' && judged.ground === 'limit') tell(unit, at, reasonOf(event));
}

function applyAction(story: Story, { event, place }: Told, action: Action, course: Course, day: LocalDate, at: LocalDateTime, days: readonly LocalDate[]): void {
  const { household } = story;
  const { child, service } = course;
  const demand: Demand = { action, child, service, day, at, days, options: event.options, costCents: event.costCents, inClass: event.inClass ?? false };
  const judged = overridden(judge(household, demand), event);
  const { outcome, limit, sentence } = judged;
  story.decisions.push({
    place, event: event.id ?? place, action, child: child.id, service, day, at, outcome,
    ...(limit === null || limit === 'none' || limit === 'never' ? {} : { limit }),
    sentence,
    ...('priceCents' in judged ? { priceCents: judged.priceCents ?? null } : {}),
  });
  household.remembered.clear();
  const taken = outcome === 'accepted' || outcome === 'late';
  const again = action === 'book' && stands(unitOn(household, course, day));
  if (taken && (action === 'book' || action === 'change')) bookUnit(story, event, course, day, outcome === 'late');
  if (action === 'cancel') cancelUnit(story, event, course, day, judged, at);
  const outOfTime = action === 'cancel' && judged.pastLimit && judged.ground === 'limit' && outcome === 'refused';
  if ((outcome === 'late' && !again) || outOfTime) household.marks.push({ kind: event.countsAs ?? MARKS[action], child, service, day, at });
}

/** `cancel` without a service is about all that the child has that day. */
function coursesFor(household: Household, child: Child, event: Event): Course[] {
  return servicesOf(event)?.map((service) => courseOf(household, child, service)) ?? coursesOf(household, child);
}

/** Days that an action is about; an enrolment without any is about the day on which it is asked. */
function daysAsked(event: Event): readonly LocalDate[] {
  const day = event.from ?? event.on ?? (event.type === 'enrol' && event.at ? dayOf(event.at) : undefined);
  return event.days ?? (day === undefined ? [] : [day]);
}

function act(story: Story, told: Told, action: Action): void {
  const { household } = story;
  const { event } = told;
  const days = daysAsked(event);
  if (!days[0]) return;
  const at = event.at ?? localDateTime(days[0], '00:00');
  for (const child of childrenOf(household, event)) {
    for (const course of coursesFor(household, child, event)) {
      for (const day of days) applyAction(story, told, action, course, day, at, days);
    }
  }
}

/** Attendance without booking: kept on a closed day, else as the booking row says. */
function admitUnbooked(story: Story, { event, place }: Told, course: Course, day: LocalDate): Unit | null {
  const { household } = story;
  const rules = household.rules.on(day);
  const service = rules?.services.get(course.service);
  if (!rules || !service) return null;
  const opening = service.openingOn(day);
  const at = event.at ?? localDateTime(day, '24:00');
  const deciding: Deciding = { action: 'book', at, inClass: false, days: [], priceCents: () => null };
  const one: Case = { ...caseOf(household, rules, day, course.child, course.service), deciding, flags: new Set() };
  const row = service.booking.find((candidate) => candidate.unbooked != null && holds(candidate.when, one) !== false);
  const refused = opening.open && row?.unbooked === 'refuse' && event.override !== true;
  const reason = opening.open ? '' : ` (${opening.reason})`;
  story.decisions.push({
    place, event: event.id ?? place, action: 'unbooked', child: course.child.id, service: course.service, day,
    ...(event.at ? { at: event.at } : {}),
    outcome: refused ? 'refused' : 'accepted',
    sentence: refused ? 'Venu sans réservation : refusé par le règlement.' : `Venu sans réservation : accepté${reason}.`,
  });
  if (!opening.open) household.flags.add('closedDay');
  if (refused) return null;
  const unit = newUnit(course, day, 'none');
  course.units.set(day, unit);
  return unit;
}

function attend(story: Story, told: Told, day: LocalDate): void {
  const { household } = story;
  const { event } = told;
  for (const child of childrenOf(household, event)) {
    for (const service of servicesOf(event) ?? []) {
      const course = courseOf(household, child, service);
      const booked = unitOn(household, course, day);
      const unit = booked && booked.cart === null ? booked : admitUnbooked(story, told, course, day);
      if (!unit) continue;
      unit.attended = { arrival: event.arrival, departure: event.departure, minutes: event.minutes };
      if (event.options) unit.options = event.options;
      if (event.costCents !== undefined) unit.costCents = event.costCents;
    }
  }
  household.remembered.clear();
}

function eachUnit(household: Household, event: Event, day: LocalDate, act: (unit: Unit, course: Course) => void): void {
  for (const child of childrenOf(household, event)) {
    for (const course of coursesFor(household, child, event)) {
      const unit = unitOn(household, course, day);
      if (unit) act(unit, course);
    }
  }
}

function observeAbsence({ household }: Story, event: Event, day: LocalDate): void {
  eachUnit(household, event, day, (unit) => {
    const reason = reasonOf(event);
    unit.attended = null;
    unit.absence = { reason: reason === 'none' ? (unit.absence?.reason ?? 'none') : reason, toldAt: unit.absence?.toldAt ?? null, disrupted: unit.absence?.disrupted ?? false };
  });
}

function tellAbsence(story: Story, event: Event): void {
  const { household } = story;
  for (const day of event.days ?? []) eachUnit(household, event, day, (unit) => tell(unit, event.at ?? null, reasonOf(event)));
  if (event.days !== undefined || event.from === undefined) return;
  for (const child of childrenOf(household, event)) {
    story.openAbsences.push({ child, services: servicesOf(event), from: event.from, back: event.to ? addDays(event.to, 1) : null, at: event.at ?? null, reason: reasonOf(event) });
  }
}

/** The child is back from that day on. */
function tellReturn(story: Story, event: Event): void {
  const back = event.from ?? event.on ?? event.days?.[0] ?? (event.at && dayOf(event.at));
  if (!back) return;
  const children = childrenOf(story.household, event);
  for (const absence of story.openAbsences) {
    if (children.includes(absence.child) && absence.back === null) absence.back = back;
  }
}

function receiveProof(household: Household, event: Event): void {
  const proof = {
    kind: event.kind ?? 'medical', at: event.at ?? null, services: servicesOf(event),
    days: event.days ? new Set(event.days) : event.from || event.to ? new Set<LocalDate>() : null,
    from: event.from ?? null, to: event.to ?? null,
  };
  for (const child of childrenOf(household, event)) household.proofs.set(child.id, [...(household.proofs.get(child.id) ?? []), proof]);
}

function happen(household: Household, event: Event): void {
  const day = event.on ?? event.days?.[0] ?? (event.at && dayOf(event.at));
  if (!day) return;
  const children = event.child === undefined && event.children === undefined ? [null] : childrenOf(household, event);
  for (const child of children) household.happenings.push({ kind: event.kind ?? '', child, day, at: event.at ?? localDateTime(day, '00:00') });
}

/** When an event takes effect. A roll call without an hour comes at the end of its day. */
const takesEffect = ({ event }: Told, day: LocalDate | undefined): string =>
  event.at ?? (event.type === 'attend' || event.type === 'absent' ? `${day ?? ''}T24:00` : (event.on ?? event.days?.[0] ?? event.from ?? ''));

interface Step {
  told: Told;
  day: LocalDate | undefined;
  when: string;
}

/** One step an event, one a day for roll calls, in time order; as written at one instant. */
function inOrder(events: readonly Told[]): Step[] {
  const steps: Step[] = events.flatMap((told) => {
    const daily = told.event.type === 'attend' || told.event.type === 'absent';
    const days: (LocalDate | undefined)[] = daily ? (told.event.days ?? (told.event.on ? [told.event.on] : [])) : [undefined];
    return days.map((day) => ({ told, day, when: takesEffect(told, day) }));
  });
  return steps.sort((left, right) => (left.when < right.when ? -1 : left.when > right.when ? 1 : left.told.place - right.told.place));
}

function applyStep(story: Story, { told, day }: Step): void {
  const { event } = told;
  switch (event.type) {
    case 'book': case 'change': case 'cancel': case 'enrol': return act(story, told, event.type);
    case 'attend': return day && attend(story, told, day);
    case 'absent': return day && observeAbsence(story, event, day);
    case 'tellAbsence': return tellAbsence(story, event);
    case 'tellReturn': return tellReturn(story, event);
    case 'proof': return receiveProof(story.household, event);
    case 'happening': return happen(story.household, event);
    case 'pay': {
      const cart = event.cart === undefined ? undefined : story.carts.get(event.cart);
      if (cart && event.at) pay(story.household, cart, event.at, event.placesLeft ?? true);
      return undefined;
    }
    case 'disruption': return undefined;
  }
}

/** Applies a family's events in time order: bookings and cancellations are judged, roll calls and tellings noted. */
export function applyEvents(household: Household, events: readonly Told[], now: LocalDateTime | undefined): Story {
  const story: Story = { household, decisions: [], carts: new Map(), openAbsences: [] };
  let latest = '';
  for (const step of inOrder(events)) {
    if (step.when.length > 10) for (const cart of story.carts.values()) releaseIfUnpaid(cart, step.when as LocalDateTime);
    applyStep(story, step);
    household.remembered.clear();
    if (step.told.event.at && step.told.event.at > latest) latest = step.told.event.at;
  }
  for (const cart of story.carts.values()) releaseIfUnpaid(cart, now ?? (latest as LocalDateTime));
  return story;
}

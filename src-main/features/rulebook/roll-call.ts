import { addDays, dayOf, localDateTime } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { caseOf, UNHEARD } from './case';
import type { Case, Deciding } from './case';
import { holds } from './conditions';
import { childrenOf, courseOf, newUnit, servicesOf, unitOn } from './household';
import type { Course, Household, Unit } from './household';
import type { Decision, Event, Reason } from './schema';
import { coursesFor, reasonOf } from './story';
import type { Story, Told } from './story';

/** The family was told to expect the child away: the earliest telling counts, a reason replaces none. */
export function tell(unit: Unit, at: LocalDateTime | null, reason: Reason): void {
  const before = unit.absence;
  const toldAt = before?.toldAt != null && (at === null || before.toldAt < at) ? before.toldAt : at;
  unit.absence = { reason: reason === 'none' ? (before?.reason ?? 'none') : reason, toldAt, disrupted: before?.disrupted ?? false };
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
  const one: Case = { ...caseOf(household, rules, day, course.child, course.service), deciding, flags: UNHEARD };
  const row = service.booking.find((candidate) => candidate.unbooked != null && holds(candidate.when, one) !== false);
  const refused = opening.open && row?.unbooked === 'refuse' && event.override !== true;
  const reason = opening.open ? '' : ` (${opening.reason})`;
  const decision: Decision = {
    event: event.id ?? place, action: 'unbooked', child: course.child.id, service: course.service, day,
    ...(event.at ? { at: event.at } : {}),
    outcome: refused ? 'refused' : 'accepted',
    sentence: refused ? 'Venu sans réservation : refusé par le règlement.' : `Venu sans réservation : accepté${reason}.`,
  };
  story.decisions.push({ place, decision });
  if (!opening.open) household.flags.add('closedDay');
  if (refused) return null;
  const unit = newUnit(course, day, 'none');
  course.units.set(day, unit);
  return unit;
}

/** The child was there that day. */
export function attend(story: Story, told: Told, day: LocalDate): void {
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

/** Roll call did not see the child: an absence that nobody may have told. */
export function observeAbsence({ household }: Story, event: Event, day: LocalDate): void {
  eachUnit(household, event, day, (unit) => {
    const reason = reasonOf(event);
    unit.attended = null;
    unit.absence = { reason: reason === 'none' ? (unit.absence?.reason ?? 'none') : reason, toldAt: unit.absence?.toldAt ?? null, disrupted: unit.absence?.disrupted ?? false };
  });
}

export function tellAbsence(story: Story, event: Event): void {
  const { household } = story;
  for (const day of event.days ?? []) eachUnit(household, event, day, (unit) => tell(unit, event.at ?? null, reasonOf(event)));
  if (event.days !== undefined || event.from === undefined) return;
  for (const child of childrenOf(household, event)) {
    story.openAbsences.push({ child, services: servicesOf(event), from: event.from, back: event.to ? addDays(event.to, 1) : null, at: event.at ?? null, reason: reasonOf(event) });
  }
}

/** The child is back from that day on. */
export function tellReturn(story: Story, event: Event): void {
  const back = event.from ?? event.on ?? event.days?.[0] ?? (event.at && dayOf(event.at));
  if (!back) return;
  const children = childrenOf(story.household, event);
  for (const absence of story.openAbsences) {
    if (children.includes(absence.child) && absence.back === null) absence.back = back;
  }
}

export function receiveProof(household: Household, event: Event): void {
  const proof = {
    kind: event.kind ?? 'medical', at: event.at ?? null, services: servicesOf(event),
    days: event.days ? new Set(event.days) : event.from || event.to ? new Set<LocalDate>() : null,
    from: event.from ?? null, to: event.to ?? null,
  };
  for (const child of childrenOf(household, event)) household.proofs.set(child.id, [...(household.proofs.get(child.id) ?? []), proof]);
}

export function happen(household: Household, event: Event): void {
  const day = event.on ?? event.days?.[0] ?? (event.at && dayOf(event.at));
  if (!day) return;
  const children = event.child === undefined && event.children === undefined ? [null] : childrenOf(household, event);
  for (const child of children) household.happenings.push({ kind: event.kind ?? '', child, day, at: event.at ?? localDateTime(day, '00:00') });
}

import { dayOf, localDateTime } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { addToCart, paymentFor } from './carts';
import { childrenOf, newUnit, stands, unitOn } from './household';
import type { Course } from './household';
import { judge, judgeSilently } from './judge';
import type { Demand } from './judge';
import type { Judgement } from './judgement';
import { tell } from './roll-call';
import type { Action, Decision, Event } from './schema';
import { coursesFor, reasonOf } from './story';
import type { Story, Told } from './story';

const MARKS: Readonly<Record<Action, string>> = { book: 'lateBooking', change: 'lateChange', cancel: 'lateCancel', enrol: 'lateEnrolment' };

/** Staff decided: what was refused or to be judged is accepted as if in time, except on a closed day. */
function overridden<One extends Judgement & { sentence?: string }>(judged: One, event: Event): One {
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

function cancelUnit(story: Story, event: Event, course: Course, day: LocalDate, judged: Judgement, at: LocalDateTime): void {
  const unit = unitOn(story.household, course, day);
  if (!unit) return;
  if (judged.outcome === 'accepted' || judged.outcome === 'late') course.units.set(day, null);
  else if (judged.outcome === 'refused' && judged.ground === 'limit') tell(unit, at, reasonOf(event));
}

/** Judges, with the price and the sentence that the family reads. */
function tellDecision(story: Story, { event, place }: Told, demand: Demand): Judgement {
  const { action, child, service, day, at } = demand;
  const judged = overridden(judge(story.household, demand), event);
  const { outcome, limit, sentence } = judged;
  const decision: Decision = {
    event: event.id ?? place, action, child: child.id, service, day, at, outcome,
    ...(limit === null || limit === 'none' || limit === 'never' ? {} : { limit }),
    sentence,
    ...('priceCents' in judged ? { priceCents: judged.priceCents ?? null } : {}),
  };
  story.decisions.push({ place, decision });
  return judged;
}

function applyAction(story: Story, { event, place }: Told, action: Action, course: Course, day: LocalDate, at: LocalDateTime, days: readonly LocalDate[]): void {
  const { household } = story;
  const { child, service } = course;
  const demand: Demand = { action, child, service, day, at, days, options: event.options, costCents: event.costCents, inClass: event.inClass ?? false };
  const judged = story.isSilent ? overridden(judgeSilently(household, demand), event) : tellDecision(story, { event, place }, demand);
  const { outcome } = judged;
  household.remembered.clear();
  const taken = outcome === 'accepted' || outcome === 'late';
  const again = action === 'book' && stands(unitOn(household, course, day));
  if (taken && (action === 'book' || action === 'change')) bookUnit(story, event, course, day, outcome === 'late');
  if (action === 'cancel') cancelUnit(story, event, course, day, judged, at);
  const outOfTime = action === 'cancel' && judged.pastLimit && judged.ground === 'limit' && outcome === 'refused';
  if ((outcome === 'late' && !again) || outOfTime) household.marks.push({ kind: event.countsAs ?? MARKS[action], child, service, day, at });
}

/** Days that an action is about; an enrolment without any is about the day on which it is asked. */
function daysAsked(event: Event): readonly LocalDate[] {
  const day = event.from ?? event.on ?? (event.type === 'enrol' && event.at ? dayOf(event.at) : undefined);
  return event.days ?? (day === undefined ? [] : [day]);
}

/** A booking, a change, a cancellation, an enrolment: each day is judged, then takes effect (spec §4). */
export function act(story: Story, told: Told, action: Action): void {
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

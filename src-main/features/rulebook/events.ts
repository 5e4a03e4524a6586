import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { act } from './actions';
import { pay, releaseIfUnpaid } from './carts';
import type { Household } from './household';
import { attend, happen, observeAbsence, receiveProof, tellAbsence, tellReturn } from './roll-call';
import type { Story, Told } from './story';

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
export function applyEvents(household: Household, events: readonly Told[], now: LocalDateTime | undefined, isSilent: boolean): Story {
  const story: Story = { household, decisions: [], carts: new Map(), openAbsences: [], isSilent };
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

import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { Cart } from './carts';
import { courseOf, coursesOf, servicesOf } from './household';
import type { Course, Household } from './household';
import type { Child, Decision, Event, Reason } from './schema';

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
  /** With the place of their event in the file. */
  decisions: { place: number; decision: Decision }[];
  carts: Map<string, Cart>;
  openAbsences: OpenAbsence[];
  /** Bookings are judged without price nor sentence, and no decision is kept: nobody reads them. */
  isSilent: boolean;
}

/** An event with its place in the file. */
export interface Told {
  event: Event;
  place: number;
}

export const reasonOf = (event: Event): Reason => (event.reason === undefined || event.reason === 'closure' ? 'none' : event.reason);

/** An event without a service is about all that the child has. */
export function coursesFor(household: Household, child: Child, event: Event): Course[] {
  return servicesOf(event)?.map((service) => courseOf(household, child, service)) ?? coursesOf(household, child);
}

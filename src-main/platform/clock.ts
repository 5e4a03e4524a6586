import type { Instant } from '../kernel/local-date';

/** The only reader of the machine's clock. Everything else is told what time it is. */
export interface Clock {
  now(): Instant;
}

const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;

export const systemClock: Clock = { now: () => instant(Date.now()) };

/** A clock that shows `start` when made and ticks on: the demo and the tests. */
export function clockStartingAt(start: Instant): Clock {
  const shift = Date.parse(start) - Date.now();
  return { now: () => instant(Date.now() + shift) };
}

export interface SettableClock extends Clock {
  set(at: Instant): void;
}

/** A clock that stands still until told. */
export function settableClock(start: Instant): SettableClock {
  let current = start;
  return {
    now: () => current,
    set: (at) => {
      current = at;
    },
  };
}

/** An instant some seconds later (or before). */
export const plusSeconds = (at: Instant, seconds: number): Instant => instant(Date.parse(at) + seconds * 1000);
/** Seconds from the first instant to the second. */
export const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000;

import type { Instant } from '../../kernel/local-date';
import { plusSeconds, secondsBetween } from '../../platform/clock';

/** How failures slow down, then stop, whoever tries passwords. */
export interface ThrottlePolicy {
  /** Failures in a row after which a delay begins. */
  readonly delayAfter: number;
  readonly firstDelaySeconds: number;
  /** Each failure more doubles the delay, up to this one. */
  readonly longestDelaySeconds: number;
  /** Failures in 24 hours after which nothing more is tried. */
  readonly perDay: number;
  /** Failures in a row after which only a mail link or staff open again; null = never. */
  readonly blockAfter: number | null;
}

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** CNIL 2022-100: more than 1 minute after 5 failures, at most 25 tries in 24 hours, block at 10. */
export const PARENT_POLICY: ThrottlePolicy = { delayAfter: 5, firstDelaySeconds: 90, longestDelaySeconds: 60 * MINUTE, perDay: 25, blockAfter: 10 };
/** Staff are slowed as much but never shut out: a stranger could otherwise close the town hall. */
export const STAFF_POLICY: ThrottlePolicy = { ...PARENT_POLICY, blockAfter: null };
/** A whole town may share one address (town hall, school, phone network). */
export const ADDRESS_POLICY: ThrottlePolicy = { delayAfter: 60, firstDelaySeconds: 70, longestDelaySeconds: 5 * MINUTE, perDay: 600, blockAfter: null };
/** Mails asked with one identifier: a few, so that no mailbox can be flooded. */
export const LINK_POLICY: ThrottlePolicy = { delayAfter: 3, firstDelaySeconds: 10 * MINUTE, longestDelaySeconds: 4 * 60 * MINUTE, perDay: 10, blockAfter: null };
export const LINK_ADDRESS_POLICY: ThrottlePolicy = { ...ADDRESS_POLICY, delayAfter: 100 };

export type Verdict =
  | { readonly state: 'open' }
  | { readonly state: 'wait'; readonly until: Instant }
  | { readonly state: 'blocked' };

/**
 * Says whether one more try is allowed. `failures` may come in any order; those before the last
 * success no longer count in a row, but still in the day.
 */
export function judgeTries(policy: ThrottlePolicy, failures: readonly Instant[], lastSuccessAt: Instant | null, now: Instant): Verdict {
  // A clock set back (a demo started again) leaves failures to come: they do not count.
  const ordered = failures.filter((at) => at <= now).sort();
  const today = ordered.filter((at) => secondsBetween(at, now) < DAY);
  // What is never blocked forgets after a day; what is blocked stays so until it is opened again.
  const remembered = policy.blockAfter === null ? today : ordered;
  const inARow = lastSuccessAt === null ? remembered : remembered.filter((at) => at > lastSuccessAt);
  if (policy.blockAfter !== null && inARow.length >= policy.blockAfter) return { state: 'blocked' };
  const waits = [delayEnd(policy, inARow), dayEnd(policy, today)].filter((until) => until !== null && until > now);
  const until = waits.sort().at(-1);
  return until ? { state: 'wait', until } : { state: 'open' };
}

function delayEnd({ delayAfter, firstDelaySeconds, longestDelaySeconds }: ThrottlePolicy, inARow: readonly Instant[]): Instant | null {
  const last = inARow.at(-1);
  if (last === undefined || inARow.length < delayAfter) return null;
  const delay = firstDelaySeconds * 2 ** Math.min(inARow.length - delayAfter, 20);
  return plusSeconds(last, Math.min(delay, longestDelaySeconds));
}

function dayEnd({ perDay }: ThrottlePolicy, today: readonly Instant[]): Instant | null {
  const oldest = today.at(-perDay);
  return oldest === undefined ? null : plusSeconds(oldest, DAY);
}

import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../src-main/kernel/local-date';
import { ADDRESS_POLICY, judgeTries, PARENT_POLICY, STAFF_POLICY } from '../../../src-main/features/accounts/throttle';
import { plusSeconds, secondsBetween } from '../../../src-main/platform/clock';

const NOW = '2026-11-05T09:00:00.000Z' as Instant;
const ago = (seconds: number): Instant => plusSeconds(NOW, -seconds);
const failures = (count: number, lastAgo = 0): Instant[] => Array.from({ length: count }, (_, index) => ago(lastAgo + index));
const waitOf = (policy: typeof PARENT_POLICY, tries: Instant[]): number => {
  const verdict = judgeTries(policy, tries, null, NOW);
  return verdict.state === 'wait' ? secondsBetween(NOW, verdict.until) : 0;
};

describe('a parent’s failures', () => {
  test('four leave the way open', () => expect(judgeTries(PARENT_POLICY, failures(4), null, NOW)).toEqual({ state: 'open' }));

  test('from the fifth on, more than a minute of delay, growing', () => {
    expect(waitOf(PARENT_POLICY, failures(5))).toBe(90);
    expect(waitOf(PARENT_POLICY, failures(6))).toBe(180);
    expect(waitOf(PARENT_POLICY, failures(9))).toBe(1440);
  });

  test('once the delay is over, one may try again', () => {
    expect(judgeTries(PARENT_POLICY, failures(5, 91), null, NOW)).toEqual({ state: 'open' });
  });

  test('ten in a row block, even days later', () => {
    expect(judgeTries(PARENT_POLICY, failures(10), null, NOW)).toEqual({ state: 'blocked' });
    expect(judgeTries(PARENT_POLICY, failures(10, 10 * 86_400), null, NOW)).toEqual({ state: 'blocked' });
  });

  test('a success in between: they are no longer in a row', () => {
    expect(judgeTries(PARENT_POLICY, [...failures(8, 600), ago(10)], ago(300), NOW)).toEqual({ state: 'open' });
  });

  test('but twenty-five in a day still stop, until the oldest is a day old', () => {
    const verdict = judgeTries(PARENT_POLICY, failures(25, 3600), ago(60), NOW);
    expect(verdict).toEqual({ state: 'wait', until: plusSeconds(ago(3600 + 24), 86_400) });
  });
});

test('failures to come, after the clock was set back, do not count', () => {
  expect(judgeTries(PARENT_POLICY, failures(10, -60), null, NOW)).toEqual({ state: 'open' });
});

test('staff are slowed, never shut out, and start afresh the next day', () => {
  expect(waitOf(STAFF_POLICY, failures(12))).toBe(3600);
  expect(judgeTries(STAFF_POLICY, failures(24, 3601), null, NOW)).toEqual({ state: 'open' });
  expect(judgeTries(STAFF_POLICY, failures(40, 86_400), null, NOW)).toEqual({ state: 'open' });
});

test('an address that a whole town shares bears more', () => {
  expect(judgeTries(ADDRESS_POLICY, failures(59), null, NOW)).toEqual({ state: 'open' });
  expect(waitOf(ADDRESS_POLICY, failures(60))).toBe(70);
});

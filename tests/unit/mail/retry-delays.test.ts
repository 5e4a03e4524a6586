import { describe, expect, it } from 'vitest';
import { delayAfter } from '../../../src-main/features/mail/retry-delays';

describe('tries of a mail', () => {
  it('come after 1, 5, 15 and 60 minutes, then rarely', () => {
    expect([1, 2, 3, 4].map((attempts) => delayAfter(attempts)! / 60)).toEqual([1, 5, 15, 60]);
  });

  it('end after about two days', () => {
    let seconds = 0;
    let attempts = 1;
    for (let delay = delayAfter(attempts); delay !== null; delay = delayAfter(attempts)) {
      seconds += delay;
      attempts += 1;
    }
    expect(seconds / 3600).toBeGreaterThan(46);
    expect(seconds / 3600).toBeLessThan(50);
  });
});

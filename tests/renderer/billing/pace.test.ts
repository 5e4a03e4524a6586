import { describe, expect, it } from 'vitest';
import { createPace, timeLeftWords } from '../../../src-renderer/components/billing/pace';
import { plainSpaces } from '../../support/plain-spaces';

describe('the time left of a long work', () => {
  it('follows the pace of the last moments', () => {
    const pace = createPace();
    pace.note(0, 0);
    expect(pace.secondsFor(100)).toBeNull();
    pace.note(10, 1000);
    expect(pace.secondsFor(100)).toBe(10);
    // A long stop is forgotten after a while.
    pace.note(10, 60_000);
    pace.note(12, 61_000);
    expect(pace.secondsFor(4)).toBe(2);
  });

  it('starts anew when the counts go back', () => {
    const pace = createPace();
    pace.note(50, 0);
    pace.note(10, 1000);
    expect(pace.secondsFor(5)).toBeNull();
  });

  it('is told in round words', () => {
    expect([null, 3, 24, 61, 400, 7300].map((seconds) => plainSpaces(timeLeftWords(seconds)))).toEqual([
      '', 'encore quelques secondes', 'encore environ 30 secondes', 'encore environ 1 minute', 'encore environ 7 minutes', 'encore environ 2 heures',
    ]);
  });
});

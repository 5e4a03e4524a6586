import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitShares } from '../../../src-main/features/billing/split-shares';

describe('shares of an amount', () => {
  it.each([
    [1000, [100], [1000]],
    [1001, [50, 50], [501, 500]],
    [100, [33, 33, 34], [33, 33, 34]],
    [10, [33, 33, 34], [3, 3, 4]],
    [1, [50, 50], [1, 0]],
    [-1001, [50, 50], [-501, -500]],
    [0, [60, 40], [0, 0]],
  ])('%i by %j is %j', (cents, percents, parts) => expect(splitShares(cents, percents)).toEqual(parts));

  it('sum exactly, each within a cent of its percent', () => {
    const percents = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }).map((some) => [...some, 100 - some.reduce((sum, one) => sum + one, 0)]).filter((all) => all.every((one) => one > 0));
    fc.assert(fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), percents, (cents, all) => {
      const parts = splitShares(cents, all);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
      parts.forEach((part, place) => expect(Math.abs(part - (cents * all[place]!) / 100)).toBeLessThan(1));
    }));
  });
});

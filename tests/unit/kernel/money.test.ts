import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCents, cents, divideRounded, eurosForInput, formatEuros, parseEuros } from '../../../src-main/kernel/money';

describe('amounts typed by a French user', () => {
  it.each([
    ['3,20', 320], ['3.2', 320], ['3', 300], ['1 234,50 €', 123_450], ['0,05', 5], ['-2,00', -200], ['1\u202f000', 100_000],
  ])('%s is %i cents', (typed, expected) => expect(parseEuros(typed)).toBe(expected));

  it.each(['', 'trois', '3,205', '1,2,3', '--2', '12345678,00', '1e3', '٣'])('%s is no amount', (typed) => expect(parseEuros(typed)).toBeNull());

  it('come back as they were shown', () => {
    fc.assert(fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (amount) => {
      expect(parseEuros(eurosForInput(cents(amount)))).toBe(amount === 0 ? 0 : amount);
    }));
  });
});

describe('cents', () => {
  it('are never a fraction nor absurd', () => {
    expect(() => cents(12.5)).toThrow(RangeError);
    expect(() => cents(Number.NaN)).toThrow(RangeError);
    expect(() => cents(1e12)).toThrow(RangeError);
    expect(Object.is(cents(-0), 0)).toBe(true);
  });
  it('add up', () => expect(addCents(cents(310), cents(-155), cents(100))).toBe(255));
  it('are shown with a narrow no-break space before the sign', () => expect(formatEuros(cents(640))).toBe('6,40\u202f€'));
});

describe('division', () => {
  it('rounds half away from zero: half of 3.05 € is 1.53 €', () => {
    expect(divideRounded(305n, 2n)).toBe(153n);
    expect(divideRounded(-305n, 2n)).toBe(-153n);
    expect(divideRounded(1n, 3n)).toBe(0n);
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });
  it('is never further than a half from the exact value', () => {
    fc.assert(fc.property(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 9999n }), (top, bottom) => {
      const error = divideRounded(top, bottom) * bottom - top;
      expect(2n * (error < 0n ? -error : error) <= bottom).toBe(true);
    }));
  });
});

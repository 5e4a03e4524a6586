import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, readableColour, tintsOf } from '../../../src-main/kernel/colour';

describe('the town’s colour', () => {
  it('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#1d2433', '#fbfaf7')).toBeCloseTo(14.9, 1);
  });

  it('is kept when it can be read, darkened when it cannot', () => {
    expect(readableColour('#1a5b4c')).toBe('#1a5b4c');
    expect(readableColour('#ffd400')).not.toBe('#ffd400');
  });

  it('can be read on paper and on its light ground, whatever the town chose', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const tints = tintsOf(`#${value.toString(16).padStart(6, '0')}`);
      expect(contrast(tints[600]!, '#fbfaf7')).toBeGreaterThanOrEqual(4.5);
      expect(contrast('#ffffff', tints[600]!)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tints[800]!, tints[100]!)).toBeGreaterThanOrEqual(4.5);
    }));
  });
});

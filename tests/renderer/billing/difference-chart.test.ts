import { describe, expect, it } from 'vitest';
import { drawDifferences, HEIGHT, signedEuros } from '../../../src-renderer/components/billing/difference-chart';
import type { FamilyPoint } from '../../../src-renderer/components/billing/difference-chart';
import { plainSpaces } from '../../support/plain-spaces';

const point = (id: number, lastCents: number, nowCents: number, isOutlier = false): FamilyPoint => ({ id, name: `FAMILLE${id}`, lastCents, nowCents, isOutlier });

describe('families drawn against last month', () => {
  it('puts what has not changed on the diagonal, more above it and less below', () => {
    const { dots, diagonal } = drawDifferences([point(1, 5000, 5000), point(2, 2000, 9000, true), point(3, 8000, 1000, true)], 600);
    const slope = (diagonal.y2 - diagonal.y1) / (diagonal.x2 - diagonal.x1);
    const onLine = (x: number): number => diagonal.y1 + slope * (x - diagonal.x1);
    const [same, more, less] = [1, 2, 3].map((id) => dots.find((dot) => dot.id === id)!);
    expect(Math.abs(same!.y - onLine(same!.x))).toBeLessThan(2);
    expect(more!.y).toBeLessThan(onLine(more!.x));
    expect(less!.y).toBeGreaterThan(onLine(less!.x));
    expect([same!.tone, more!.tone, less!.tone]).toEqual(['usual', 'more', 'less']);
  });

  it('names the marked families with their difference, and never one over another', () => {
    const { labels } = drawDifferences([point(1, 5000, 5100), point(2, 2000, 9000, true), point(3, 2010, 9010, true)], 600);
    expect(labels.map(({ text }) => plainSpaces(text))).toEqual(['FAMILLE2 + 70,00 €']);
  });

  it('puts a name where it hides the fewest dots', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => point(10 + index, 2100 + 100 * index, 9000));
    const [alone] = drawDifferences([point(2, 2000, 9000, true)], 600).labels;
    const [beside] = drawDifferences([point(2, 2000, 9000, true), ...crowd], 600).labels;
    expect(beside!.y).not.toBe(alone!.y);
  });

  it('keeps every dot and every name inside the drawing, credits and phones included', () => {
    const points = [point(1, 0, -4500, true), point(2, 30_000, 0, true), point(3, 30_000, 30_000, true)];
    for (const width of [280, 760]) {
      const { dots, labels, ticksX } = drawDifferences(points, width);
      for (const { x, y } of dots) expect(x >= 0 && x <= width && y >= 0 && y <= HEIGHT).toBe(true);
      expect(labels.find(({ id }) => id === 3)?.anchor).toBe('end');
      expect(ticksX.length).toBeGreaterThan(1);
    }
  });

  it('draws an empty month without dividing by nothing', () => {
    expect(drawDifferences([], 400).dots).toEqual([]);
    expect(drawDifferences([point(1, 0, 0)], 400).dots[0]).toMatchObject({ tone: 'usual' });
  });

  it('writes a difference with its sign', () => {
    expect([2200, -840, 0].map((amount) => plainSpaces(signedEuros(amount)))).toEqual(['+ 22,00 €', '− 8,40 €', '0,00 €']);
  });
});

import type { PriceCurve } from '../../../src-main/features/town-rules/schema';
import { cents, formatEuros } from '../../../src-main/kernel/money';

export const WIDTH = 460;
export const HEIGHT = 210;
const LEFT = 34;
const RIGHT = WIDTH - 6;
const TOP = 26;
const BASELINE = HEIGHT - 28;

export interface DrawnCase {
  readonly path: string;
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly name: string;
  readonly nameY: number;
}

export interface DrawnCurve {
  readonly baseline: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly cases: readonly DrawnCase[];
}

/** Step lines of a price curve in the chart's own units; the open end is drawn a quarter longer. */
export function curvePaths({ cases }: PriceCurve): DrawnCurve {
  const steps = cases.flatMap((one) => one.steps);
  const bounds = [...new Set(steps.flatMap((step) => (step.upTo === null ? [] : [step.upTo])))].sort((left, right) => left - right);
  const end = (bounds.at(-1) ?? 1000) * 1.25;
  const highest = Math.max(100, ...steps.map((step) => step.cents ?? 0));
  const x = (value: number): number => Math.round(LEFT + (Math.min(value, end) / end) * (RIGHT - LEFT));
  const y = (amount: number): number => Math.round(BASELINE - (amount / highest) * (BASELINE - TOP));
  return {
    baseline: BASELINE,
    ticks: spread([0, ...bounds].map((bound) => ({ x: x(bound), label: bound.toLocaleString('fr-FR') })), 34),
    cases: cases.map((one) => {
      const known = one.steps.filter((step) => step.cents !== null);
      const path = known.map((step, index) => {
        const level = y(step.cents ?? 0);
        const joined = index > 0 && known[index - 1]?.upTo === step.from;
        return `${joined ? 'L' : 'M'}${x(step.from)} ${level}L${x(step.upTo ?? end)} ${level}`;
      });
      const labels = known.map((step) => ({ x: Math.round((x(step.from) + x(step.upTo ?? end)) / 2), y: y(step.cents ?? 0) - 6, text: formatEuros(cents(step.cents ?? 0)) }));
      return { path: path.join(''), labels: spread(labels, 40), name: one.label, nameY: y(known.at(-1)?.cents ?? 0) + 14 };
    }),
  };
}

/** Leaves out what would be written over its neighbour on the left. */
function spread<Mark extends { readonly x: number }>(marks: readonly Mark[], apart: number): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) if (kept.length === 0 || mark.x - kept.at(-1)!.x >= apart) kept.push(mark);
  return kept;
}

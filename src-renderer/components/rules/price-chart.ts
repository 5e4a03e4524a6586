import type { PriceCurve } from '../../../src-main/features/town-rules/schema';
import { cents, formatEuros } from '../../../src-main/kernel/money';

export const HEIGHT = 210;
const LEFT = 6;
const TOP = 26;
const BASELINE = HEIGHT - 28;

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface DrawnCase {
  readonly path: string;
  /** Written from the start of the line: "Commune : 1,00 €". */
  readonly first: Mark | null;
  /** Written over the middle of each other step. */
  readonly labels: readonly Mark[];
}

export interface DrawnCurve {
  readonly baseline: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly cases: readonly DrawnCase[];
}

/** Step lines of a price curve on a drawing of that width, in pixels; the open end is drawn a quarter longer. */
export function curvePaths({ cases }: PriceCurve, width: number): DrawnCurve {
  const right = width - 6;
  const steps = cases.flatMap((one) => one.steps);
  const bounds = [...new Set(steps.flatMap((step) => (step.upTo === null ? [] : [step.upTo])))].sort((left, right) => left - right);
  const end = (bounds.at(-1) ?? 1000) * 1.25;
  const highest = Math.max(100, ...steps.map((step) => step.cents ?? 0));
  const x = (value: number): number => Math.round(LEFT + (Math.min(value, end) / end) * (right - LEFT));
  const y = (amount: number): number => Math.round(BASELINE - (amount / highest) * (BASELINE - TOP));
  return {
    baseline: BASELINE,
    ticks: spread([0, ...bounds].map((bound) => ({ x: Math.max(x(bound), LEFT + 4), label: bound.toLocaleString('fr-FR') })), 34),
    cases: cases.map((one) => {
      const known = one.steps.filter((step) => step.cents !== null);
      const path = known.map((step, index) => {
        const level = y(step.cents ?? 0);
        const joined = index > 0 && known[index - 1]?.upTo === step.from;
        return `${joined ? 'L' : 'M'}${x(step.from)} ${level}L${x(step.upTo ?? end)} ${level}`;
      });
      const [first, ...labels] = known.map((step) => ({ x: Math.round((x(step.from) + x(step.upTo ?? end)) / 2), y: y(step.cents ?? 0) - 6, text: formatEuros(cents(step.cents ?? 0)) }));
      return { path: path.join(''), labels: spread(labels, 40), first: first ? { ...first, x: x(known[0]?.from ?? 0) + 2, text: one.label ? `${one.label} : ${first.text}` : first.text } : null };
    }),
  };
}

/** Leaves out what would be written over its neighbour on the left. */
function spread<Mark extends { readonly x: number }>(marks: readonly Mark[], apart: number): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) if (kept.length === 0 || mark.x - kept.at(-1)!.x >= apart) kept.push(mark);
  return kept;
}

import type { QuotientEntry } from '../../../src-main/features/families/schema';
import { addMonths, daysBetween } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';

export const WIDTH = 460;
export const HEIGHT = 120;
const LEFT = 8;
const RIGHT = WIDTH - 8;
const TOP = 24;
const BASELINE = HEIGHT - 22;

export interface DrawnQuotients {
  readonly path: string;
  readonly baseline: number;
  /** Each value where its step begins. */
  readonly steps: readonly { readonly x: number; readonly y: number; readonly value: string; readonly fromOn: LocalDate }[];
  readonly todayX: number;
}

/** The values of a quotient as a step line over time, until three months after today or the last one. Withdrawn ones are left out. */
export function quotientSteps(entries: readonly QuotientEntry[], today: LocalDate): DrawnQuotients | null {
  const kept = entries.filter(({ withdrawnAt, measure }) => withdrawnAt === null && measure === 'qf').sort((left, right) => (left.fromOn < right.fromOn ? -1 : 1));
  const [first] = kept;
  if (!first || kept.length < 2) return null;
  const last = kept.at(-1)!;
  const end = addMonths(last.fromOn > today ? last.fromOn : today, 3);
  const length = Math.max(1, daysBetween(first.fromOn, end));
  const highest = Math.max(1, ...kept.map(({ value }) => Number(value)));
  const x = (day: LocalDate): number => Math.round(LEFT + (daysBetween(first.fromOn, day) / length) * (RIGHT - LEFT));
  const y = (value: string): number => Math.round(BASELINE - (Number(value) / highest) * (BASELINE - TOP));
  const steps = kept.map(({ fromOn, value }) => ({ x: x(fromOn), y: y(value), value, fromOn }));
  const path = steps.map((step, index) => `${index === 0 ? 'M' : 'L'}${step.x} ${step.y}H${steps[index + 1]?.x ?? RIGHT}`).join('');
  return { path, baseline: BASELINE, steps, todayX: Math.max(LEFT, x(today)) };
}

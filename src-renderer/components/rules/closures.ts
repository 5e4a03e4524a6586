import type { Closure } from '../../../src-main/features/rulebook/schema';
import { formatShortDate } from '../../../src-main/kernel/french-dates';
import { enumerated } from '../../../src-main/kernel/text';

export type SpanClosure = Extract<Closure, { from: unknown }>;

export const isSpan = (closure: Closure): closure is SpanClosure => 'from' in closure;

/** Single days of a closure, as words. */
export const asSpan = (closure: Closure): string => ('days' in closure ? enumerated(closure.days.map(formatShortDate)) : '');

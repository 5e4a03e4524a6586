import { z } from 'zod';
import { condition } from './conditions';
import type { Condition } from './conditions';
import { cents, count, decimal, id, label, unknownOr } from './words';

/** An amount: cents, `null` (not fixed), or a way of computing it (spec §6). */
export type Formula = null | number | Choose | Brackets | ScaledBrackets | Rate | Slices | Ladder | Multiple | Sum | PriceOf;

export interface Choose {
  kind: 'choose';
  cases: { label?: string; when?: Condition; price: Formula }[];
}
/** Bounds of a bracket. `from` and `above` are kept as printed, for validation only. */
export interface Bounds {
  label?: string;
  from?: string | null;
  above?: string | null;
  upTo?: string | null;
  below?: string | null;
}
export interface BracketRow extends Bounds {
  price: Formula;
}
export interface Brackets {
  kind: 'brackets';
  measure: string;
  rows: BracketRow[];
}
/** Brackets whose bounds are those of a scale of the version. */
export interface ScaledBrackets {
  kind: 'brackets';
  scale: string;
  prices: Formula[];
}
export interface Rate {
  kind: 'rate';
  measure: string;
  factor: string | null;
  measureMin?: string | null;
  measureMax?: string | null;
  priceMin?: number | null;
  priceMax?: number | null;
}
export interface Slices {
  kind: 'slices';
  over?: 'minutes' | 'count';
  size: number | null;
  started?: boolean | null;
  grace?: number | null;
  first?: { size: number | null; price: Formula };
  price: Formula;
}
export interface Ladder {
  kind: 'ladder';
  over: 'minutes' | 'count';
  steps: { label?: string; upTo?: number | null; price: Formula }[];
}
export interface Multiple {
  kind: 'multiple';
  times: string | null;
  of: Formula | 'cost';
}
export interface Sum {
  kind: 'sum';
  of: Formula[];
}
/** The formula of a price row, whatever its `when`. */
export interface PriceOf {
  price: string;
}

const price: z.ZodType<Formula> = z.lazy(() => formula);

const choose = z.strictObject({
  kind: z.literal('choose'),
  cases: z.array(z.strictObject({ label: label.optional(), when: condition.optional(), price })).min(1),
});

const bounds = {
  label: label.optional(),
  from: unknownOr(decimal).optional(),
  above: unknownOr(decimal).optional(),
  upTo: unknownOr(decimal).optional(),
  below: unknownOr(decimal).optional(),
};
const oneOfEach = (row: Bounds): boolean => (row.upTo === undefined || row.below === undefined) && (row.from === undefined || row.above === undefined);
const bothBounds = { params: { said: 'bothBounds' } };

export const scale = z.strictObject({
  id,
  label: label.optional(),
  measure: id,
  rows: z.array(z.strictObject(bounds).refine(oneOfEach, bothBounds)).min(1),
});
export type Scale = z.infer<typeof scale>;

const brackets = z.strictObject({
  kind: z.literal('brackets'),
  measure: id,
  rows: z.array(z.strictObject({ ...bounds, price }).refine(oneOfEach, bothBounds)).min(1),
});
const scaledBrackets = z.strictObject({ kind: z.literal('brackets'), scale: id, prices: z.array(price).min(1) });

const rate = z.strictObject({
  kind: z.literal('rate'),
  measure: id,
  factor: unknownOr(decimal),
  measureMin: unknownOr(decimal).optional(),
  measureMax: unknownOr(decimal).optional(),
  priceMin: unknownOr(count).optional(),
  priceMax: unknownOr(count).optional(),
});

const over = z.enum(['minutes', 'count']);
const slices = z.strictObject({
  kind: z.literal('slices'),
  over: over.optional(),
  size: unknownOr(count.min(1)),
  started: unknownOr(z.boolean()).optional(),
  grace: unknownOr(count).optional(),
  first: z.strictObject({ size: unknownOr(count.min(1)), price }).optional(),
  price,
});
const ladder = z.strictObject({
  kind: z.literal('ladder'),
  over,
  steps: z.array(z.strictObject({ label: label.optional(), upTo: unknownOr(count).optional(), price })).min(1),
});
const multiple = z.strictObject({
  kind: z.literal('multiple'),
  times: unknownOr(decimal),
  of: z.union([z.literal('cost'), price]),
});
const sum = z.strictObject({ kind: z.literal('sum'), of: z.array(price).min(1) });
const priceOf = z.strictObject({ price: id });

export const formula: z.ZodType<Formula> = z.union([
  z.null(), cents, choose, brackets, scaledBrackets, rate, slices, ladder, multiple, sum, priceOf,
]);

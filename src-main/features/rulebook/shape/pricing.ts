import { z } from 'zod';
import { condition } from './conditions';
import { formula } from './formulas';
import type { Formula } from './formulas';
import { cents, count, decimal, id, ids, label, time, unknownOr, window } from './words';

/** The blocks that make an amount, in order of evaluation (spec §7), and the counters (§5). */

const row = { id, label, services: ids.optional(), when: condition.optional() };
const oneOf = (...keys: string[]) => (row: object): boolean => keys.filter((key) => (row as Record<string, unknown>)[key] !== undefined).length === 1;

export const counter = z.strictObject({
  id,
  label,
  counts: label,
  services: ids.optional(),
  per: z.enum(['child', 'family']),
  every: window,
  graceMinutes: unknownOr(count).optional(),
  windowOf: z.enum(['serviceDay', 'now']).optional(),
});
export type Counter = z.infer<typeof counter>;

export const priceRow = z.strictObject({ ...row, services: ids, price: formula, note: label.optional() });
export type PriceRow = z.infer<typeof priceRow>;

export const adjustment = z
  .strictObject({
    ...row,
    add: formula.optional(),
    percent: unknownOr(decimal).optional(),
    replace: formula.optional(),
    bracketShift: unknownOr(z.int()).optional(),
    per: z.enum(['unit', 'line']).optional(),
    group: id.optional(),
    outsideBundles: z.boolean().optional(),
  })
  .refine(oneOf('add', 'percent', 'replace', 'bracketShift'), { params: { said: 'oneEffect' } });
export type Adjustment = z.infer<typeof adjustment>;

const absenceCharge = z.union([
  z.enum(['full', 'none']),
  z.null(),
  z.strictObject({ price: formula }),
  z.strictObject({ percent: unknownOr(decimal), plus: unknownOr(cents).optional() }),
]);
/** `null`: the council has not said what is due. */
export type AbsenceCharge = 'full' | 'none' | null | { price: Formula } | { percent: string | null; plus?: number | null | undefined };

export const absenceRow = z.strictObject({
  ...row,
  charge: absenceCharge,
  takeAwayFrom: unknownOr(time).optional(),
  takeAwayUntil: unknownOr(time).optional(),
});
export type AbsenceRow = z.infer<typeof absenceRow>;

export const bundle = z.strictObject({
  ...row,
  services: ids,
  per: window,
  by: z.enum(['child', 'family']),
  needs: ids.optional(),
  count: z.enum(['presences', 'days']).optional(),
  from: unknownOr(count).optional(),
  countAbsences: z.boolean().optional(),
  carryOver: window.optional(),
  effect: z.enum(['replace', 'atMost', 'atLeast']),
  price: formula,
});
export type Bundle = z.infer<typeof bundle>;

export const TRIGGERS = [
  'enrolment', 'use', 'late', 'lateBooking', 'unbooked', 'untoldAbsence', 'lateCollection', 'lateEnrolment', 'lateCancel', 'lateChange', 'happening',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

export const charge = z
  .strictObject({
    ...row,
    nature: z.enum(['fee', 'membership', 'subscription', 'penalty']),
    trigger: z.enum(TRIGGERS),
    happening: id.optional(),
    per: z.enum(['child', 'family']),
    every: window,
    months: z.array(z.int().min(1).max(12)).optional(),
    graceMinutes: unknownOr(count).optional(),
    countFromGrace: z.boolean().optional(),
    refund: z.array(z.strictObject({ when: condition.optional(), percent: unknownOr(decimal) })).optional(),
    message: label.optional(),
    price: formula,
  })
  .refine((one) => one.trigger !== 'happening' || one.happening !== undefined, { path: ['happening'], params: { said: 'noHappening' } });
export type Charge = z.infer<typeof charge>;

export const aid = z
  .strictObject({
    ...row,
    payer: label,
    mode: z.enum(['deduct', 'track']),
    charges: ids.optional(),
    amount: formula.optional(),
    percent: unknownOr(decimal).optional(),
    cap: z.strictObject({ cents: unknownOr(count), per: z.enum(['child', 'family']), every: window }).optional(),
  })
  .refine(oneOf('amount', 'percent'), { params: { said: 'oneAmount' } });
export type Aid = z.infer<typeof aid>;

export const rounding = z.strictObject({
  at: z.enum(['unit', 'line']),
  mode: z.enum(['halfUp', 'up', 'down']),
  stepCents: unknownOr(z.int().min(1)).optional(),
});
export type Rounding = z.infer<typeof rounding>;

export const billing = z.strictObject({
  cycle: z.enum(['month', 'period', 'booking']),
  dueDay: unknownOr(z.int().min(1).max(28)).optional(),
  dueMonthsAfter: unknownOr(count).optional(),
  minimumInvoiceCents: unknownOr(count).optional(),
  walletMinimumTopUpCents: unknownOr(count).optional(),
  walletRefuseBelowCents: unknownOr(cents).optional(),
  directDebitRejectsBeforeStop: unknownOr(count).optional(),
  claimDays: unknownOr(count).optional(),
});
export type Billing = z.infer<typeof billing>;

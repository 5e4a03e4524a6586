import { z } from 'zod';
import { calendar } from './services';
import { cents, count, date, decimal, fund, id, ids, instant, reason, status, time, weekday } from './words';

/** What is known of families: the facts that a rulebook is applied to (spec §8). */

const flagged = z.union([id, z.strictObject({ id, from: date.optional(), to: date.optional() })]);
const held = z.array(z.strictObject({ charge: id, on: date })).optional();

export const enrolment = z.strictObject({
  service: id,
  from: date,
  to: date.optional(),
  status: status.optional(),
  week: z.array(weekday).optional(),
  options: ids.optional(),
  requestedAt: instant.optional(),
});
export type Enrolment = z.infer<typeof enrolment>;

export const child = z.strictObject({
  id,
  birthOn: date.optional(),
  level: z.string().min(1).optional(),
  school: id.optional(),
  category: id.optional(),
  flags: z.array(flagged).optional(),
  held,
  enrolments: z.array(enrolment).optional(),
});
export type Child = z.infer<typeof child>;

const measureEntry = z
  .strictObject({
    value: decimal.optional(),
    inputs: z.record(z.string(), decimal).optional(),
    from: date.optional(),
    provedOn: date.optional(),
  })
  .refine((entry) => entry.from !== undefined || entry.provedOn !== undefined, { params: { said: 'noDay' } });
export type MeasureEntry = z.infer<typeof measureEntry>;

const account = z.strictObject({
  balanceCents: cents.optional(),
  belowSince: instant.optional(),
  unpaid: z.union([z.boolean(), z.array(z.strictObject({ since: z.union([date, instant]), cents: cents.optional() }))]).optional(),
});
export type Account = z.infer<typeof account>;

export const family = z.strictObject({
  id,
  zone: id,
  fund,
  flags: z.array(flagged).optional(),
  measures: z.record(id, z.array(measureEntry)).optional(),
  account: account.optional(),
  held,
  children: z.array(child).min(1),
});
export type Family = z.infer<typeof family>;

export const EVENT_TYPES = [
  'book', 'cancel', 'change', 'enrol', 'attend', 'absent', 'tellAbsence', 'tellReturn', 'proof', 'disruption', 'pay', 'happening',
] as const;

/** Something that happened, in order of `at`. */
export const event = z.strictObject({
  id: z.string().min(1).optional(),
  type: z.enum(EVENT_TYPES),
  at: instant.optional(),
  on: date.optional(),
  days: z.array(date).optional(),
  from: date.optional(),
  to: date.optional(),
  child: id.optional(),
  children: ids.optional(),
  family: id.optional(),
  service: id.optional(),
  services: ids.optional(),
  arrival: time.optional(),
  departure: time.optional(),
  minutes: count.optional(),
  options: ids.optional(),
  costCents: count.optional(),
  cart: id.optional(),
  /** Staff decided: the action is taken whatever the rules say. */
  override: z.boolean().optional(),
  inClass: z.boolean().optional(),
  /** A cancellation that the file wants counted as this counter's event. */
  countsAs: id.optional(),
  reason: z.union([reason, z.literal('closure')]).optional(),
  kind: id.optional(),
  /** On `pay`: false when the bookings feature found no place left. */
  placesLeft: z.boolean().optional(),
});
export type Event = z.infer<typeof event>;

const expectation = z.strictObject({
  totalCents: cents.optional(),
  billed: z.record(z.string(), count).optional(),
  kinds: z.record(z.string(), cents).optional(),
  lines: z.array(z.record(z.string(), z.unknown())).optional(),
  decisions: z.array(z.record(z.string(), z.unknown())).optional(),
  carts: z.array(z.enum(['pending', 'firm', 'released', 'credited'])).optional(),
  flags: z.array(z.string().min(1)).optional(),
  aids: z.record(z.string(), cents).optional(),
});
export type Expectation = z.infer<typeof expectation>;

export const scenario = z
  .strictObject({
    format: z.literal('preau-scenario/1'),
    id: z.string().min(1),
    title: z.string().optional(),
    calendar: calendar.optional(),
    family: family.optional(),
    families: z.array(family).min(1).optional(),
    events: z.array(event),
    evaluate: z.strictObject({ period: z.strictObject({ from: date, to: date }).optional(), at: instant.optional() }),
    expect: expectation.optional(),
  })
  .refine((one) => (one.family === undefined) !== (one.families === undefined), { params: { said: 'oneFamily' } });
export type Scenario = z.infer<typeof scenario>;

/** Days asked for, both included. */
export interface Days {
  from: z.infer<typeof date>;
  to: z.infer<typeof date>;
}

/**
 * The facts of one or several families. They must cover every window that the rulebook uses
 * (up to the school year): what lies outside the asked period feeds counters and bundles.
 */
export interface Facts {
  families: readonly Family[];
  /** In order of `at`. */
  events: readonly Event[];
  calendar?: z.infer<typeof calendar> | undefined;
  /** The present instant: carts and decisions are judged at it. */
  at?: z.infer<typeof instant> | undefined;
}

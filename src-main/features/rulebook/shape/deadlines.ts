import { z } from 'zod';
import { condition } from './conditions';
import { count, date, id, ids, instant, label, time, unknownOr, weekday, weekdays } from './words';

/** Deadlines, booking rules and admission (spec §4). */

const counting = z.enum(['calendar', 'working', 'office', 'service']);
export type Counting = z.infer<typeof counting>;

const everyDeadline = {
  id,
  label,
  strict: z.boolean().optional(),
  ifClosed: z.strictObject({ on: z.enum(['holiday', 'working', 'office']), move: z.enum(['earlier', 'later']) }).optional(),
};
const tableRow = z.strictObject({
  for: weekdays.optional(),
  ifHolidayOn: weekday.optional(),
  weekday: unknownOr(weekday),
  weeksBefore: unknownOr(count),
  at: unknownOr(time),
});
const datesRow = z.strictObject({ from: date, to: date, opens: unknownOr(instant).optional(), until: unknownOr(instant) });

export const deadline = z.discriminatedUnion('kind', [
  z.strictObject({
    ...everyDeadline,
    kind: z.literal('before'),
    days: unknownOr(count),
    count: counting.optional(),
    clear: z.boolean().optional(),
    anchor: id.optional(),
    at: unknownOr(time),
  }),
  z.strictObject({
    ...everyDeadline,
    kind: z.literal('hours'),
    hours: unknownOr(count.min(1)),
    count: counting.optional(),
    of: unknownOr(time).optional(),
  }),
  z.strictObject({ ...everyDeadline, kind: z.literal('table'), rows: unknownOr(z.array(unknownOr(tableRow)).min(1)) }),
  z.strictObject({
    ...everyDeadline,
    kind: z.literal('monthDay'),
    day: unknownOr(z.int().min(1).max(28)),
    monthsBefore: unknownOr(count),
    at: unknownOr(time),
  }),
  z.strictObject({ ...everyDeadline, kind: z.literal('dates'), rows: unknownOr(z.array(datesRow).min(1)) }),
  z.strictObject({ ...everyDeadline, kind: z.literal('none') }),
  z.strictObject({ ...everyDeadline, kind: z.literal('never') }),
  z.strictObject({ ...everyDeadline, kind: z.null() }),
]);
export type Deadline = z.infer<typeof deadline>;
export type TableRow = z.infer<typeof tableRow>;

export const ACTIONS = ['book', 'change', 'cancel', 'enrol'] as const;
export const action = z.enum(ACTIONS);
export type Action = z.infer<typeof action>;

const actionRule = z.strictObject({
  opens: unknownOr(id).optional(),
  limit: unknownOr(id),
  after: unknownOr(z.enum(['late', 'refuse', 'ask'])).optional(),
  until: unknownOr(id).optional(),
  inTime: z.literal('ask').optional(),
});
export type ActionRule = z.infer<typeof actionRule>;

export const payment = z.strictObject({
  holdMinutes: unknownOr(count.min(1)).optional(),
  by: unknownOr(id).optional(),
  latePayment: z.enum(['bookElseCredit', 'credit']),
});
export type Payment = z.infer<typeof payment>;

export const bookingRow = z.strictObject({
  label: label.optional(),
  services: ids,
  when: condition.optional(),
  unbooked: unknownOr(z.enum(['accept', 'refuse'])).optional(),
  book: actionRule.optional(),
  change: actionRule.optional(),
  cancel: actionRule.optional(),
  enrol: actionRule.optional(),
  payment: payment.optional(),
  priority: z.array(z.strictObject({ label, when: condition })).optional(),
});
export type BookingRow = z.infer<typeof bookingRow>;

export const outcome = z.enum(['accepted', 'late', 'refused', 'ask']);
export type Outcome = z.infer<typeof outcome>;

export const admission = z.strictObject({
  id,
  label,
  actions: z.array(z.enum([...ACTIONS, 'usualWeek'])).min(1),
  services: ids.optional(),
  when: condition.optional(),
  outcome,
  message: label,
});
export type Admission = z.infer<typeof admission>;

import { z } from 'zod';
import { count, date, decimal, fund, id, ids, label, monthDay, range, reason, status, time, timing, unknownOr, weekdays, window } from './words';

const notEmpty = (facet: object): boolean => Object.keys(facet).length > 0;
const said = { params: { said: 'empty' } };

const bounds = { min: unknownOr(count).optional(), max: unknownOr(count).optional() };

/** Value of a measure on the day. `min` and `max` include their bound, `above` and `below` do not. */
const measureFacet = z.strictObject({
  id,
  missing: z.boolean().optional(),
  min: unknownOr(decimal).optional(),
  max: unknownOr(decimal).optional(),
  above: unknownOr(decimal).optional(),
  below: unknownOr(decimal).optional(),
});

const facets = {
  zone: ids.optional(),
  fund: z.array(fund).min(1).optional(),
  flags: ids.optional(),
  measure: measureFacet.optional(),
  level: z.array(label).min(1).optional(),
  school: ids.optional(),
  category: ids.optional(),
  age: range.optional(),
  status: z.array(status).min(1).optional(),
  rank: range.optional(),
  children: z.strictObject({ of: z.enum(['family', 'enrolled', 'present']), services: ids.optional(), ...bounds }).optional(),
  weekdays: weekdays.optional(),
  period: ids.optional(),
  dates: z.strictObject({ from: date.optional(), to: date.optional() }).refine(notEmpty, said).optional(),
  yearDays: z.strictObject({ from: monthDay, to: monthDay }).optional(),
  afterPeriod: id.optional(),
  booking: z.array(timing).min(1).optional(),
  lateOrder: window.optional(),
  options: ids.optional(),
  arrival: z.strictObject({ before: unknownOr(time).optional(), from: unknownOr(time).optional() }).refine(notEmpty, said).optional(),
  departure: z.strictObject({ after: unknownOr(time).optional(), upTo: unknownOr(time).optional() }).refine(notEmpty, said).optional(),
  minutes: range.optional(),
  withService: z.strictObject({ service: id, who: z.enum(['self', 'anySibling', 'allChildren']) }).optional(),
  daysInWeek: z.strictObject({ services: ids.optional(), ...bounds }).refine(notEmpty, said).optional(),
  usualDays: range.optional(),
  inUsualWeek: z.boolean().optional(),
  counter: z.strictObject({ id, ...bounds }).optional(),
  reason: z.array(reason).min(1).optional(),
  told: z.boolean().optional(),
  toldBefore: id.optional(),
  spellToldBefore: id.optional(),
  proof: z
    .strictObject({
      kinds: ids.optional(),
      withinHours: unknownOr(count).optional(),
      withinDays: unknownOr(count).optional(),
      from: z.enum(['midnight', 'start', 'end']).optional(),
    })
    .optional(),
  covers: z.strictObject({ minDays: unknownOr(count) }).optional(),
  spellDay: range.optional(),
  spellLength: z.strictObject({ unit: z.enum(['service', 'calendar']).optional(), ...bounds }).optional(),
  inClass: z.boolean().optional(),
  account: z
    .strictObject({
      balanceBelowCents: unknownOr(z.int()).optional(),
      forHours: unknownOr(count).optional(),
      unpaid: z.boolean().optional(),
      coversPrice: z.boolean().optional(),
    })
    .refine(notEmpty, said)
    .optional(),
};

type Facets = { [Name in keyof typeof facets]?: z.infer<(typeof facets)[Name]> };

/** Who and in which case: an object of facets that must all hold (spec §5). */
export interface Condition extends Facets {
  not?: Condition | undefined;
}
export type Facet = keyof Condition;

export const condition: z.ZodType<Condition> = z.strictObject({ ...facets, not: z.lazy(() => condition).optional() });

import { z } from 'zod';
import { HOLIDAY_REGIONS } from '../../calendar/public-holidays';
import { condition } from './conditions';
import { count, date, decimal, id, ids, label, monthDay, time, unknownOr, weekday, weekdays, word } from './words';

/** Words, families, calendar and services (spec §3). */

const abatement = z.strictObject({ when: condition, amount: unknownOr(decimal) });
const everyMeasure = {
  id,
  label,
  effective: unknownOr(z.enum(['nextMonth', 'sameMonth', 'provedDay'])).optional(),
  missing: unknownOr(z.enum(['highest', 'ask'])).optional(),
  renewal: unknownOr(monthDay).optional(),
  abatements: z.array(abatement).optional(),
  highestWhen: condition.optional(),
};
export const measure = z.discriminatedUnion('source', [
  z.strictObject({ ...everyMeasure, source: z.literal('declared') }),
  z.strictObject({
    ...everyMeasure,
    source: z.literal('computed'),
    plus: z.array(label).min(1),
    minus: z.array(label).optional(),
    dividedBy: label,
  }),
]);
export type Measure = z.infer<typeof measure>;

export const assimilation = z.strictObject({ id, label, services: ids.optional(), when: condition, zone: id });
export type Assimilation = z.infer<typeof assimilation>;

export const siblings = z.strictObject({
  among: z.enum(['family', 'enrolled', 'service', 'present']),
  services: ids.optional(),
  order: z.enum(['oldestFirst', 'youngestFirst']),
});
export type Siblings = z.infer<typeof siblings>;

export const regular = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('declared'), services: ids.optional() }),
  z.strictObject({ by: z.literal('usualWeek'), services: ids.optional(), minDays: unknownOr(count) }),
  z.strictObject({
    by: z.literal('share'),
    services: ids.optional(),
    minSharePercent: unknownOr(decimal),
    exceptWeekdays: z.array(weekday).optional(),
  }),
]);
export type Regular = z.infer<typeof regular>;

const span = { label: label.optional(), from: date, to: date };
export const period = z.strictObject({ id, kind: id, label, from: date, to: date });
export type Period = z.infer<typeof period>;
const closure = z.union([
  z.strictObject({ label: label.optional(), days: z.array(date).min(1), services: ids.optional() }),
  z.strictObject({ ...span, services: ids.optional() }),
]);
export type Closure = z.infer<typeof closure>;

/** The town's calendar; a scenario's calendar has the same shape and adds to it. */
export const calendar = z.strictObject({
  officeWeekdays: z.array(weekday).optional(),
  officeClosed: z.array(date).optional(),
  /** Alsace-Moselle and overseas have public holidays of their own. */
  holidayRegion: z.enum(HOLIDAY_REGIONS).optional(),
  extraHolidays: z.array(date).optional(),
  periods: z.array(period).optional(),
  breaks: z.array(z.strictObject(span)).optional(),
  closures: z.array(closure).optional(),
});
export type Calendar = z.infer<typeof calendar>;

const session = z.strictObject({ from: unknownOr(time), to: unknownOr(time) });
export const serviceKind = z.enum(['meal', 'care', 'study', 'snack', 'leisure', 'transport', 'other']);
export type ServiceKind = z.infer<typeof serviceKind>;

export const service = z
  .strictObject({
    id,
    label,
    kind: serviceKind,
    unit: label,
    weekdays: weekdays.optional(),
    opening: z.array(z.strictObject({ period: id.optional(), weekdays })).min(1).optional(),
    periods: ids.optional(),
    openOnHolidays: z.boolean().optional(),
    session: session.optional(),
    sessions: z.array(session).min(1).optional(),
    clock: z.enum(['none', 'arrival', 'departure', 'both']).optional(),
    options: z.array(word).optional(),
    automatic: z.strictObject({ with: id, when: condition.optional() }).optional(),
    commitment: z.enum(['day', 'month']).optional(),
    careSharePercent: unknownOr(decimal).optional(),
  })
  .refine((one) => one.weekdays !== undefined || one.opening !== undefined, { params: { said: 'noOpening' } });
export type Service = z.infer<typeof service>;


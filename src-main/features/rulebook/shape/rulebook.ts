import { z } from 'zod';
import { admission, bookingRow, deadline } from './deadlines';
import { scale } from './formulas';
import { absenceRow, adjustment, aid, billing, bundle, charge, counter, priceRow, rounding } from './pricing';
import { assimilation, calendar, measure, regular, service, siblings } from './services';
import { date, label, monthDay, word } from './words';

/** An answered or open question put to the council (*Questions tranchées*). */
export const note = z.strictObject({ about: label, question: label, answer: label.optional(), source: label.optional() });
export type Note = z.infer<typeof note>;

/** A complete text, in force from its day until the next version's. */
export const version = z.strictObject({
  from: date,
  label: label.optional(),
  schoolYearFrom: monthDay.optional(),
  zones: z.array(word).min(1),
  categories: z.array(word).optional(),
  flags: z.array(word).optional(),
  schools: z.array(word).optional(),
  measures: z.array(measure),
  scales: z.array(scale).optional(),
  assimilations: z.array(assimilation).optional(),
  siblings: siblings.optional(),
  regular: z.array(regular).optional(),
  calendar: calendar.optional(),
  services: z.array(service).min(1),
  deadlines: z.array(deadline),
  booking: z.array(bookingRow),
  admission: z.array(admission).optional(),
  counters: z.array(counter).optional(),
  prices: z.array(priceRow),
  adjustments: z.array(adjustment).optional(),
  absences: z.array(absenceRow).optional(),
  bundles: z.array(bundle).optional(),
  charges: z.array(charge).optional(),
  aids: z.array(aid).optional(),
  rounding: rounding.optional(),
  billing: billing.optional(),
  notes: z.array(note).optional(),
});
export type Version = z.infer<typeof version>;

export const FORMAT = 'preau-rulebook/1';

export const rulebook = z.strictObject({
  format: z.literal(FORMAT),
  town: z.strictObject({ name: label, timeZone: label }),
  versions: z.array(version).min(1),
});
export type Rulebook = z.infer<typeof rulebook>;

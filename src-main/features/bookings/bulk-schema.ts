import { z } from 'zod';
import { makeDate, monthOf, WEEKDAYS, yearOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime, Weekday } from '../../kernel/local-date';
import { localDay } from './schema';

/** Last day of the school year that holds a day: school years begin on 1 September. */
export const endOfSchoolYear = (day: LocalDate): LocalDate => makeDate(yearOf(day) + (monthOf(day) >= 9 ? 1 : 0), 8, 31);

const REPLACE_WORDS = 'Choisissez : ajouter, ou remplacer.';

/**
 * Many days at once (guide v3, 4.2): a service, children, weekdays, a period. `replace`: the other
 * days of the period are cancelled. `every` 2: one week in two, the first being that of `from`.
 */
export const bulkInput = z.strictObject({
  service: z.string().min(1, 'Choisissez une prestation.').max(40),
  childIds: z.array(z.int().positive()).min(1, 'Choisissez au moins un enfant.').max(30),
  weekdays: z.array(z.enum(WEEKDAYS)).min(1, 'Choisissez au moins un jour de la semaine.').max(7),
  from: localDay,
  to: localDay,
  mode: z.enum(['add', 'replace'], REPLACE_WORDS),
  every: z.union([z.literal(1), z.literal(2)], 'Choisissez chaque semaine, ou une semaine sur deux.'),
}).superRefine(({ from, to }, check) => {
  if (to < from) check.addIssue({ code: 'custom', path: ['to'], message: 'La fin vient avant le début.' });
  else if (to > endOfSchoolYear(from)) check.addIssue({ code: 'custom', path: ['to'], message: 'La période tient dans une année scolaire : elle finit le 31 août au plus tard.' });
});
export type BulkInput = z.output<typeof bulkInput>;

/** A service to choose, with the children enrolled in it from today on. */
export interface BulkService {
  readonly id: string;
  readonly label: string;
  readonly weekdays: readonly Weekday[];
  readonly children: readonly { readonly childId: number; readonly name: string; readonly firstName: string; readonly schoolAndClass: string }[];
}

export interface BulkOptions {
  readonly today: LocalDate;
  readonly services: readonly BulkService[];
  /** Periods that parents often want, the nearest first. */
  readonly periods: readonly { readonly label: string; readonly from: LocalDate; readonly to: LocalDate }[];
}

/** Days that cannot be changed, with why. */
export interface BulkRefusal {
  readonly sentence: string;
  readonly days: readonly LocalDate[];
}

export interface BulkChild {
  readonly childId: number;
  readonly name: string;
  readonly booked: readonly LocalDate[];
  /** Of the booked ones, those beyond their deadline, at another price. */
  readonly late: readonly LocalDate[];
  readonly cancelled: readonly LocalDate[];
  /** Days that were booked already. */
  readonly already: number;
  readonly refusals: readonly BulkRefusal[];
}

/** What a bulk booking will do, or has done. */
export interface BulkPlan {
  readonly serviceLabel: string;
  readonly booked: number;
  readonly cancelled: number;
  readonly already: number;
  readonly refused: number;
  readonly children: readonly BulkChild[];
  /** What it adds to the price of the period, all rules counted; below zero when it takes off. */
  readonly changeCents: number;
}

export interface BulkResult extends BulkPlan {
  readonly at: LocalDateTime;
  readonly sentence: string;
  readonly receiptIds: readonly number[];
}

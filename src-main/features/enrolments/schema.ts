import { z } from 'zod';
import { isLocalDate, WEEKDAYS } from '../../kernel/local-date';
import type { Instant, LocalDate, Weekday } from '../../kernel/local-date';

const day = z.string().refine(isLocalDate, 'Cette date n’existe pas.') as unknown as z.ZodType<LocalDate, string>;
const week = z.array(z.enum(WEEKDAYS)).max(7).transform((days): Weekday[] => WEEKDAYS.filter((weekday) => days.includes(weekday)));
const status = z.enum(['regular', 'occasional']).nullable().default(null);
const endsAfterItBegins = { error: 'La fin ne peut pas précéder le début.', path: ['toOn'] };

/** A child taken into a service from a day on, with the days that they usually come. */
export const enrolmentInput = z.strictObject({
  childId: z.int().positive(),
  service: z.string().min(1, 'Choisissez une prestation.').max(40),
  fromOn: day,
  toOn: day.nullable().default(null),
  /** Usual week: booked without asking, in school time. Empty = each day is booked by itself. */
  week,
  /** Null: regular when there is a usual week (rulebook §3, "declared"). */
  status,
}).refine((input) => input.toOn === null || input.toOn >= input.fromOn, endsAfterItBegins);
export type EnrolmentInput = z.input<typeof enrolmentInput>;

/** Several services at once, all or nothing. */
export const enrolmentsInput = z.strictObject({ enrolments: z.array(enrolmentInput).min(1, 'Choisissez au moins une prestation.').max(40) });

/** Another usual week from a day on; the days before keep theirs. */
export const changeWeekInput = z.strictObject({ enrolmentId: z.int().positive(), version: z.int(), fromOn: day, week, status });
export const endEnrolmentInput = z.strictObject({ enrolmentId: z.int().positive(), version: z.int(), toOn: day });

export const removeEnrolmentInput = endEnrolmentInput.omit({ toOn: true });

export interface Enrolment {
  readonly id: number;
  readonly childId: number;
  readonly service: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate | null;
  readonly status: 'regular' | 'occasional' | null;
  readonly week: readonly Weekday[];
  /** Wall clock of the town is not kept: the instant at which it was asked. */
  readonly requestedAt: Instant;
  readonly version: number;
}

/** An enrolment with the words that staff read. */
export interface EnrolmentLine extends Enrolment {
  readonly childName: string;
  readonly serviceLabel: string;
}

/** What ending an enrolment undoes, told before it is done. */
export interface EndPreview {
  /** Days booked one by one after the end, which would be cancelled. */
  readonly bookedDays: number;
}

export const weekShape = z.array(z.enum(WEEKDAYS));

import { z } from 'zod';
import { isLocalDate, WEEKDAYS } from '../../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../../kernel/local-date';

/** Words that every part of a rulebook uses: ids, days, hours, figures, windows of time. */

export const label = z.string().min(1);
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export const ids = z.array(id).min(1).refine((list) => new Set(list).size === list.length, { params: { said: 'twice' } });

/** A day that exists, `2026-11-09`. */
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(isLocalDate, { params: { said: 'noSuchDay' } }) as unknown as z.ZodType<LocalDate, string>;
/** An hour of the wall clock; `24:00` is the end of the day. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** The town's wall clock, `2026-11-02T23:59`; compares as a string. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .refine((text) => isLocalDate(text.slice(0, 10)), { params: { said: 'noSuchDay' } }) as unknown as z.ZodType<LocalDateTime, string>;
/** `MM-DD` */
export const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
export const weekday = z.enum(WEEKDAYS);
export const weekdays = z.array(weekday).min(1);

/** A measure, a factor or a percentage: exact, as text. */
export const decimal = z.string().regex(/^-?\d{1,9}(\.\d{1,6})?$/);
/** Integer cents; may be negative. */
export const cents = z.int();
export const count = z.int().min(0);

/** `null` stands for a figure that the council has not fixed yet (§12). */
export const unknownOr = <T extends z.ZodType>(schema: T): z.ZodNullable<T> => schema.nullable();

/** `event`, `day`, `week`, `month`, `schoolYear`, `calendarYear`, or a kind of calendar period. */
export const WINDOWS = ['event', 'day', 'week', 'month', 'schoolYear', 'calendarYear'] as const;
export const window = z.union([z.enum(WINDOWS), id]);
export type Window = z.infer<typeof window>;

export const word = z.strictObject({ id, label });
export type Word = z.infer<typeof word>;

/** Inclusive bounds; at least one of them is said. */
export const range = z
  .strictObject({ min: unknownOr(count).optional(), max: unknownOr(count).optional() })
  .refine((bounds) => Object.keys(bounds).length > 0, { params: { said: 'empty' } });
export type Range = z.infer<typeof range>;

export const REASONS = ['illness', 'family', 'strike', 'teacherAbsent', 'sentHome', 'snow', 'outing', 'none'] as const;
export const reason = z.enum(REASONS);
export type Reason = z.infer<typeof reason>;

export const fund = z.enum(['CAF', 'MSA', 'autre']);
export type Fund = z.infer<typeof fund>;
export const status = z.enum(['regular', 'occasional']);
export type Status = z.infer<typeof status>;
export const timing = z.enum(['inTime', 'late', 'none']);
/** How a unit was booked: in time, late, or not at all (came without booking). */
export type Timing = z.infer<typeof timing>;

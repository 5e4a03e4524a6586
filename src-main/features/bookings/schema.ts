import { z } from 'zod';
import { isLocalDate, weekdayOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import { PERIODS } from './period';
import type { PeriodKind } from './period';

export const localDay = z.string().refine(isLocalDate, 'Cette date n’existe pas.') as unknown as z.ZodType<LocalDate, string>;
const monday = localDay.refine((day) => weekdayOf(day) === 'mon', 'La semaine commence un lundi.');

/** One tick or untick of a cell. */
export const cellChange = z.strictObject({
  childId: z.int().positive(),
  service: z.string().min(1).max(40),
  day: localDay,
  booked: z.boolean(),
});
export type CellChange = z.infer<typeof cellChange>;

export const weekRequest = z.strictObject({
  monday: monday.optional(),
  /** Cells ticked and not saved yet: the answer is priced as if they were. */
  changes: z.array(cellChange).max(400).default([]),
});
export type WeekRequest = z.input<typeof weekRequest>;

const by = z.enum(PERIODS, 'Choisissez la semaine ou le mois.');
/** A month of several children and services at once. */
const MOST_CHANGES = 1500;

/** Without `by`: as the town chose for its portal; without `day`: today's period. */
export const periodRequest = z.strictObject({
  by: by.optional(),
  /** Any day of the period. */
  day: localDay.optional(),
  changes: z.array(cellChange).max(MOST_CHANGES).default([]),
});
export type PeriodRequest = z.input<typeof periodRequest>;

export const bookPeriodInput = z.strictObject({ by, day: localDay, changes: z.array(cellChange).min(1).max(MOST_CHANGES) });
export type BookPeriodInput = z.input<typeof bookPeriodInput>;

/**
 * `tooLate`: the day is open, its deadline is over. `ask`: only the town decides. `attended`,
 * `absent`, `excused`: what the roll call, or a reason known before it, says of the day.
 * Foreseen, given by no judge yet: `inCart` (to be paid), `waitingList`, `waitingTown` (asked, not answered).
 */
export type CellState =
  | 'attended' | 'absent' | 'excused' | 'free' | 'booked' | 'lateFree' | 'lateBooked' | 'full' | 'tooLate' | 'ask' | 'closed' | 'past' | 'otherFamily' | 'notEnrolled'
  | 'inCart' | 'waitingList' | 'waitingTown';

/** States in which staff may decide against the rules, with a reason; a closed day stays closed for all, and who was there was there. */
export const FORCEABLE_STATES: readonly CellState[] = ['full', 'past', 'tooLate', 'ask', 'free', 'booked', 'lateFree', 'lateBooked', 'absent', 'excused'];

/** A child, a service, a day, as the pages draw it: they hold no rule of their own. */
export interface Cell {
  readonly day: LocalDate;
  readonly state: CellState;
  /** True when the cell counts in quantities (booked, saved or not). */
  readonly booked: boolean;
  /** True when it may be ticked or unticked now. */
  readonly mayChange: boolean;
  /** True when it differs from what is saved. */
  readonly pending: boolean;
  readonly priceCents: number | null;
  /** True when the day stands on an invoice (look.md: a padlock with the state). */
  readonly invoiced: boolean;
  /** For screen readers and the tooltip: "libre, 3,20 €", "réservé", "fermé : jour férié". */
  readonly words: string;
  /** Why it cannot change, or what a late booking costs; null when there is nothing to tell. */
  readonly reason: string | null;
  /** Until when it may change, wall clock of the town. */
  readonly until: LocalDateTime | null;
}

export interface ServiceRow {
  readonly service: string;
  readonly label: string;
  readonly cells: readonly Cell[];
  /** Word of one unit: "repas", "demi-heure". */
  readonly unit: string;
  readonly quantity: number;
  /** Null when the units of the row have several prices, or none is fixed. */
  readonly unitPriceCents: number | null;
  readonly totalCents: number;
}

/** What a rule adds beyond a unit (combination, monthly ceiling), so that columns add up. */
export interface ExtraLine {
  readonly label: string;
  readonly totalCents: number;
}

export interface ChildWeek {
  readonly childId: number;
  readonly familyId: number;
  readonly name: string;
  readonly firstName: string;
  readonly schoolAndClass: string;
  readonly rows: readonly ServiceRow[];
  /** Units of each day, in the order of `days`. */
  readonly dayCounts: readonly number[];
  readonly extras: readonly ExtraLine[];
  readonly totalCents: number;
}

/** The bookings of a household over a week or a month. */
export interface PeriodTable {
  readonly by: PeriodKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
  /** First days of the neighbours; null beyond what pages show. */
  readonly previous: LocalDate | null;
  readonly next: LocalDate | null;
  /** Where nothing of this period can change: the next one in which something can, if one is near. */
  readonly nextOpen: LocalDate | null;
  /** The columns. A week: days on which a service can be open; a month: days on which one is. */
  readonly days: readonly LocalDate[];
  /** The deadlines of this period, as sentences, one a service or one for all. */
  readonly deadlines: readonly string[];
  readonly children: readonly ChildWeek[];
  /** Lines that belong to no child (a family's charge or aid). */
  readonly extras: readonly ExtraLine[];
  readonly totalCents: number;
  /** Sentences to show above the table: no active rulebook, no enrolment, unknown quotient. */
  readonly notices: readonly string[];
}

/** The table of a week, which begins on this Monday. */
export type WeekTable = PeriodTable & { readonly monday: LocalDate };

/** A change that was not saved, and why. */
export interface CellRefusal extends Readonly<CellChange> {
  readonly sentence: string;
  /** True when staff may decide otherwise, with a reason. */
  readonly mayForce: boolean;
}

/** All or nothing: with one refusal nothing is saved, and each refused cell says why. `receiptIds`: to print what was done, empty when nothing changed. */
export type BookPeriodResult =
  | { readonly saved: true; readonly sentence: string; readonly booked: number; readonly cancelled: number; readonly receiptIds: readonly number[]; readonly table: PeriodTable }
  | { readonly saved: false; readonly refusals: readonly CellRefusal[]; readonly table: PeriodTable };

/** Staff: the children of a class, a school or the whole town for one service and one week. */
export const gridRequest = z.strictObject({
  monday: monday.optional(),
  service: z.string().min(1).max(40).optional(),
  schoolId: z.int().positive().optional(),
  classId: z.int().positive().optional(),
});
export type GridRequest = z.input<typeof gridRequest>;

export interface GridRow {
  readonly childId: number;
  /** A family that holds the child, to open its page. */
  readonly familyId: number;
  readonly name: string;
  readonly className: string;
  readonly diet: string;
  /** In the order of `days`. */
  readonly cells: readonly Cell[];
  readonly quantity: number;
}

export interface Grid {
  readonly monday: LocalDate;
  readonly today: LocalDate;
  readonly previousMonday: LocalDate;
  readonly nextMonday: LocalDate;
  /** The services to choose from, in the rulebook's order; empty before the first rulebook. */
  readonly services: readonly { readonly id: string; readonly label: string }[];
  readonly service: string | null;
  readonly days: readonly LocalDate[];
  readonly rows: readonly GridRow[];
  readonly dayCounts: readonly number[];
  /** Places left a day, where the service has a capacity. */
  readonly placesLeft: readonly (number | null)[];
  readonly quantity: number;
}

export const familyWeekRequest = weekRequest.extend({ familyId: z.int().positive() });

/** `forceReason`: why staff decide beyond deadline or capacity; null = by the rules. */
export const saveDaysInput = z.strictObject({
  monday,
  changes: z.array(cellChange).min(1).max(400),
  forceReason: z.string().trim().min(3, 'Dites en quelques mots pourquoi, le journal le garde.').max(200).nullable().default(null),
});
export type SaveDaysInput = z.input<typeof saveDaysInput>;

export type SaveDaysResult =
  | { readonly saved: true; readonly booked: number; readonly cancelled: number; readonly sentence: string }
  | { readonly saved: false; readonly refusals: readonly CellRefusal[] };

/** What is booked on a day, service by service. */
export interface ServiceToday {
  readonly service: string;
  readonly label: string;
  /** Null when the service is open; else why it is closed. */
  readonly closed: string | null;
  readonly booked: number;
  readonly bySchool: readonly { readonly school: string; readonly booked: number }[];
}

/** A change as it was decided: the dated receipt. */
export interface BookingReceipt {
  readonly id: number;
  readonly at: string;
  readonly actorName: string;
  readonly childName: string;
  readonly serviceLabel: string;
  readonly day: LocalDate;
  readonly action: 'book' | 'cancel';
  readonly outcome: 'accepted' | 'late' | 'override';
  readonly priceCents: number | null;
}

import { z } from 'zod';
import { isLocalDate } from '../../kernel/local-date';
import type { Instant, LocalDate, LocalDateTime } from '../../kernel/local-date';
import { DISRUPTION_REASONS, PROOF_KINDS } from '../child-days/schema';
import type { DisruptionReason, ProofKind } from '../child-days/schema';
import type { RollCallState } from '../child-days/roll-call-state';
import type { Diet } from '../families/schema';

export type { RollCallState } from '../child-days/roll-call-state';

const localDay = z.string().refine(isLocalDate, 'Cette date n’existe pas.') as unknown as z.ZodType<LocalDate, string>;
const id = z.int().positive();
const service = z.string().min(1).max(40);
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure sur 24 heures, par exemple 17:45.');
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez le jour et l’heure.')
  .refine((text) => isLocalDate(text.slice(0, 10)), 'Cette date n’existe pas.') as unknown as z.ZodType<LocalDateTime, string>;
const note = z.string().trim().max(300, 'Écrivez au plus 300 caractères.').default('');
const inOrder = ({ fromOn, toOn }: { readonly fromOn: string; readonly toOn: string }): boolean => fromOn <= toOn;
const REVERSED = { message: 'Le dernier jour vient avant le premier.', path: ['toOn'] };

/** Why a family says that a child stays away. */
export const NOTICE_REASONS = ['illness', 'family', 'none'] as const;
export type NoticeReason = (typeof NOTICE_REASONS)[number];

// The roll call --------------------------------------------------------------------------------

export const rollCallRequest = z.strictObject({
  /** Today by default. */
  day: localDay.optional(),
  /** By default the first open service. */
  services: z.array(service).max(30).optional(),
  schoolId: id.optional(),
  classId: id.optional(),
});
export type RollCallRequest = z.input<typeof rollCallRequest>;

/** A service on the day of the roll call. Hours are `HH:MM`. */
export interface RollCallService {
  readonly service: string;
  readonly label: string;
  /** Null when it is open; else why it is closed. */
  readonly closed: string | null;
  readonly session: { readonly from: string; readonly to: string } | null;
  /** Hours that the town's rules look at. */
  readonly needsArrival: boolean;
  readonly needsDeparture: boolean;
}

/** Why a child is expected away, with what may be taken back. */
export interface KnownReason {
  readonly source: 'notice' | 'proof' | 'disruption';
  readonly id: number;
  /** "prévenue le 4/11 : maladie", "certificat médical", "grève". */
  readonly words: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

export interface RollCallRow {
  readonly childId: number;
  readonly service: string;
  /** "ALAIN Anna" */
  readonly name: string;
  readonly school: string;
  readonly className: string;
  readonly diet: Diet;
  /** A medical protocol exists; null without the health right. */
  readonly hasPai: boolean | null;
  /** Under six on the day (meals and supervision are counted so); null when the birth date is unknown. */
  readonly isUnderSix: boolean | null;
  /** False: came, or is called, without a booking. */
  readonly booked: boolean;
  readonly state: RollCallState | null;
  readonly arrival: string | null;
  readonly departure: string | null;
  /** Which state of the row this is: sent back when it is saved. Null: not called yet. */
  readonly recordedAt: Instant | null;
  readonly reasons: readonly KnownReason[];
  /** The day stands on an invoice: a change will make a corrective line. */
  readonly isBilled: boolean;
}

export interface RollCallCounts {
  /** Children of the list: booked, or there. */
  readonly expected: number;
  readonly present: number;
  readonly absent: number;
  readonly excused: number;
  readonly left: number;
}

export interface RollCall {
  readonly day: LocalDate;
  readonly today: LocalDate;
  /** The town's wall clock, `HH:MM`. */
  readonly time: string;
  /** A day to come: it can be looked at, not called. */
  readonly isFuture: boolean;
  readonly services: readonly RollCallService[];
  /** The services shown. */
  readonly chosen: readonly string[];
  /** By service, then by name. */
  readonly rows: readonly RollCallRow[];
  readonly counts: RollCallCounts;
}

/** How a child is excused when the roll call says so; by default told now, without a reason. */
const excuse = z.strictObject({
  reason: z.enum(NOTICE_REASONS).default('none'),
  /** When the family told it; null: now. */
  toldAt: moment.nullable().default(null),
  note,
  /** A certificate was handed in and accepted. */
  certificate: z.boolean().default(false),
});

export const rollCallEntry = z.strictObject({
  childId: id,
  service,
  /** Null: takes the call back. */
  state: z.enum(['present', 'absent', 'excused']).nullable(),
  arrival: hour.nullable().default(null),
  departure: hour.nullable().default(null),
  excuse: excuse.optional(),
  /** `recordedAt` of the row as the page saw it. */
  seenAt: z.string().max(40).nullable(),
});
export type RollCallEntry = z.input<typeof rollCallEntry>;

export const saveRollCallInput = z.strictObject({ day: localDay, entries: z.array(rollCallEntry).min(1).max(1000) });
export type SaveRollCallInput = z.input<typeof saveRollCallInput>;

/** A child whom another device called meanwhile: its state now stands, and was not overwritten. */
export interface RollCallConflict {
  readonly childId: number;
  readonly service: string;
  /** "ALAIN Anna vient d’être noté présent sur un autre appareil." */
  readonly sentence: string;
}

export interface SaveRollCallResult {
  readonly saved: number;
  readonly sentence: string;
  readonly conflicts: readonly RollCallConflict[];
  /** Of the saved ones, days that stand on an invoice already. */
  readonly billed: number;
}

export const progressInput = z.strictObject({ day: localDay.optional() });

/** How far the roll call of a service is: children with a state, of those to call. */
export interface RollCallProgress {
  readonly service: string;
  readonly expected: number;
  readonly called: number;
}

export const findChildInput = z.strictObject({ search: z.string().trim().min(2, 'Tapez au moins deux lettres du nom.').max(60) });

/** A child found by name, to be added to a roll call. */
export interface FoundChild {
  readonly childId: number;
  readonly name: string;
  readonly schoolAndClass: string;
}

// Absences -------------------------------------------------------------------------------------

export const childAbsencesInput = z.strictObject({ childId: id });

export const recordAbsenceInput = z.strictObject({
  childId: id,
  /** Null: every service. */
  service: service.nullable(),
  fromOn: localDay,
  toOn: localDay,
  reason: z.enum(NOTICE_REASONS),
  toldAt: moment.nullable().default(null),
  note,
}).refine(inOrder, REVERSED);
export type RecordAbsenceInput = z.input<typeof recordAbsenceInput>;

export const acceptProofInput = z.strictObject({
  childId: id,
  kind: z.enum(PROOF_KINDS),
  fromOn: localDay,
  toOn: localDay,
  receivedAt: moment.nullable().default(null),
  note,
}).refine(inOrder, REVERSED);
export type AcceptProofInput = z.input<typeof acceptProofInput>;

export const withdrawInput = z.strictObject({ id });

export interface AbsenceNotice {
  readonly id: number;
  readonly service: string | null;
  readonly serviceLabel: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly reason: NoticeReason;
  readonly toldAt: LocalDateTime;
  readonly note: string;
}

export interface AbsenceProof {
  readonly id: number;
  readonly kind: ProofKind;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly receivedAt: LocalDateTime;
  readonly note: string;
}

export interface ChildAbsences {
  readonly notices: readonly AbsenceNotice[];
  readonly proofs: readonly AbsenceProof[];
}

/** What became of a command about absences. `billed`: days concerned that stand on an invoice already. */
export interface AbsenceResult {
  readonly id: number;
  readonly sentence: string;
  readonly billed: number;
}

// Disruptions ----------------------------------------------------------------------------------

export const disruptionsInput = z.strictObject({ from: localDay, to: localDay });

export const recordDisruptionInput = z.strictObject({
  fromOn: localDay,
  toOn: localDay,
  reason: z.enum(DISRUPTION_REASONS),
  schoolId: id.nullable(),
  classId: id.nullable(),
  service: service.nullable(),
  note,
}).refine(inOrder, REVERSED);
export type RecordDisruptionInput = z.input<typeof recordDisruptionInput>;

export interface Disruption {
  readonly id: number;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly reason: DisruptionReason;
  /** "École du Lavoir, CP" or "toutes les écoles". */
  readonly place: string;
  readonly serviceLabel: string;
  readonly note: string;
}

// Meals ----------------------------------------------------------------------------------------

/** By default the next day on which meals are served. */
export const mealsInput = z.strictObject({ day: localDay.optional() });
export const mealsHealthInput = z.strictObject({ day: localDay });

/** Meals by diet. `unknownAge`: the birth date is missing. */
export interface MealCount {
  readonly diet: Diet;
  readonly underSix: number;
  readonly fromSix: number;
  readonly unknownAge: number;
  readonly total: number;
}

export interface MealSite {
  readonly school: string;
  readonly diets: readonly MealCount[];
  readonly total: number;
}

export interface MealService {
  readonly service: string;
  readonly label: string;
  readonly closed: string | null;
  readonly sites: readonly MealSite[];
  readonly diets: readonly MealCount[];
  readonly total: number;
  /** Booked, but told away: not counted in the meals. */
  readonly away: number;
}

export interface Meals {
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly previousDay: LocalDate;
  readonly nextDay: LocalDate;
  readonly services: readonly MealService[];
  readonly total: number;
}

/** Health data: behind its own right, each reading journaled. */
export interface MealAllergy {
  readonly childId: number;
  readonly name: string;
  readonly schoolAndClass: string;
  readonly serviceLabel: string;
  readonly allergies: string;
  readonly instructions: string;
}

// Gaps -----------------------------------------------------------------------------------------

export const gapsInput = z.strictObject({ from: localDay, to: localDay }).refine(({ from, to }) => from <= to, { message: 'Le dernier jour vient avant le premier.', path: ['to'] });

/** `notCalled`: booked, and no roll call; `notBooked`: there without booking; `notEnrolled`: there without being enrolled. */
export type GapKind = 'notCalled' | 'notBooked' | 'notEnrolled';

/** Something of a period that the roll call leaves open. */
export interface RollCallGap {
  readonly kind: GapKind;
  readonly childId: number;
  /** The family in charge of the day; null when the child has none any more. */
  readonly familyId: number | null;
  readonly name: string;
  readonly service: string;
  readonly serviceLabel: string;
  readonly day: LocalDate;
}

// Parents --------------------------------------------------------------------------------------

export const attendanceRequest = z.strictObject({
  /** One child only; all by default. */
  childId: id.optional(),
  by: z.enum(['week', 'month']).default('month'),
  /** Any day of the period; today by default. */
  day: localDay.optional(),
});
export type AttendanceRequest = z.input<typeof attendanceRequest>;

/**
 * `expected`: booked, the day is to come; `notCalled`: booked, no roll call; `none`: neither booked
 * nor there; `otherFamily`: the day belongs to the child's other home.
 */
export type AttendanceCellState = RollCallState | 'expected' | 'notCalled' | 'none' | 'otherFamily' | 'closed';

export interface AttendanceCell {
  readonly day: LocalDate;
  readonly state: AttendanceCellState;
  /** For screen readers and the tooltip: "présent, parti à 17 h 45". */
  readonly words: string;
  readonly arrival: string | null;
  readonly departure: string | null;
}

export interface AttendanceServiceRow {
  readonly service: string;
  readonly label: string;
  /** In the order of the child's days. */
  readonly cells: readonly AttendanceCell[];
  /** Presences. */
  readonly quantity: number;
}

export interface ChildAttendance {
  readonly childId: number;
  readonly name: string;
  readonly firstName: string;
  readonly schoolAndClass: string;
  readonly rows: readonly AttendanceServiceRow[];
  /** Presences of each day, in the order of `days`. */
  readonly dayCounts: readonly number[];
  readonly quantity: number;
}

/** What parents read of the roll calls: nothing can be changed here. */
export interface AttendanceTable {
  readonly by: 'week' | 'month';
  /** "novembre 2026", "du 2 au 8 novembre 2026" */
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
  /** A day of the previous and of the next period; null at the ends. */
  readonly previous: LocalDate | null;
  readonly next: LocalDate | null;
  /** The columns: days on which a shown service is open, or a child was there. */
  readonly days: readonly LocalDate[];
  readonly children: readonly ChildAttendance[];
}

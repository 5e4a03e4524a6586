import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Reason } from '../rulebook/schema';

/** What was decided for one child, service and day. */
export interface DecidedDay {
  readonly childId: number;
  readonly service: string;
  readonly day: LocalDate;
  readonly state: 'booked' | 'cancelled';
  readonly timing: 'inTime' | 'late';
  readonly familyId: number;
  readonly decidedAt: Instant;
}

/** What the roll call of a child, a service and a day says. Hours are `HH:MM` of the town's wall clock. */
export interface CalledDay {
  readonly childId: number;
  readonly service: string;
  readonly day: LocalDate;
  readonly state: 'present' | 'absent';
  readonly arrival: string | null;
  readonly departure: string | null;
  readonly familyId: number;
  /** Changes with each change of the row: who writes says which one they saw. */
  readonly recordedAt: Instant;
}

/**
 * Why a child stays away from a day to another: told by the family (`notice`), proved by an accepted
 * paper (`proof`), or caused by the school or the town (`disruption`).
 */
export interface AbsenceFact {
  readonly source: 'notice' | 'proof' | 'disruption';
  readonly id: number;
  readonly childId: number;
  /** Null: every service. */
  readonly service: string | null;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  /** Of a notice or a disruption why, of a proof its kind (`medical`). */
  readonly reason: string;
  /** When it was told, received or recorded. */
  readonly at: Instant;
}

/** Kinds of accepted papers; `medical` is the one that rulebooks name. */
export const PROOF_KINDS = ['medical', 'other'] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** Causes that are not the family's. */
export const DISRUPTION_REASONS = ['strike', 'teacherAbsent', 'outing', 'snow', 'sentHome'] as const satisfies readonly Reason[];
export type DisruptionReason = (typeof DISRUPTION_REASONS)[number];

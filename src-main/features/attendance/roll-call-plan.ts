import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { formatTime } from '../../kernel/french-dates';
import type { Instant, LocalDate } from '../../kernel/local-date';
import { stateOf } from '../child-days/roll-call-state';
import type { RollCallState } from '../child-days/roll-call-state';
import type { AbsenceFact } from '../child-days/schema';
import type { NoticeReason, rollCallEntry, RollCallService } from './schema';

export type Entry = z.output<typeof rollCallEntry>;

/** A child, a service and a day as the database holds them, inside the transaction. */
export interface Current {
  readonly name: string;
  readonly familyId: number;
  readonly call: { readonly state: 'present' | 'absent'; readonly arrival: string | null; readonly departure: string | null; readonly recordedAt: Instant } | null;
  /** What stands of the day, proofs and disruptions included. */
  readonly reasons: readonly AbsenceFact[];
  /** Notices of this very day and service alone: a roll call may take them back. */
  readonly ownNotices: readonly (AbsenceFact & { readonly note: string })[];
}

export interface NewNotice {
  readonly reason: NoticeReason;
  readonly toldAt: Instant;
  readonly note: string;
}

/** What a save does to one child. */
export interface Planned {
  readonly entry: Entry;
  readonly current: Current;
  readonly before: RollCallState | null;
  readonly withdrawn: readonly number[];
  readonly notice: NewNotice | null;
  readonly proof: boolean;
}

export type Verdict = { readonly kind: 'same' } | { readonly kind: 'conflict'; readonly now: RollCallState | null } | { readonly kind: 'change'; readonly planned: Planned };

/** Instants of the save: the present, and what a told hour of the town's clock is. */
export interface Moments {
  readonly now: Instant;
  readonly instantOf: (at: NonNullable<NonNullable<Entry['excuse']>['toldAt']>) => Instant;
}

/**
 * Decides what an entry changes. What already stands so is left alone, so that a save sent twice
 * does nothing; what another device changed since the page saw it is a conflict. Pure.
 * Throws AppError `attendance.toldInFuture`.
 */
export function plan(entry: Entry, current: Current, day: LocalDate, { now, instantOf }: Moments): Verdict {
  const before = stateOf(current.call, current.reasons);
  const toldAt = entry.excuse?.toldAt ? instantOf(entry.excuse.toldAt) : null;
  if (toldAt !== null && toldAt > now) throw new AppError('attendance.toldInFuture', { day });
  const wish = wishOf(entry, current, toldAt, now);
  if (isSame(entry, current) && wish.withdrawn.length === 0 && wish.notice === null && !wish.proof) return { kind: 'same' };
  if ((current.call?.recordedAt ?? null) !== entry.seenAt) return { kind: 'conflict', now: before };
  return { kind: 'change', planned: { entry, current, before, ...wish } };
}

function isSame({ state, arrival, departure }: Entry, { call }: Current): boolean {
  if (state === null || call === null) return state === null && call === null;
  if (state !== 'present') return call.state === 'absent';
  return call.state === 'present' && call.arrival === arrival && call.departure === departure;
}

function wishOf({ state, excuse }: Entry, { reasons, ownNotices }: Current, toldAt: Instant | null, now: Instant): Pick<Planned, 'withdrawn' | 'notice' | 'proof'> {
  const own = ownNotices.map(({ id }) => id);
  // A child who came after all leaves the telling as it was told.
  if (state === 'present') return { withdrawn: [], notice: null, proof: false };
  if (state !== 'excused') return { withdrawn: own, notice: null, proof: false };
  const proof = (excuse?.certificate ?? false) && !reasons.some(({ source, reason }) => source === 'proof' && reason === 'medical');
  if (!excuse) return { withdrawn: [], notice: reasons.length > 0 ? null : { reason: 'none', toldAt: now, note: '' }, proof };
  const { reason, note } = excuse;
  const standsSo = ownNotices.some((notice) => notice.reason === reason && notice.note === note && (toldAt === null || notice.at === toldAt));
  if (standsSo || (toldAt === null && reason === 'none' && note === '' && reasons.length > 0)) return { withdrawn: [], notice: null, proof };
  return { withdrawn: own, notice: { reason, toldAt: toldAt ?? ownNotices[0]?.at ?? now, note }, proof };
}

/** Refuses hours that cannot be. Throws AppError `attendance.leftBeforeCame`, `leftBeforeStart`, `cameAfterEnd`. */
export function refuseOddHours({ arrival, departure }: Entry, { session }: RollCallService, name: string, field: string): void {
  const hour = (time: string): string => formatTime(time);
  if (arrival !== null && departure !== null && departure <= arrival) {
    throw new AppError('attendance.leftBeforeCame', { name, arrival: hour(arrival), departure: hour(departure) }, 'invalid', `${field}.departure`);
  }
  if (!session) return;
  if (departure !== null && departure <= session.from) {
    throw new AppError('attendance.leftBeforeStart', { name, departure: hour(departure), from: hour(session.from) }, 'invalid', `${field}.departure`);
  }
  if (arrival !== null && arrival >= session.to) {
    throw new AppError('attendance.cameAfterEnd', { name, arrival: hour(arrival), to: hour(session.to) }, 'invalid', `${field}.arrival`);
  }
}

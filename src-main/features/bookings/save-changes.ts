import { AppError } from '../../kernel/errors';
import { counted, enumerated } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import type { Household } from './family-week';
import { afterSaving, loadWeek } from './load-week';
import type { LoadedWeek } from './load-week';
import type { Period } from './period';
import { judgeChanges, keepChanges, wantedDays } from './save-days';
import type { CellChange, CellRefusal } from './schema';

export interface Outcome {
  /** The period as it is once saved; as it was, when something was refused. */
  readonly loaded: LoadedWeek;
  readonly refusals: readonly CellRefusal[];
  readonly booked: number;
  readonly cancelled: number;
  /** Entries of the journal that hold the receipts, one a family. */
  readonly receiptIds: readonly number[];
}

/** Throws AppError `bookings.notYours` when a child is not one of the household's. */
export function refuseStrangers(household: Household, childIds: readonly number[]): void {
  if (childIds.some((childId) => !household.childIds.has(childId))) throw new AppError('bookings.notYours', {}, 'forbidden');
}

/**
 * Saves days of one period for a household, all or nothing. Each change is judged again inside the
 * transaction (whose child, open, enrolled, custody, deadline, places), so two browsers at once
 * cannot take the same place. `forceReason`: staff decide beyond deadline and places.
 * Throws AppError `bookings.notYours`, `bookings.weekOnly`.
 */
export function saveChanges(context: Context, household: Household, { from, to }: Pick<Period, 'from' | 'to'>, changes: readonly CellChange[], forceReason: string | null): Promise<Outcome> {
  if (changes.some(({ day }) => day < from || day > to)) throw new AppError('bookings.weekOnly');
  refuseStrangers(household, changes.map(({ childId }) => childId));
  return context.db.write(async () => {
    const loaded = await loadWeek(context, household.familyIds, from, to);
    const { accepted, refusals } = judgeChanges(loaded, changes, forceReason !== null);
    if (refusals.length > 0) return { loaded, refusals, booked: 0, cancelled: 0, receiptIds: [] };
    const receiptIds = await keepChanges(context, loaded, accepted, forceReason);
    const booked = accepted.filter(({ change }) => change.booked).length;
    return { loaded: afterSaving(loaded, wantedDays(accepted)), refusals, booked, cancelled: accepted.length - booked, receiptIds };
  });
}

/** "2 réservations et 1 annulation" */
export const changesInWords = (booked: number, cancelled: number): string => enumerated([
  booked > 0 ? counted(booked, 'réservation', 'réservations') : '',
  cancelled > 0 ? counted(cancelled, 'annulation', 'annulations') : '',
].filter(Boolean));

/** Says what happened (look.md, Voice). */
export const savedSentence = (booked: number, cancelled: number): string =>
  booked + cancelled === 0 ? 'Rien n’a changé : c’était déjà enregistré ainsi.' : `C’est enregistré : ${changesInWords(booked, cancelled)}.`;

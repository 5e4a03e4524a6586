import type { z } from 'zod';
import { formatMoment } from '../../kernel/french-dates';
import { AppError } from '../../kernel/errors';
import { addDays } from '../../kernel/local-date';
import type { LocalDateTime } from '../../kernel/local-date';
import { counted, enumerated } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { weekTableOf } from './family-week';
import type { Household } from './family-week';
import { afterSaving, loadWeek } from './load-week';
import type { LoadedWeek } from './load-week';
import { judgeChanges, keepChanges, wantedDays } from './save-days';
import type { BookWeekResult, bookWeekInput, CellRefusal, WeekTable } from './schema';

type Input = z.output<typeof bookWeekInput>;

interface Outcome {
  /** The week as it is once saved; as it was, when something was refused. */
  readonly week: LoadedWeek;
  readonly refusals: readonly CellRefusal[];
  readonly booked: number;
  readonly cancelled: number;
}

/**
 * Saves days of one week for a household, all or nothing. Each change is judged again inside the
 * transaction (whose child, open, enrolled, custody, deadline, places), so two browsers at once
 * cannot take the same place. `forceReason`: staff decide beyond deadline and places.
 * Throws AppError `bookings.notYours`, `bookings.weekOnly`.
 */
export function saveDays(context: Context, household: Household, { monday, changes }: Input, forceReason: string | null): Promise<Outcome> {
  const sunday = addDays(monday, 6);
  if (changes.some(({ day }) => day < monday || day > sunday)) throw new AppError('bookings.weekOnly');
  if (changes.some(({ childId }) => !household.childIds.has(childId))) throw new AppError('bookings.notYours', {}, 'forbidden');
  return context.db.write(async () => {
    const loaded = await loadWeek(context, household.familyIds, monday);
    const { accepted, refusals } = judgeChanges(loaded, changes, forceReason !== null);
    if (refusals.length > 0) return { week: loaded, refusals, booked: 0, cancelled: 0 };
    await keepChanges(context, loaded, accepted, forceReason);
    const booked = accepted.filter(({ change }) => change.booked).length;
    return { week: afterSaving(loaded, wantedDays(accepted)), refusals, booked, cancelled: accepted.length - booked };
  });
}

/** Books a parent's week and gives it back as it stands, with the refused ticks kept when nothing was saved. */
export async function bookWeek(context: Context, household: Household, input: Input): Promise<BookWeekResult> {
  const { week: loaded, refusals, booked, cancelled } = await saveDays(context, household, input, null);
  const saved = refusals.length === 0;
  const week = weekTableOf(loaded, household, input.monday, await localToday(context), saved ? [] : input.changes);
  if (!saved) return { saved, refusals, week };
  const limit = nextLimit(week);
  const next = booked + cancelled > 0 && limit ? ` Vous pouvez encore modifier jusqu’au ${formatMoment(limit)}.` : '';
  return { saved, booked, cancelled, sentence: `${savedSentence(booked, cancelled)}${next}`, week };
}

/** Says what happened (look.md, Voice). */
export function savedSentence(booked: number, cancelled: number): string {
  if (booked + cancelled === 0) return 'Rien n’a changé : c’était déjà enregistré ainsi.';
  const done = [
    booked > 0 ? counted(booked, 'réservation', 'réservations') : '',
    cancelled > 0 ? counted(cancelled, 'annulation', 'annulations') : '',
  ].filter(Boolean);
  return `C’est enregistré : ${enumerated(done)}.`;
}

function nextLimit(week: WeekTable): LocalDateTime | null {
  const cells = week.children.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return cells.filter((cell) => cell.mayChange && cell.until !== null).map(({ until }) => until!).sort()[0] ?? null;
}

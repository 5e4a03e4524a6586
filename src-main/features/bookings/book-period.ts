import type { z } from 'zod';
import { formatMoment } from '../../kernel/french-dates';
import type { LocalDateTime } from '../../kernel/local-date';
import { counted } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { periodTableOf } from './family-week';
import type { Household } from './family-week';
import { periodOf } from './period';
import { saveChanges, savedSentence } from './save-changes';
import type { BookPeriodResult, bookPeriodInput, PeriodTable } from './schema';

/** Books a parent's week or month and gives it back as it stands, with the refused ticks kept when nothing was saved. Throws as `saveChanges`. */
export async function bookPeriod(context: Context, household: Household, { by, day, changes }: z.output<typeof bookPeriodInput>): Promise<BookPeriodResult> {
  const period = periodOf(by, day);
  const { loaded, refusals, booked, cancelled, receiptIds } = await saveChanges(context, household, period, changes, null);
  const saved = refusals.length === 0;
  const table = periodTableOf(loaded, household, period, await localToday(context), saved ? [] : changes);
  if (!saved) return { saved, refusals, table };
  const limit = nextLimit(table);
  const next = booked + cancelled > 0 && limit ? ` Vous pouvez encore modifier jusqu’au ${formatMoment(limit)}.` : '';
  return { saved, booked, cancelled, receiptIds, sentence: `${savedSentence(booked, cancelled)}${alreadySo(changes.length - booked - cancelled, booked + cancelled)}${next}`, table };
}

/** Of several ticks, those that were so before: the other parent, or another tab, was first. */
const alreadySo = (count: number, done: number): string =>
  (count === 0 || done === 0 ? '' : ` ${counted(count, 'changement était déjà fait', 'changements étaient déjà faits')}, par vous ou par l’autre responsable.`);

function nextLimit({ children }: PeriodTable): LocalDateTime | null {
  const cells = children.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return cells.filter((cell) => cell.mayChange && cell.until !== null).map(({ until }) => until!).sort()[0] ?? null;
}

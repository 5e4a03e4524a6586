import { formatDayMonth } from '../../kernel/french-dates';
import { AppError } from '../../kernel/errors';
import { counted, enumerated } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { childDayModels } from '../child-days/models';
import { recordDeed } from '../journal/record-deed';
import { serviceLabel } from '../enrolments/service-choices';
import { fullName } from '../families/wording';
import { cellOf } from './cell';
import type { Judge } from './cell';
import type { LoadedWeek } from './load-week';
import { FORCEABLE_STATES } from './schema';
import type { Cell, CellChange, CellRefusal } from './schema';
import type { WantedDay } from './with-changes';

/** A change that the judge let through, with the cell as it stands before. */
export interface Judged {
  readonly judge: Judge;
  readonly change: CellChange;
  readonly cell: Cell;
}

const isForceable = (cell: Cell): boolean => FORCEABLE_STATES.includes(cell.state);

export interface Judgement {
  readonly accepted: readonly Judged[];
  readonly refusals: readonly CellRefusal[];
}

/**
 * Judges each change afresh on what the database holds now, whatever the page believed. Changes
 * that are already so are left out. `force`: staff decide beyond deadline and capacity.
 * Throws AppError `bookings.notYours` for a child outside the loaded families.
 */
export function judgeChanges(loaded: LoadedWeek, changes: readonly CellChange[], force: boolean): Judgement {
  const accepted: Judged[] = [];
  const refusals: CellRefusal[] = [];
  const places = new Map<string, number>();
  for (const change of changes) {
    const { judge, cell } = judgeOne(loaded, change, places);
    if (cell.pending || (cell.booked !== change.booked && force && isForceable(cell))) accepted.push({ judge, change, cell });
    else if (cell.booked !== change.booked) refusals.push({ ...change, sentence: cell.reason ?? 'Ce jour ne peut pas être modifié.', mayForce: isForceable(cell) });
  }
  return { accepted, refusals };
}

/** In which family the day is judged: the one in charge, else any that holds the child. */
function judgeOne(loaded: LoadedWeek, change: CellChange, taken: Map<string, number>): { judge: Judge; cell: Cell } {
  let last: { judge: Judge; cell: Cell } | null = null;
  for (const judge of loaded.judges.values()) {
    const child = judge.family.children.find(({ id }) => id === change.childId);
    if (!child) continue;
    const cell = cellOf(withPlacesTaken(judge, taken), { child, service: change.service, day: change.day, wanted: change.booked });
    if (!last || cell.state !== 'otherFamily') last = { judge, cell };
  }
  if (!last) throw new AppError('bookings.notYours', {}, 'forbidden');
  if (last.cell.pending && change.booked) {
    const key = `${change.service} ${change.day}`;
    taken.set(key, (taken.get(key) ?? 0) + 1);
  }
  return last;
}

/** Places that earlier changes of the same save take count already. */
function withPlacesTaken(judge: Judge, taken: ReadonlyMap<string, number>): Judge {
  if (taken.size === 0 || judge.placesLeft.size === 0) return judge;
  const placesLeft = new Map([...judge.placesLeft].map(([key, left]) => [key, left - (taken.get(key) ?? 0)]));
  return { ...judge, placesLeft };
}

/** The accepted changes as decided days. */
export const wantedDays = (accepted: readonly Judged[]): WantedDay[] => accepted.map(({ judge, change, cell }) => {
  const { childId, service, day, booked } = change;
  return { childId, service, day, booked, familyId: judge.family.id, timing: decisionOf(change, cell).timing };
});

/** Writes the accepted changes: the decided days, their events, one entry of the journal a family. Inside a write. Returns the entries. */
export async function keepChanges(context: Context, loaded: LoadedWeek, accepted: readonly Judged[], reason: string | null): Promise<number[]> {
  const entries: number[] = [];
  for (const familyId of new Set(accepted.map(({ judge }) => judge.family.id))) {
    const mine = accepted.filter(({ judge }) => judge.family.id === familyId);
    const journalId = await recordDeed(context, {
      action: 'bookings.save',
      subject: subjectOf(mine, reason),
      familyId,
      childId: new Set(mine.map(({ change }) => change.childId)).size === 1 ? mine[0]!.change.childId : null,
      before: daysByRow(loaded, mine, { ticked: 'non réservé', unticked: 'réservé' }),
      after: daysByRow(loaded, mine, { ticked: 'réservé', unticked: 'annulé' }),
    });
    await keepRows(context, loaded, mine, journalId);
    entries.push(journalId);
  }
  return entries;
}

async function keepRows(context: Context, { at }: LoadedWeek, judged: readonly Judged[], journalId: number): Promise<void> {
  const { Booking, BookingEvent } = childDayModels(context.db);
  const rows = judged.map(({ judge, change, cell }) => ({ ...change, cell, familyId: judge.family.id, ...decisionOf(change, cell) }));
  await Booking.bulkCreate(
    rows.map(({ childId, service, day, booked, familyId, timing }) => ({ childId, service, day, state: booked ? 'booked' as const : 'cancelled' as const, timing, familyId, decidedAt: at })),
    { updateOnDuplicate: ['state', 'timing', 'familyId', 'decidedAt'] },
  );
  await BookingEvent.bulkCreate(rows.map(({ childId, service, day, booked, outcome, cell }) =>
    ({ childId, service, day, action: booked ? 'book' as const : 'cancel' as const, outcome, priceCents: cell.priceCents, journalId })));
}

function decisionOf(change: CellChange, cell: Cell): { timing: 'inTime' | 'late'; outcome: 'accepted' | 'late' | 'override' } {
  if (!cell.mayChange) return { timing: 'inTime', outcome: 'override' };
  const late = change.booked && cell.state === 'lateBooked';
  return { timing: late ? 'late' : 'inTime', outcome: late ? 'late' : 'accepted' };
}

/** What the journal keeps, a line a child and service: { "Anna, Cantine": "réservé 12/11, 13/11" }. */
function daysByRow({ rulebook }: LoadedWeek, judged: readonly Judged[], words: { ticked: string; unticked: string }): Record<string, string> {
  const rows: Record<string, string> = {};
  for (const booked of [true, false]) {
    for (const { judge, change } of judged.filter((one) => one.change.booked === booked)) {
      const child = judge.family.children.find(({ id }) => id === change.childId);
      const label = `${child?.firstName ?? ''}, ${serviceLabel(rulebook, change.service)}`;
      const word = booked ? words.ticked : words.unticked;
      const row = rows[label];
      const begun = row?.includes(word) ? row : [row, word].filter(Boolean).join(' ; ');
      rows[label] = `${begun}${begun.endsWith(word) ? ' ' : ', '}${formatDayMonth(change.day)}`;
    }
  }
  return rows;
}

function subjectOf(judged: readonly Judged[], reason: string | null): string {
  const children = [...new Map(judged.map(({ judge, change }) => [change.childId, judge.family.children.find(({ id }) => id === change.childId)])).values()];
  const names = children.map((child) => (child ? fullName(child) : '')).join(', ');
  const booked = judged.filter(({ change }) => change.booked).length;
  const parts = [
    booked > 0 ? counted(booked, 'jour réservé', 'jours réservés') : '',
    judged.length > booked ? counted(judged.length - booked, 'jour annulé', 'jours annulés') : '',
  ];
  return `Réservations, ${names} : ${enumerated(parts.filter(Boolean))}${reason ? ` (hors règle : ${reason})` : ''}`;
}

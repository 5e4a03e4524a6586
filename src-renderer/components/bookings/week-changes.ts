import { computed, reactive, ref } from 'vue';
import type { Cell, CellChange, CellRefusal } from '../../../src-main/features/bookings/schema';
import { FORCEABLE_STATES } from '../../../src-main/features/bookings/schema';
import { formatDay } from '../../../src-main/kernel/french-dates';
import { counted } from '../../../src-main/kernel/text';
import { isSaved, shownCell } from './cell-looks';
import type { ShownCell } from './cell-looks';
import { cellKey, linesOf } from './week-sheet';
import type { SheetLine, WeekSheet } from './week-sheet';

/** A line and the place of a day in it. */
export interface CellAt {
  readonly line: SheetLine;
  readonly index: number;
}

/** True when staff may decide the day although the rules close it. */
export const mayForceCell = (cell: Cell): boolean => !cell.mayChange && FORCEABLE_STATES.includes(cell.state);

export type WeekChanges = ReturnType<typeof useWeekChanges>;

/** What is ticked and unticked on a week, not saved yet, and what the last save refused. */
export function useWeekChanges(sheet: () => WeekSheet | undefined) {
  const wanted = reactive(new Map<string, CellChange>());
  const refusals = reactive(new Map<string, CellRefusal>());
  /** The last thing done, for screen readers. */
  const said = ref('');

  const keyAt = ({ line, index }: CellAt): string => cellKey(line.childId, line.service, line.cells[index]?.day ?? '');
  const shown = (at: CellAt): ShownCell => shownCell(at.line.cells[at.index]!, wanted.get(keyAt(at))?.booked);
  const refusalAt = (at: CellAt): CellRefusal | undefined => refusals.get(keyAt(at));

  const told = (at: CellAt): string => `${at.line.said}, ${formatDay(at.line.cells[at.index]!.day)} : ${shown(at).words}`;

  function want(at: CellAt, booked: boolean): void {
    const cell = at.line.cells[at.index]!;
    const key = keyAt(at);
    refusals.delete(key);
    if (booked === isSaved(cell)) wanted.delete(key);
    else wanted.set(key, { childId: at.line.childId, service: at.line.service, day: cell.day, booked });
  }

  /** Ticks or unticks a cell. Gives false when it cannot change and was left alone. */
  function toggle(at: CellAt): boolean {
    const cell = at.line.cells[at.index];
    // A day decided against the rules is taken back as it was put.
    if (!cell || !(cell.mayChange || wanted.has(keyAt(at)))) return false;
    want(at, !shown(at).booked);
    said.value = told(at);
    return true;
  }

  /** Ticks or unticks a day that the rules close: the save will ask for a reason. */
  function force(at: CellAt): void {
    want(at, !shown(at).booked);
    said.value = `${told(at)}. Un motif sera demandé.`;
  }

  /** Sets all the days of a selection that may change. Gives how many did. */
  function set(places: readonly CellAt[], booked: boolean, subject: string): number {
    const changing = places.filter((at) => at.line.cells[at.index]?.mayChange && shown(at).booked !== booked);
    for (const at of changing) want(at, booked);
    said.value = changing.length === 0 ? `${subject} : rien à changer` : `${subject} : ${counted(changing.length, booked ? 'jour réservé' : 'jour annulé', booked ? 'jours réservés' : 'jours annulés')}`;
    return changing.length;
  }

  /** Books all, or cancels all when all are booked. */
  function toggleAll(places: readonly CellAt[], subject: string): number {
    const open = places.filter((at) => at.line.cells[at.index]?.mayChange);
    return set(places, open.some((at) => !shown(at).booked), subject);
  }

  function clear(): void {
    wanted.clear();
    refusals.clear();
  }

  /** Takes what a save refused; each cell then says why. */
  function refuse(list: readonly CellRefusal[]): void {
    refusals.clear();
    for (const refusal of list) refusals.set(cellKey(refusal.childId, refusal.service, refusal.day), refusal);
  }

  /** Gives up the refused days and keeps the others. */
  function dropRefused(): void {
    for (const key of refusals.keys()) wanted.delete(key);
    refusals.clear();
  }

  const list = computed(() => [...wanted.values()]);
  /** Some ticks go against the rules: the save will ask why. */
  const hasForced = computed(() => {
    const current = sheet();
    return current !== undefined && wanted.size > 0 && linesOf(current).some((line) => line.cells.some((cell) => !cell.mayChange && wanted.has(cellKey(line.childId, line.service, cell.day))));
  });
  const counts = computed(() => {
    const current = sheet();
    if (!current) return null;
    const lines = linesOf(current);
    const byDay = current.days.map((_, index) => lines.filter((line) => shown({ line, index }).booked).length);
    return { byDay, total: byDay.reduce((sum, count) => sum + count, 0) };
  });
  /** Places left a day once this is saved. */
  const placesLeft = computed(() => {
    const current = sheet();
    return current?.placesLeft.map((left, index) => (left === null ? null : left - added(linesOf(current), index))) ?? [];
  });
  const added = (lines: readonly SheetLine[], index: number): number =>
    lines.reduce((sum, line) => sum + Number(shown({ line, index }).booked) - Number(isSaved(line.cells[index]!)), 0);

  return { list, hasForced, counts, placesLeft, said, shown, refusalAt, want, toggle, force, set, toggleAll, clear, refuse, dropRefused, refusals };
}

/** All cells of a line, or of a day. */
export const cellsOfLine = (line: SheetLine): CellAt[] => line.cells.map((_, index) => ({ line, index }));
export const cellsOfDay = (sheet: WeekSheet, index: number): CellAt[] => linesOf(sheet).map((line) => ({ line, index }));

import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import type { Cell, CellChange, CellRefusal, ServiceRow, WeekTable } from '../../../../src-main/features/bookings/schema';
import type { Refusal } from '../../../../src-main/kernel/errors';
import type { LocalDate } from '../../../../src-main/kernel/local-date';
import { portal } from '../../api/portal';
import { refusalOf } from '../../api/refusal';
import { withSession } from '../../api/with-session';
import { sameCell, wantedOf, withWanted } from '../../state/pending-changes';
import type { CellAddress } from '../../state/pending-changes';
import { changesOf, keepChanges } from '../../state/pending-store';
import { cellView, savedOf } from './cell-view';
import type { CellView } from './cell-view';
import { stillWanted } from './still-wanted';

/** What saving came to. */
export interface Outcome {
  readonly tone: 'success' | 'info' | 'danger';
  readonly sentence: string;
}

/** Ticks in a row are priced together. */
const PAUSE_MS = 150;

/**
 * The week of the page: the host's table, the parent's ticks on top, saving. The host prices each
 * tick; an answer that comes after a newer question is dropped.
 */
export function useWeek(asked: () => LocalDate | undefined) {
  const table = shallowRef<WeekTable | null>(null);
  const failure = ref<Refusal | null>(null);
  const fetching = ref(false);
  const saving = ref(false);
  const refusals = shallowRef<readonly CellRefusal[]>([]);
  const outcome = ref<Outcome | null>(null);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const pending = computed<readonly CellChange[]>(() => (table.value ? changesOf(table.value.monday) : []));

  async function fetchWeek(monday: LocalDate | undefined): Promise<void> {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    fetching.value = true;
    try {
      const changes = monday ? [...changesOf(monday)] : [];
      const week = await withSession(() => portal.bookings.week.query({ ...(monday && { monday }), changes }));
      if (mine !== turn) return;
      show(week);
      // The first question did not know which week it was: its ticks come with a second one.
      if (!monday && changesOf(week.monday).length > 0) await fetchWeek(week.monday);
    } catch (error) {
      if (mine === turn) failure.value = refusalOf(error);
    } finally {
      if (mine === turn) fetching.value = false;
    }
  }

  function show(week: WeekTable): void {
    table.value = week;
    failure.value = null;
    keepChanges(week.monday, stillWanted(changesOf(week.monday), week));
  }

  watch(asked, (monday) => {
    outcome.value = null;
    refusals.value = [];
    void fetchWeek(monday);
  }, { immediate: true });

  const refusalAt = (address: CellAddress): string | null => refusals.value.find((refusal) => sameCell(refusal, address))?.sentence ?? null;

  const viewOf = (childId: number, row: ServiceRow, cell: Cell): CellView => {
    const address = { childId, service: row.service, day: cell.day };
    return cellView(cell, row.label, wantedOf(pending.value, address), refusalAt(address));
  };

  function want(cells: readonly { readonly address: CellAddress; readonly cell: Cell; readonly wanted: boolean }[]): void {
    const monday = table.value?.monday;
    if (!monday || saving.value) return;
    keepChanges(monday, cells.reduce<readonly CellChange[]>((changes, { address, cell, wanted }) => withWanted(changes, address, wanted, savedOf(cell)), changesOf(monday)));
    refusals.value = refusals.value.filter((refusal) => !cells.some(({ address }) => sameCell(refusal, address)));
    outcome.value = null;
    clearTimeout(timer);
    timer = setTimeout(() => void fetchWeek(monday), PAUSE_MS);
  }

  function toggle(childId: number, row: ServiceRow, cell: Cell): void {
    const view = viewOf(childId, row, cell);
    if (view.mayToggle) want([{ address: { childId, service: row.service, day: cell.day }, cell, wanted: !view.checked }]);
  }

  /** The name of the service: the whole week; again, none of it (guide v3, 4.1). */
  function toggleWeek(childId: number, row: ServiceRow): void {
    const open = row.cells.filter((cell) => cell.mayChange);
    const wanted = open.some((cell) => !viewOf(childId, row, cell).checked);
    want(open.map((cell) => ({ address: { childId, service: row.service, day: cell.day }, cell, wanted })));
  }

  async function save(): Promise<void> {
    const monday = table.value?.monday;
    if (!monday || saving.value) return;
    if (pending.value.length === 0) {
      outcome.value = { tone: 'info', sentence: 'Il n’y a rien à enregistrer : cochez ou décochez d’abord une case.' };
      return;
    }
    saving.value = true;
    try {
      const result = await withSession(() => portal.bookings.bookWeek.mutate({ monday, changes: [...pending.value] }));
      clearTimeout(timer);
      turn += 1; // what was asked before the save is out of date
      fetching.value = false;
      if (result.saved) keepChanges(monday, []);
      refusals.value = result.saved ? [] : result.refusals;
      show(result.week);
      outcome.value = result.saved ? { tone: 'success', sentence: result.sentence } : null;
    } catch (error) {
      outcome.value = { tone: 'danger', sentence: refusalOf(error).message };
    } finally {
      saving.value = false;
    }
  }

  const reload = (): Promise<void> => fetchWeek(table.value?.monday ?? asked());
  /** The network is back: what could not be priced is asked again. */
  const onLine = (): void => {
    if (failure.value) void reload();
  };
  addEventListener('online', onLine);
  onBeforeUnmount(() => {
    removeEventListener('online', onLine);
    clearTimeout(timer);
  });

  return { table, failure, fetching, saving, refusals, outcome, pending, viewOf, toggle, toggleWeek, save, reload };
}

export type WeekBoard = ReturnType<typeof useWeek>;

import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import type { PeriodKind } from '../../../../src-main/features/bookings/period';
import type { Cell, CellChange, CellRefusal, PeriodTable, ServiceRow } from '../../../../src-main/features/bookings/schema';
import type { Refusal } from '../../../../src-main/kernel/errors';
import type { LocalDate } from '../../../../src-main/kernel/local-date';
import { portal } from '../../api/portal';
import { refusalOf } from '../../api/refusal';
import { withSession } from '../../api/with-session';
import { sameCell, wantedOf, withWanted } from '../../state/pending-changes';
import type { CellAddress } from '../../state/pending-changes';
import { changesIn, keepChanges } from '../../state/pending-store';
import { cellView, savedOf } from './cell-view';
import type { CellView } from './cell-view';
import { cellAt, stillWanted } from './still-wanted';
import type { Outcome } from './outcome';
import { useInstantSaving } from './use-instant-saving';

/** How the town has its parents book. */
export interface Mode {
  readonly by: PeriodKind;
  /** Each tick is saved at once; otherwise with Valider. */
  readonly immediate: boolean;
}

/** Ticks in a row are priced together. */
const PAUSE_MS = 150;
/** A page come back to after that long is read anew. */
const OLD_MS = 60_000;

/** True when a period is the one asked for; today's when none is. */
const holds = ({ from, to, today }: PeriodTable, day: LocalDate | undefined): boolean => from <= (day ?? today) && (day ?? today) <= to;

/**
 * The period of the page: the host's table, the parent's ticks on top, saving. The host prices each
 * tick; an answer that comes after a newer question is dropped.
 */
export function useBoard(asked: () => LocalDate | undefined, { by, immediate }: Mode) {
  const table = shallowRef<PeriodTable | null>(null);
  const failure = ref<Refusal | null>(null);
  const fetching = ref(false);
  const saving = ref(false);
  const refusals = shallowRef<readonly CellRefusal[]>([]);
  const outcome = ref<Outcome | null>(null);
  /** The period asked for could not be had: another one is still shown. */
  const astray = ref(false);
  let turn = 0;
  /** Another period than the one shown has been asked for. */
  let leaving = false;
  let readAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const pending = computed<readonly CellChange[]>(() => (table.value ? changesIn(table.value.from, table.value.to) : []));
  const instant = useInstantSaving({ table, refusals, outcome, show });

  async function fetchPeriod(day: LocalDate | undefined): Promise<void> {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    fetching.value = true;
    try {
      const shown = table.value;
      const changes = immediate || !shown || day !== shown.from ? [] : [...changesIn(shown.from, shown.to)];
      const found = await withSession(() => portal.bookings.period.query({ by, ...(day && { day }), changes }));
      if (mine !== turn) return;
      leaving = false;
      astray.value = false;
      readAt = performance.now();
      show(found);
      if (immediate) void instant.flush();
      // The first question did not know which period it was: its ticks come with a second one.
      else if (changes.length === 0 && pending.value.length > 0) await fetchPeriod(found.from);
    } catch (error) {
      if (mine !== turn) return;
      leaving = false;
      failure.value = refusalOf(error);
      astray.value = table.value !== null && !holds(table.value, day);
    } finally {
      if (mine === turn) fetching.value = false;
    }
  }

  function show(found: PeriodTable): void {
    table.value = found;
    // What is saved of the period still shown does not bring the one that was asked for.
    if (!astray.value) failure.value = null;
    keepChanges(found.from, found.to, stillWanted(changesIn(found.from, found.to), found));
  }

  watch(asked, (day) => {
    outcome.value = null;
    refusals.value = [];
    leaving = true;
    void fetchPeriod(day);
  }, { immediate: true });

  const refusalAt = (address: CellAddress): string | null => refusals.value.find((refusal) => sameCell(refusal, address))?.sentence ?? null;

  const viewOf = (childId: number, row: ServiceRow, cell: Cell): CellView => {
    const address = { childId, service: row.service, day: cell.day };
    return cellView(cell, row.label, wantedOf(pending.value, address), refusalAt(address), instant.isSending(address));
  };

  function want(changes: readonly CellChange[]): void {
    const shown = table.value;
    if (!shown || saving.value || changes.length === 0) return;
    const { from, to } = shown;
    keepChanges(from, to, changes.reduce<readonly CellChange[]>((kept, { booked, ...address }) => {
      const cell = cellAt(shown, address);
      return cell ? withWanted(kept, address, booked, savedOf(cell)) : kept;
    }, changesIn(from, to)));
    // At once: what was refused has been put back already.
    refusals.value = immediate ? [] : refusals.value.filter((refusal) => !changes.some((change) => sameCell(refusal, change)));
    outcome.value = null;
    clearTimeout(timer);
    if (immediate) void instant.flush();
    // What is ticked while another period comes is kept; pricing it would bring this one back.
    else if (!leaving) timer = setTimeout(() => void fetchPeriod(from), PAUSE_MS);
  }

  /** `second`: the second click of a double one, which must not undo what the first has just saved. */
  function toggle(childId: number, row: ServiceRow, cell: Cell, second = false): void {
    const view = viewOf(childId, row, cell);
    if (view.mayToggle && !(immediate && second)) want([{ childId, service: row.service, day: cell.day, booked: !view.checked }]);
  }

  /** The name of the service: all of these days; again, none of them (guide v3, 4.1). */
  function toggleAll(childId: number, row: ServiceRow, cells: readonly Cell[] = row.cells): void {
    const open = cells.filter((cell) => cell.mayChange && viewOf(childId, row, cell).mayToggle);
    const booked = open.some((cell) => !viewOf(childId, row, cell).checked);
    want(open.map(({ day }) => ({ childId, service: row.service, day, booked })));
  }

  async function save(): Promise<void> {
    const shown = table.value;
    if (!shown || saving.value) return;
    if (pending.value.length === 0) {
      outcome.value = { tone: 'info', sentence: 'Il n’y a rien à enregistrer : cochez ou décochez d’abord une case.' };
      return;
    }
    saving.value = true;
    outcome.value = null;
    try {
      const result = await withSession(() => portal.bookings.book.mutate({ by, day: shown.from, changes: [...pending.value] }));
      if (result.saved) keepChanges(shown.from, shown.to, []);
      // The parent has gone on meanwhile: the period that was saved is not brought back.
      if (!leaving && table.value?.from === shown.from) {
        clearTimeout(timer);
        turn += 1; // what was asked before the save is out of date
        fetching.value = false;
        refusals.value = result.saved ? [] : result.refusals;
        show(result.table);
      }
      outcome.value = result.saved ? { tone: 'success', sentence: result.sentence, receiptIds: result.receiptIds } : null;
    } catch (error) {
      const { code, message } = refusalOf(error);
      outcome.value = { tone: 'danger', sentence: message, unanswered: code === 'unreachable' };
    } finally {
      saving.value = false;
    }
  }

  const reload = (): Promise<void> => fetchPeriod(astray.value ? asked() : table.value?.from ?? asked());
  /** Led to a period whose address is shown already, because it could not be had before. */
  const goAgain = (day: LocalDate | undefined): void => {
    if (table.value && asked() === day && !holds(table.value, day)) void fetchPeriod(day);
  };
  /** The network is back: what could not be saved or read is tried again. */
  async function tryAgain(): Promise<void> {
    if (instant.waiting.value) await instant.flush();
    if (outcome.value?.unanswered) outcome.value = { tone: 'info', sentence: 'La connexion est revenue. Vos changements sont toujours là : appuyez sur « Valider » pour les enregistrer.' };
    if (failure.value) await reload();
  }
  const onLine = (): void => void tryAgain();
  /** A page left open while the day went on, or while the other parent booked. */
  const onSight = (): void => {
    const isOld = performance.now() - readAt > OLD_MS;
    if (document.visibilityState === 'visible' && isOld && table.value && !fetching.value && !saving.value && instant.sending.value.length === 0) void reload();
  };
  addEventListener('online', onLine);
  document.addEventListener('visibilitychange', onSight);
  onBeforeUnmount(() => {
    removeEventListener('online', onLine);
    document.removeEventListener('visibilitychange', onSight);
    clearTimeout(timer);
  });

  return { table, failure, astray, fetching, saving, refusals, outcome, pending, immediate, waiting: instant.waiting, sending: instant.sending, flush: instant.flush, viewOf, want, toggle, toggleAll, save, reload, goAgain };
}

export type Board = ReturnType<typeof useBoard>;

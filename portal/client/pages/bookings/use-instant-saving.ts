import { ref, shallowRef } from 'vue';
import type { Ref, ShallowRef } from 'vue';
import type { CellChange, CellRefusal, PeriodTable } from '../../../../src-main/features/bookings/schema';
import type { Refusal } from '../../../../src-main/kernel/errors';
import { portal } from '../../api/portal';
import { refusalOf } from '../../api/refusal';
import { withSession } from '../../api/with-session';
import { sameCell } from '../../state/pending-changes';
import type { CellAddress } from '../../state/pending-changes';
import { changesIn, keepChanges } from '../../state/pending-store';
import { doneSentence } from './saving-words';
import type { Outcome } from './outcome';

interface Parts {
  readonly table: ShallowRef<PeriodTable | null>;
  readonly refusals: ShallowRef<readonly CellRefusal[]>;
  readonly outcome: Ref<Outcome | null>;
  readonly show: (table: PeriodTable) => void;
}

/** Nobody answered, or the answer was lost: the ticks are kept and sent again. Saving twice changes nothing. */
const KEPT_FOR = new Set(['unreachable', 'unreadable', 'signedOut']);

const without = (changes: readonly CellChange[], taken: readonly CellAddress[]): CellChange[] =>
  changes.filter((change) => !taken.some((one) => sameCell(one, change)));

/**
 * Saves ticks as they are made, one call at a time: those made meanwhile leave together with the
 * next one. What the rules refuse is put back with its reason, the rest is saved; what nobody
 * answered is kept and sent when the network is back.
 */
export function useInstantSaving({ table, refusals, outcome, show }: Parts) {
  const sending = shallowRef<readonly CellChange[]>([]);
  /** Why ticks wait; null when none does. */
  const waiting = ref<Refusal | null>(null);
  let running = false;

  async function flush(): Promise<void> {
    const shown = table.value;
    if (!shown || running || changesIn(shown.from, shown.to).length === 0) return;
    running = true;
    waiting.value = null;
    const done: CellChange[] = [];
    try {
      for (let batch = changesIn(shown.from, shown.to); batch.length > 0; batch = changesIn(shown.from, shown.to)) done.push(...await send(shown, batch));
    } catch (error) {
      giveUp(shown, refusalOf(error));
    } finally {
      sending.value = [];
      running = false;
    }
    if (done.length > 0 && outcome.value?.tone !== 'danger') {
      outcome.value = { tone: 'success', sentence: doneSentence(done, shown), undo: done.map((change) => ({ ...change, booked: !change.booked })) };
    }
    // The parent went to another period while this one was being saved.
    if (table.value && table.value.from !== shown.from && !waiting.value) void flush();
  }

  /** One call; returns what it saved. */
  async function send({ by, from, to }: PeriodTable, batch: readonly CellChange[]): Promise<readonly CellChange[]> {
    sending.value = batch;
    const result = await withSession(() => portal.bookings.book.mutate({ by, day: from, changes: [...batch] }));
    keepChanges(from, to, without(changesIn(from, to), result.saved ? batch : result.refusals));
    if (!result.saved) refusals.value = [...refusals.value.filter((one) => !result.refusals.some((other) => sameCell(one, other))), ...result.refusals];
    sending.value = [];
    if (table.value?.from === from) show(result.table);
    return result.saved ? batch : [];
  }

  function giveUp({ from, to }: PeriodTable, refusal: Refusal): void {
    if (KEPT_FOR.has(refusal.code)) {
      waiting.value = refusal;
      return;
    }
    keepChanges(from, to, without(changesIn(from, to), sending.value));
    outcome.value = { tone: 'danger', sentence: `Ce changement n’a pas été enregistré. ${refusal.message}` };
  }

  const isSending = (address: CellAddress): boolean => sending.value.some((one) => sameCell(one, address));

  return { sending, waiting, flush, isSending };
}

import { AppError } from '../../kernel/errors';
import { refusalOf } from '../../platform/procedures/refusal';
import type { Services } from '../../platform/procedures/services';
import { keepPapers } from '../papers/paper-store';
import { printStateOf } from '../papers/print-signal';
import { logoDataUrl } from '../papers/town-look';
import { countUnprinted, nextUnprinted } from './invoices-to-print';
import type { InvoiceToPrint, UnprintedBatch } from './invoices-to-print';
import { queueInvoiceMails } from './mail-invoices';
import { printBatch } from './print-batch';

/** Printed as one document: enough to be quick, few enough to stay small in memory. */
const BATCH = 50;
/** Batches under way: one prints while the other is cut, checked and kept. */
const LANES = 2;

/**
 * Prints every invoice and credit note that no paper was kept of, and queues its mail with it. Ends
 * early when asked, or when nothing more can be printed (no browser, full disk): the state says why.
 * What a crash interrupted is printed by the next round, once.
 */
export async function printRound(services: Services, isStopped: () => boolean): Promise<void> {
  const { db, clock, log } = services;
  const state = printStateOf(db);
  Object.assign(state, { startedAt: clock.now(), toDo: await countUnprinted(db), done: 0, fault: null, failed: [] });
  const size = Math.min(BATCH, Math.max(1, Math.ceil(state.toDo / LANES)));
  let afterId = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const take = (): Promise<UnprintedBatch> => {
    const taken = turn.then(async () => {
      const batch = await nextUnprinted(db, afterId, size);
      afterId = batch.lastId ?? afterId;
      return batch;
    });
    turn = taken;
    return taken;
  };
  const lane = async (): Promise<void> => {
    while (!isStopped() && state.fault === null) {
      const { invoices, unreadable, lastId } = await take();
      if (lastId === null) return;
      if (unreadable.length > 0) log.error({ labels: unreadable }, 'kept papers that cannot be read');
      state.failed = [...state.failed, ...unreadable];
      try {
        if (invoices.length > 0) await printAndKeep(services, invoices);
      } catch (failure) {
        if (!(failure instanceof AppError)) log.error({ err: failure }, 'printing stopped');
        state.fault = refusalOf(failure, services, 'papers.print').message;
      }
    }
  };
  try {
    if (state.toDo > 0) await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    state.startedAt = null;
  }
}

async function printAndKeep(services: Services, batch: readonly InvoiceToPrint[]): Promise<void> {
  const state = printStateOf(services.db);
  const { printed, failed } = await printBatch(services, batch, await logoDataUrl(services.db));
  const kept = new Set(printed.map(({ subjectId }) => subjectId));
  await keepPapers(services, 'invoice', printed, () => queueInvoiceMails(services, batch.filter(({ id }) => kept.has(id))));
  state.done += printed.length;
  state.failed = [...state.failed, ...failed];
}

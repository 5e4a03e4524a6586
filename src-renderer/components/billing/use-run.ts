import { useQueryCache } from '@pinia/colada';
import { onBeforeUnmount, ref, shallowRef } from 'vue';
import type { RunOverview } from '../../../src-main/features/billing/schema';
import { api } from '../../api/client';
import { isAttended } from '../../composables/attention';
import { useNotice } from '../../composables/use-notice';

/** How often a month end is looked at: while it moves, and otherwise for what a colleague does. */
const MOVING_MS = 1000;
const RESTING_MS = 10_000;

const isMoving = ({ state, isAtWork, papers }: RunOverview): boolean =>
  isAtWork || (state !== 'preparing' && state !== 'abandoned' && (papers.printed < papers.invoices || papers.mailed + papers.mailFailed < papers.toMail));

/** One month end as the host knows it, followed while someone looks at it, and what may be done with it. */
export function useRun(id: number) {
  const cache = useQueryCache();
  const notice = useNotice();
  const data = shallowRef<RunOverview>();
  const error = ref<unknown>(null);
  const isLoading = ref(false);
  const isBusy = ref(false);
  let askedAt = 0;

  /** `quiet`: by itself, so that it asks nobody to sign in again. */
  async function load(quiet = false): Promise<void> {
    isLoading.value = true;
    askedAt = performance.now();
    try {
      data.value = await api.billing.overview.query({ runId: id }, { context: { quiet } });
      error.value = null;
    } catch (failure) {
      error.value = failure;
    } finally {
      isLoading.value = false;
    }
  }

  /** Does something, tells it, and shows where the run then stands. True when it was done. */
  async function act(work: () => Promise<unknown>, sentence = ''): Promise<boolean> {
    if (isBusy.value) return false;
    isBusy.value = true;
    try {
      await work();
      if (sentence) notice.said(sentence);
      return true;
    } catch (failure) {
      notice.refused(failure);
      return false;
    } finally {
      await Promise.all([load(), cache.invalidateQueries({ key: ['billing'] })]);
      isBusy.value = false;
    }
  }

  const timer = setInterval(() => {
    const run = data.value;
    if (!run || isLoading.value || isBusy.value || !isAttended()) return;
    if (performance.now() - askedAt >= (isMoving(run) ? MOVING_MS : RESTING_MS)) void load(true);
  }, 500);
  onBeforeUnmount(() => clearInterval(timer));
  void load();

  return { frame: { data, error, isLoading, refetch: () => load() }, run: data, isBusy, load, act };
}

export type RunHandle = ReturnType<typeof useRun>;

import { useQuery } from '@pinia/colada';
import { onBeforeUnmount, ref } from 'vue';
import { api } from '../../api/client';
import { isAttended } from '../../composables/attention';
import { useNotice } from '../../composables/use-notice';

const REFRESH_MS = 1000;

/** How far the PDFs of a month end are, followed while someone looks; stopped and taken up again. */
export function usePrintProgress(runId: number) {
  const notice = useNotice();
  const isBusy = ref(false);
  let isQuiet = false;
  const query = useQuery({ key: ['papers', 'progress', runId], query: () => api.papers.progress.query({ runId }, { context: { quiet: isQuiet } }), staleTime: 0 });

  async function act(work: () => Promise<unknown>): Promise<void> {
    if (isBusy.value) return;
    isBusy.value = true;
    try {
      await work();
      isQuiet = false;
      await query.refetch();
    } catch (error) {
      notice.refused(error);
    } finally {
      isBusy.value = false;
    }
  }

  const timer = setInterval(() => {
    const found = query.data.value;
    if (!found || found.printed >= found.total || query.isLoading.value || !isAttended()) return;
    isQuiet = true;
    void query.refetch();
  }, REFRESH_MS);
  onBeforeUnmount(() => clearInterval(timer));

  return { query, isBusy, retry: () => act(() => api.papers.retry.mutate()), stop: () => act(() => api.papers.stop.mutate()) };
}

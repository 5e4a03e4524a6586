import { useQuery } from '@pinia/colada';
import { computed, onBeforeUnmount, reactive, watch } from 'vue';
import { api } from '../../api/client';
import { isAttended } from '../../composables/attention';
import type { Show } from './message-words';

/** Parents write while the page is looked at. */
const REFRESH_MS = 30_000;
const TYPING_MS = 200;

/** The inbox as it is filtered, refreshed while someone is there. */
export function useInbox() {
  const filter = reactive({ departmentId: null as number | null, show: 'waiting' as Show, search: '', page: 0 });
  const asked = reactive({ ...filter });
  let typing: ReturnType<typeof setTimeout> | undefined;
  watch(filter, () => {
    clearTimeout(typing);
    typing = setTimeout(() => Object.assign(asked, filter), filter.search === asked.search ? 0 : TYPING_MS);
  });
  watch(() => [filter.departmentId, filter.show, filter.search], () => {
    filter.page = 0;
  });
  const query = useQuery({ key: () => ['messages', 'inbox', { ...asked }], query: () => api.messages.inbox.query({ ...asked }) });
  const departments = useQuery({ key: ['messages', 'departments'], query: () => api.messages.departments.query() });
  const timer = setInterval(() => {
    // Refreshed for nobody, the session would never end.
    if (isAttended()) void query.refetch();
  }, REFRESH_MS);
  onBeforeUnmount(() => {
    clearInterval(timer);
    clearTimeout(typing);
  });
  const waiting = computed(() => query.data.value?.waiting ?? 0);
  return { filter, query, departments, waiting };
}

import { computed, onBeforeUnmount, ref, watch } from 'vue';
import type { Ref } from 'vue';
import type { JournalEntry } from '../../../src-main/features/journal/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { api } from '../../api/client';
import { useNotice } from '../../composables/use-notice';
import { useTownTime } from '../../composables/use-town-time';

const PAGE = 50;

export interface JournalDay {
  readonly day: LocalDate;
  readonly entries: JournalEntry[];
}

/** The journal as it is filtered, day by day, with its pages backwards. */
export function useJournal(familyId: Ref<number | null>) {
  const time = useTownTime();
  const notice = useNotice();
  const search = ref('');
  const entries = ref<readonly JournalEntry[]>();
  const hasMore = ref(false);
  const error = ref<unknown>(null);
  const isLoading = ref(false);
  const isLoadingOlder = ref(false);
  let asked = 0;

  const filter = () => ({ ...(familyId.value && { familyId: familyId.value }), ...(search.value.trim() && { search: search.value.trim() }), limit: PAGE });

  async function load(): Promise<void> {
    asked += 1;
    const mine = asked;
    isLoading.value = true;
    try {
      const found = await api.journal.list.query(filter());
      if (mine !== asked) return;
      entries.value = found;
      hasMore.value = found.length === PAGE;
      error.value = null;
    } catch (failure) {
      if (mine === asked) error.value = failure;
    } finally {
      if (mine === asked) isLoading.value = false;
    }
  }

  async function loadOlder(): Promise<void> {
    const last = entries.value?.at(-1);
    if (!last) return;
    isLoadingOlder.value = true;
    try {
      const older = await api.journal.list.query({ ...filter(), beforeId: last.id });
      entries.value = [...(entries.value ?? []), ...older];
      hasMore.value = older.length === PAGE;
    } catch (failure) {
      notice.refused(failure);
    } finally {
      isLoadingOlder.value = false;
    }
  }

  const byDay = computed<JournalDay[] | undefined>(() => {
    if (!entries.value) return undefined;
    const days = new Map<LocalDate, JournalEntry[]>();
    for (const entry of entries.value) {
      const day = time.dayOf(entry.at);
      days.set(day, [...(days.get(day) ?? []), entry]);
    }
    return [...days].map(([day, group]) => ({ day, entries: group }));
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch([search, familyId], () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      entries.value = undefined;
      void load();
    }, 150);
  });
  onBeforeUnmount(() => clearTimeout(timer));
  void load();

  return { search, byDay, hasMore, isLoadingOlder, error, isLoading, load, loadOlder };
}

import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import { useNotice } from '../../composables/use-notice';

const PAGE = 200;
/** Typing asks once, at its end. */
const WAIT_MS = 150;

interface Page<Line> {
  readonly total: number;
  readonly lines: readonly Line[];
}

/**
 * A list that the host sorts, filters and counts, read by pages. `filter` is what it follows; an
 * answer that comes after a newer question is dropped.
 */
export function usePaged<Line, Answer extends Page<Line>>(filter: () => unknown, ask: (page: { offset: number; limit: number }) => Promise<Answer>) {
  const notice = useNotice();
  const answer = shallowRef<Answer>();
  const lines = shallowRef<readonly Line[]>();
  const error = ref<unknown>(null);
  const isLoading = ref(false);
  let asked = 0;

  async function load(): Promise<void> {
    asked += 1;
    const mine = asked;
    isLoading.value = true;
    try {
      const found = await ask({ offset: 0, limit: PAGE });
      if (mine !== asked) return;
      answer.value = found;
      lines.value = found.lines;
      error.value = null;
    } catch (failure) {
      if (mine === asked) error.value = failure;
    } finally {
      if (mine === asked) isLoading.value = false;
    }
  }

  async function loadMore(): Promise<void> {
    const mine = asked;
    try {
      const more = await ask({ offset: lines.value?.length ?? 0, limit: PAGE });
      if (mine === asked) lines.value = [...(lines.value ?? []), ...more.lines];
    } catch (failure) {
      notice.refused(failure);
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(filter, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void load(), WAIT_MS);
  });
  onBeforeUnmount(() => clearTimeout(timer));
  void load();

  const left = computed(() => (answer.value?.total ?? 0) - (lines.value?.length ?? 0));
  return { answer, lines, error, isLoading, left, load, loadMore };
}

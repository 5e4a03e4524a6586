import { computed, reactive, ref, shallowReactive, watch } from 'vue';
import type { FamilyLine, ListInput } from '../../../src-main/features/families/schema';
import { api } from '../../api/client';

export type FamilySort = NonNullable<ListInput['sort']>;

/** What the list is narrowed to. */
export interface FamilyFilter {
  text: string;
  archived: boolean;
  schoolId: number | null;
  sort: FamilySort;
  descending: boolean;
}

export const PAGE = 100;
const WAIT_MS = 90;

/**
 * The list of families, however long: the host sorts and filters, and gives a hundred lines at a
 * time, asked for when they come in sight. An answer that comes after a newer question is dropped.
 */
export function useFamilyList(filter: FamilyFilter) {
  const total = ref<number | null>(null);
  const pages = shallowReactive(new Map<number, readonly FamilyLine[]>());
  const state = reactive({ error: null as unknown, isLoading: false });
  const asked = new Set<number>();
  /** The lines shown answer an earlier question than what is typed. */
  const isBehind = ref(false);
  let question = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function fetchPage(page: number): Promise<void> {
    if (asked.has(page)) return;
    asked.add(page);
    const mine = question;
    state.isLoading = true;
    try {
      const { text, archived, schoolId, sort, descending } = filter;
      const found = await api.families.list.query({ text, archived, ...(schoolId !== null && { schoolId }), sort, descending, offset: page * PAGE, limit: PAGE });
      if (mine !== question) return;
      if (page === 0) {
        isBehind.value = false;
        pages.clear();
        total.value = found.total;
      }
      pages.set(page, found.lines);
      state.error = null;
    } catch (error) {
      if (mine !== question) return;
      asked.delete(page);
      state.error = error;
    } finally {
      if (mine === question) state.isLoading = false;
    }
  }

  /** Asks anew; the lines of before stay until the answer is there. */
  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    question += 1;
    asked.clear();
    void fetchPage(0);
  }

  watch(() => filter.text, () => {
    isBehind.value = true;
  }, { flush: 'sync' });
  watch(() => [filter.text, filter.archived, filter.schoolId, filter.sort, filter.descending] as const, ([text], [before]) => {
    if (text !== before) {
      clearTimeout(timer);
      timer = setTimeout(start, WAIT_MS);
    } else if (timer === undefined) start();
  });
  start();

  const lineAt = (index: number): FamilyLine | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  /** Asks for the pages that hold these lines, if they are not there. */
  const show = (first: number, end: number): void => {
    for (let page = Math.floor(first / PAGE); page * PAGE < Math.min(end, total.value ?? 0); page += 1) void fetchPage(page);
  };

  return { total, lineAt, show, start, isBehind, error: computed(() => state.error), isLoading: computed(() => state.isLoading) };
}

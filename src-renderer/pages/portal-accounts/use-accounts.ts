import { computed, reactive, ref, watch } from 'vue';
import type { InvitationState, PortalAccount, PortalAccountList } from '../../../src-main/features/accounts/schema';
import { api } from '../../api/client';

const PAGE = 200;
const WAIT_MS = 120;

/** What the list is narrowed to. */
export interface AccountFilter {
  search: string;
  state: InvitationState | null;
  schoolId: number | null;
  classId: number | null;
}

/** Guardians and their access, two hundred at a time; an answer to an older question is dropped. */
export function useAccounts() {
  const filter = reactive<AccountFilter>({ search: '', state: null, schoolId: null, classId: null });
  const accounts = ref<PortalAccount[]>();
  const counts = ref<PortalAccountList['counts']>();
  const total = ref(0);
  const error = ref<unknown>(null);
  const isLoading = ref(false);
  let question = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(offset: number): Promise<void> {
    question += 1;
    const mine = question;
    isLoading.value = true;
    try {
      const { search, state, schoolId, classId } = filter;
      const found = await api.portalAccounts.list.query({ search, ...(state && { state }), ...(schoolId !== null && { schoolId }), ...(classId !== null && { classId }), offset, limit: PAGE });
      if (mine !== question) return;
      accounts.value = offset === 0 ? [...found.accounts] : [...(accounts.value ?? []), ...found.accounts];
      total.value = found.total;
      counts.value = found.counts;
      error.value = null;
    } catch (failure) {
      if (mine === question) error.value = failure;
    } finally {
      if (mine === question) isLoading.value = false;
    }
  }

  const refresh = (): Promise<void> => ask(0);
  watch(() => filter.search, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), WAIT_MS);
  });
  watch(() => filter.schoolId, () => {
    filter.classId = null;
  });
  watch(() => [filter.state, filter.schoolId, filter.classId], () => void refresh());
  void refresh();

  return {
    filter, accounts, counts, total, error, isLoading, refresh,
    hasMore: computed(() => (accounts.value?.length ?? 0) < total.value),
    showMore: () => ask(accounts.value?.length ?? 0),
  };
}

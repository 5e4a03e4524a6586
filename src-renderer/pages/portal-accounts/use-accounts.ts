import { computed, reactive, ref, watch } from 'vue';
import type { InvitationState, PortalAccount, PortalAccountFilter, PortalAccountList } from '../../../src-main/features/accounts/schema';
import { api } from '../../api/client';

const PAGE = 200;
/** A town's guardians are all shown, so that "all" can be chosen; beyond this the list asks to be narrowed. */
const MOST = 1000;
const WAIT_MS = 120;

/** What the list is narrowed to. */
export interface AccountFilter {
  search: string;
  state: InvitationState | null;
  schoolId: number | null;
  classId: number | null;
}

/** Guardians and their access; an answer to an older question is dropped. */
export function useAccounts() {
  const filter = reactive<AccountFilter>({ search: '', state: null, schoolId: null, classId: null });
  const accounts = ref<PortalAccount[]>();
  const counts = ref<PortalAccountList['counts']>();
  const total = ref(0);
  const error = ref<unknown>(null);
  const isLoading = ref(false);
  let question = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    question += 1;
    const mine = question;
    isLoading.value = true;
    try {
      const all: PortalAccount[] = [];
      do {
        const found = await api.portalAccounts.list.query({ ...asked(), offset: all.length, limit: PAGE });
        if (mine !== question) return;
        all.push(...found.accounts);
        total.value = found.total;
        counts.value = found.counts;
        if (found.accounts.length === 0) break;
      } while (all.length < Math.min(total.value, MOST));
      accounts.value = all;
      error.value = null;
    } catch (failure) {
      if (mine === question) error.value = failure;
    } finally {
      if (mine === question) isLoading.value = false;
    }
  }

  function asked(): PortalAccountFilter {
    const { search, state, schoolId, classId } = filter;
    return { search, ...(state && { state }), ...(schoolId !== null && { schoolId }), ...(classId !== null && { classId }) };
  }

  watch(() => filter.search, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), WAIT_MS);
  });
  watch(() => filter.schoolId, () => {
    filter.classId = null;
  });
  watch(() => [filter.state, filter.schoolId, filter.classId], () => void refresh());
  void refresh();

  /** True when there are more than are shown. */
  const isCut = computed(() => accounts.value !== undefined && accounts.value.length < total.value);
  return { filter, accounts, counts, total, error, isLoading, refresh, isCut };
}

import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import type { BulkPlan } from '../../../../../src-main/features/bookings/bulk-schema';
import type { Refusal } from '../../../../../src-main/kernel/errors';
import { isLocalDate } from '../../../../../src-main/kernel/local-date';
import { portal } from '../../../api/portal';
import { refusalOf } from '../../../api/refusal';
import { withSession } from '../../../api/with-session';
import type { BulkForm } from './bulk-form';

/** Choices that follow each other are asked together. */
const PAUSE_MS = 200;

/** What the form asks for; null while something is missing. */
export function askedOf({ service, childIds, weekdays, from, to, mode, every }: BulkForm) {
  if (weekdays.length === 0 || !isLocalDate(from) || !isLocalDate(to)) return null;
  return { service, childIds: [...childIds], weekdays: [...weekdays], from, to, mode, every };
}

/** The plan of what is chosen, asked again at each change; an answer that comes after a newer question is dropped. */
export function useBulkPreview(form: BulkForm) {
  const plan = shallowRef<BulkPlan | null>(null);
  const refusal = ref<Refusal | null>(null);
  const fetching = ref(false);
  const asked = computed(() => (form.step === 3 ? askedOf(form) : null));
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    turn += 1;
    const mine = turn;
    const input = asked.value;
    if (!input) return;
    try {
      const found = await withSession(() => portal.bookings.bulkPreview.query(input));
      if (mine === turn) [plan.value, refusal.value] = [found, null];
    } catch (error) {
      if (mine === turn) [plan.value, refusal.value] = [null, refusalOf(error)];
    } finally {
      if (mine === turn) fetching.value = false;
    }
  }

  watch(asked, (input) => {
    clearTimeout(timer);
    turn += 1;
    refusal.value = null;
    fetching.value = input !== null;
    if (input) timer = setTimeout(() => void ask(), PAUSE_MS);
    else plan.value = null;
  }, { immediate: true });
  onBeforeUnmount(() => clearTimeout(timer));

  return { plan, refusal, fetching, asked, ask };
}

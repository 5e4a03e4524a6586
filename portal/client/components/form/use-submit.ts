import { nextTick, reactive, ref } from 'vue';
import type { Refusal } from '../../../../src-main/kernel/errors';
import { refusalOf } from '../../api/refusal';

/**
 * Sends a form once at a time. A refusal is kept for its fields and its summary, what was typed
 * stays, and the focus goes to the first field in error.
 */
export function useSubmit(action: () => Promise<void>) {
  const busy = ref(false);
  const state = reactive<{ refusal: Refusal | null }>({ refusal: null });

  async function submit(): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    state.refusal = null;
    try {
      await action();
    } catch (error) {
      state.refusal = refusalOf(error);
      await nextTick();
      (document.querySelector<HTMLElement>('[aria-invalid="true"]') ?? document.querySelector<HTMLElement>('[data-form-error]'))?.focus();
    } finally {
      busy.value = false;
    }
  }

  const errorOf = (field: string): string | null => state.refusal?.fields[field] ?? null;
  return { busy, state, submit, errorOf };
}

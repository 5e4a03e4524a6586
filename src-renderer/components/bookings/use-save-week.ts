import { useQueryCache } from '@pinia/colada';
import { onBeforeUnmount, ref } from 'vue';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { api } from '../../api/client';
import { refusalOfError } from '../../api/refusal';
import { useNotice } from '../../composables/use-notice';
import { useShortcut } from '../../composables/use-shortcut';
import { mayLeave, watchUnsaved } from '../../composables/unsaved';
import type { WeekChanges } from './week-changes';

/**
 * Saves what is ticked, all or nothing. What the host refuses comes back to its cells and opens the
 * panel; with a reason, staff decide all the same. Leaving with something ticked asks first.
 */
export function useSaveWeek(changes: WeekChanges, monday: () => LocalDate | undefined) {
  const cache = useQueryCache();
  const notice = useNotice();
  const isSaving = ref(false);
  const isRefused = ref(false);
  const reasonError = ref<string>();
  const isDirty = (): boolean => changes.list.value.length > 0;

  async function save(forceReason: string | null = null): Promise<void> {
    const week = monday();
    if (isSaving.value || !isDirty() || !week) return;
    isSaving.value = true;
    reasonError.value = undefined;
    try {
      const result = await api.bookings.save.mutate({ monday: week, changes: changes.list.value, forceReason });
      if (result.saved) await settle(result.sentence);
      else {
        changes.refuse(result.refusals);
        isRefused.value = true;
      }
    } catch (error) {
      reasonError.value = refusalOfError(error).fields.forceReason;
      if (!reasonError.value) notice.refused(error);
    } finally {
      isSaving.value = false;
    }
  }

  async function settle(sentence: string): Promise<void> {
    isRefused.value = false;
    // What was saved is read again before the ticks go: nothing flickers back meanwhile.
    await cache.invalidateQueries({ key: ['bookings'] });
    changes.clear();
    notice.said(sentence);
  }

  function dropRefused(): void {
    changes.dropRefused();
    isRefused.value = false;
  }

  /** Asks before ticks are lost; true when the week may be left, and then they are gone. */
  async function leaveWeek(): Promise<boolean> {
    if (!(await mayLeave())) return false;
    changes.clear();
    return true;
  }

  onBeforeUnmount(watchUnsaved(isDirty));
  useShortcut({ keys: 'ctrl+s', when: isDirty, run: () => void save() });

  return { isSaving, isRefused, reasonError, save, dropRefused, leaveWeek };
}

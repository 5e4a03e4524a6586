import { onBeforeUnmount, ref, watch } from 'vue';
import type { Ref } from 'vue';
import type { Version } from '../../../src-main/features/rulebook/schema';
import type { DraftPreview } from '../../../src-main/features/town-rules/schema';
import { api } from '../../api/client';

const WAIT_MS = 350;

/**
 * What the host makes of the text on the screen, asked again as it is typed. While a part cannot be
 * read the rest of the last reading stays. An answer that comes after a newer question is dropped.
 */
export function useDraftPreview(version: () => Version): Ref<DraftPreview | null> {
  const preview = ref<DraftPreview | null>(null);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    asked += 1;
    const number = asked;
    try {
      const answer = await api.rules.preview.mutate({ version: version() });
      if (number !== asked) return;
      preview.value = Object.keys(answer.fields).length > 0 && preview.value ? { ...preview.value, fields: answer.fields } : answer;
    } catch {
      // The last reading stays; saving will tell what failed.
      return;
    }
  }

  watch(version, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), WAIT_MS);
  }, { deep: true });
  void ask();
  onBeforeUnmount(() => clearTimeout(timer));
  return preview;
}

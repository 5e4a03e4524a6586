import { ref, watch } from 'vue';
import type { FamilyLine } from '../../../src-main/features/families/schema';
import { api } from '../../api/client';
import { refusalOfError } from '../../api/refusal';

const WAIT_MS = 120;

/** Families as they are typed, with their people; an answer that comes after a newer question is dropped. */
export function useFoundLines() {
  const typed = ref('');
  const lines = ref<readonly FamilyLine[] | null>(null);
  const failure = ref<string | null>(null);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(typed, (text) => {
    clearTimeout(timer);
    asked += 1;
    failure.value = null;
    if (text.trim().length < 2) {
      lines.value = null;
      return;
    }
    timer = setTimeout(() => void ask(text, asked), WAIT_MS);
  });

  async function ask(text: string, number: number): Promise<void> {
    try {
      const found = await api.families.search.query({ text, limit: 12 });
      if (number === asked) lines.value = found;
    } catch (error) {
      if (number === asked) failure.value = refusalOfError(error).message;
    }
  }

  return { typed, lines, failure };
}

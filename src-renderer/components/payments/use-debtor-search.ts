import { computed, ref, shallowRef, watch } from 'vue';
import type { FoundDebtor } from '../../../src-main/features/payments/schema';
import { counted } from '../../../src-main/kernel/text';
import { api } from '../../api/client';
import { refusalOfError } from '../../api/refusal';

const WAIT_MS = 120;

/** Families as they are typed by name, child or invoice; an answer that comes after a newer question is dropped. */
export function useDebtorSearch() {
  const typed = ref('');
  const found = shallowRef<readonly FoundDebtor[]>([]);
  const isSearching = ref(false);
  const failure = ref<string | null>(null);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(typed, (text) => {
    clearTimeout(timer);
    failure.value = null;
    asked += 1;
    found.value = [];
    isSearching.value = text.trim() !== '';
    if (isSearching.value) timer = setTimeout(() => void ask(text.trim().slice(0, 120), asked), WAIT_MS);
  });

  async function ask(text: string, number: number): Promise<void> {
    try {
      const answer = await api.payments.find.query({ text });
      if (number === asked) found.value = answer;
    } catch (error) {
      if (number === asked) failure.value = refusalOfError(error).message;
    } finally {
      if (number === asked) isSearching.value = false;
    }
  }

  const sentence = computed(() => {
    if (failure.value) return failure.value;
    if (isSearching.value) return 'Recherche…';
    if (found.value.length === 0) return 'Aucune famille ni facture trouvée. Vérifiez l’orthographe ou le numéro.';
    return counted(found.value.length, 'famille trouvée', 'familles trouvées');
  });
  return { typed, found, isSearching, sentence };
}

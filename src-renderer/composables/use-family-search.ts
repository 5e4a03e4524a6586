import { computed, ref, watch } from 'vue';
import type { FamilyLine } from '../../src-main/features/families/schema';
import { counted, enumerated } from '../../src-main/kernel/text';
import { api } from '../api/client';
import { refusalOfError } from '../api/refusal';

export interface FoundFamily {
  readonly id: number;
  readonly name: string;
  /** What tells it from another: children, town, phone. */
  readonly words: string;
}

function foundFamily({ id, name, archived, adults, children, city, phone }: FamilyLine): FoundFamily {
  const firstNames = enumerated(children.map((child) => child.firstName));
  const others = adults.filter((adult) => adult.kind === 'guardian').map((adult) => adult.name).join(', ');
  return { id, name: archived ? `${name} (archivée)` : name, words: [firstNames, others, phone, city].filter(Boolean).join(' · ') };
}

const WAIT_MS = 120;

/** Families as they are typed; an answer that comes after a newer question is dropped. */
export function useFamilySearch() {
  const typed = ref('');
  const found = ref<readonly FoundFamily[]>([]);
  const isSearching = ref(false);
  const failure = ref<string | null>(null);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(typed, (text) => {
    clearTimeout(timer);
    failure.value = null;
    asked += 1;
    if (text.trim().length < 2) {
      found.value = [];
      isSearching.value = false;
      return;
    }
    isSearching.value = true;
    timer = setTimeout(() => void ask(text.trim(), asked), WAIT_MS);
  });

  async function ask(text: string, number: number): Promise<void> {
    try {
      const lines = await api.families.search.query({ text, limit: 20 });
      if (number === asked) found.value = lines.map(foundFamily);
    } catch (error) {
      if (number === asked) failure.value = refusalOfError(error).message;
    } finally {
      if (number === asked) isSearching.value = false;
    }
  }

  const sentence = computed(() => {
    if (failure.value) return failure.value;
    if (typed.value.trim().length < 2) return 'Écrivez au moins deux lettres.';
    if (isSearching.value) return 'Recherche…';
    if (found.value.length === 0) return 'Aucune famille trouvée. Vérifiez l’orthographe ou essayez un prénom d’enfant.';
    return counted(found.value.length, 'famille trouvée', 'familles trouvées');
  });

  return { typed, found, isSearching, sentence };
}

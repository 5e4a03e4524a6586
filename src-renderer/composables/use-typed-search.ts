import { computed, ref, shallowRef, watch } from 'vue';
import { counted } from '../../src-main/kernel/text';
import { refusalOfError } from '../api/refusal';

const WAIT_MS = 120;
const LONGEST = 120;

export interface TypedSearch<Found> {
  /** Letters from which on it is looked for. */
  readonly least: number;
  /** Asks the host. */
  readonly ask: (text: string) => Promise<readonly Found[]>;
  /** What to do when nothing is found. */
  readonly nothing: string;
  /** Said while too few letters are typed. */
  readonly tooShort?: string;
}

/** Families as they are typed; an answer that comes after a newer question is dropped. */
export function useTypedSearch<Found>({ least, ask, nothing, tooShort = '' }: TypedSearch<Found>) {
  const typed = ref('');
  const found = shallowRef<readonly Found[]>([]);
  const isSearching = ref(false);
  const failure = ref<string | null>(null);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(typed, (text) => {
    clearTimeout(timer);
    failure.value = null;
    asked += 1;
    isSearching.value = text.trim().length >= least;
    if (isSearching.value) timer = setTimeout(() => void look(text.trim().slice(0, LONGEST), asked), WAIT_MS);
    else found.value = [];
  });

  async function look(text: string, number: number): Promise<void> {
    try {
      const answer = await ask(text);
      if (number === asked) found.value = answer;
    } catch (error) {
      if (number !== asked) return;
      found.value = [];
      failure.value = refusalOfError(error).message;
    } finally {
      if (number === asked) isSearching.value = false;
    }
  }

  const sentence = computed(() => {
    if (failure.value) return failure.value;
    if (typed.value.trim().length < least) return tooShort;
    if (isSearching.value) return 'Recherche…';
    if (found.value.length === 0) return nothing;
    return counted(found.value.length, 'famille trouvée', 'familles trouvées');
  });
  return { typed, found, isSearching, sentence };
}

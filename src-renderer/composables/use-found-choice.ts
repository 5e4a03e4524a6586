import { ref, watch } from 'vue';
import type { Ref } from 'vue';

interface Search<Found> {
  readonly typed: Ref<string>;
  readonly found: Ref<readonly Found[]>;
  readonly isSearching: Ref<boolean>;
}

/**
 * Chooses among what a search finds by arrows and Enter; lines have the ids `${id}-0`, `${id}-1`…
 * Enter pressed before the answer is there chooses once it is: what is still shown answers another question.
 */
export function useFoundChoice<Found>({ typed, found, isSearching }: Search<Found>, id: string, choose: (one: Found) => void) {
  const active = ref(0);
  const isAwaited = ref(false);
  watch(typed, () => {
    isAwaited.value = false;
  });
  watch(found, ([first]) => {
    active.value = 0;
    if (isAwaited.value && first) choose(first);
  });

  /** True when the key was one of its own. */
  function press(event: KeyboardEvent): boolean {
    if (event.key === 'Enter') {
      event.preventDefault();
      const one = found.value[active.value];
      if (isSearching.value) isAwaited.value = true;
      else if (one) choose(one);
      return true;
    }
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || found.value.length === 0) return false;
    event.preventDefault();
    active.value = (active.value + (event.key === 'ArrowDown' ? 1 : -1) + found.value.length) % found.value.length;
    document.getElementById(`${id}-${active.value}`)?.scrollIntoView({ block: 'nearest' });
    return true;
  }
  return { active, press };
}

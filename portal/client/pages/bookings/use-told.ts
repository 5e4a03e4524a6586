import { onBeforeUnmount, onMounted, ref } from 'vue';
import type { RouteLocationRaw } from 'vue-router';

/** What a cell tells: why it is so, and the way to ask for it all the same. */
export interface Told {
  readonly id: string;
  readonly reason: string;
  readonly ask: RouteLocationRaw | null;
}

interface Placed extends Told {
  readonly left: number;
  readonly top: number;
}

const WIDTH = 272;
const EDGE = 8;

/** The reason of a cell, just under it, above whatever scrolls: where it stands on the screen. */
export function useTold() {
  const told = ref<Placed | null>(null);

  function place(asked: Told): void {
    const box = document.getElementById(asked.id)?.getBoundingClientRect();
    const left = box ? box.left + box.width / 2 - WIDTH / 2 : 0;
    told.value = box ? { ...asked, left: Math.max(EDGE, Math.min(left, innerWidth - WIDTH - EDGE)), top: box.bottom + 4 } : null;
  }

  /** Null: there is nothing more to tell. */
  function tell(asked: Told | null): void {
    if (asked) place(asked);
    else told.value = null;
  }

  /** The focus brings a cell into view: its reason goes with it. */
  const follow = (): void => {
    if (told.value) place(told.value);
  };
  onMounted(() => addEventListener('scroll', follow, { capture: true, passive: true }));
  onBeforeUnmount(() => removeEventListener('scroll', follow, { capture: true }));
  return { told, tell };
}

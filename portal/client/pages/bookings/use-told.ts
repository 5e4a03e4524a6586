import { onBeforeUnmount, onMounted, ref } from 'vue';

interface Told {
  readonly id: string;
  readonly reason: string;
  readonly left: number;
  readonly top: number;
}

const WIDTH = 256;
const EDGE = 8;

/** The reason of a cell, just under it, above whatever scrolls: where it stands on the screen. */
export function useTold() {
  const told = ref<Told | null>(null);

  function place(id: string, reason: string): void {
    const box = document.getElementById(id)?.getBoundingClientRect();
    const left = box ? box.left + box.width / 2 - WIDTH / 2 : 0;
    told.value = box ? { id, reason, left: Math.max(EDGE, Math.min(left, innerWidth - WIDTH - EDGE)), top: box.bottom + 4 } : null;
  }

  function tell(id: string, reason: string | null, open: boolean): void {
    if (!open || !reason) told.value = null;
    else place(id, reason);
  }

  /** The focus brings a cell into view: its reason goes with it. */
  const follow = (): void => {
    if (told.value) place(told.value.id, told.value.reason);
  };
  onMounted(() => addEventListener('scroll', follow, { capture: true, passive: true }));
  onBeforeUnmount(() => removeEventListener('scroll', follow, { capture: true }));
  return { told, tell };
}

import { computed, onBeforeUnmount, onMounted, ref } from 'vue';
import type { ComputedRef, Ref } from 'vue';

/** Rows kept beyond the edges, so that a quick scroll shows no gap. */
const MARGIN = 12;
/** Under this many rows all are drawn: find-in-page and printing then see them all. */
const DRAW_ALL_BELOW = 120;

export interface VirtualRows {
  readonly first: ComputedRef<number>;
  /** Not included. */
  readonly end: ComputedRef<number>;
  readonly above: ComputedRef<number>;
  readonly below: ComputedRef<number>;
  readonly scrollTo: (index: number) => void;
}

/** Draws only the rows in sight of a scrolling box; all have the same height, in pixels. */
export function useVirtualRows(box: Ref<HTMLElement | null>, count: () => number, rowHeight: number): VirtualRows {
  const scrolled = ref(0);
  const height = ref(600);
  const measure = (): void => {
    scrolled.value = box.value?.scrollTop ?? 0;
    height.value = box.value?.clientHeight || height.value;
  };
  const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure);
  onMounted(() => {
    box.value?.addEventListener('scroll', measure, { passive: true });
    if (box.value) observer?.observe(box.value);
    measure();
  });
  onBeforeUnmount(() => observer?.disconnect());

  const whole = computed(() => count() <= DRAW_ALL_BELOW);
  const first = computed(() => (whole.value ? 0 : Math.max(0, Math.min(count(), Math.floor(scrolled.value / rowHeight)) - MARGIN)));
  const end = computed(() => (whole.value ? count() : Math.min(count(), Math.ceil((scrolled.value + height.value) / rowHeight) + MARGIN)));
  return {
    first,
    end,
    above: computed(() => first.value * rowHeight),
    below: computed(() => Math.max(0, count() - end.value) * rowHeight),
    scrollTo: (index) => {
      const view = box.value;
      if (!view) return;
      const top = index * rowHeight;
      // The sticky head covers the first line of the box.
      if (top < view.scrollTop) view.scrollTop = top;
      else if (top + 2 * rowHeight > view.scrollTop + view.clientHeight) view.scrollTop = top + 2 * rowHeight - view.clientHeight;
      measure();
    },
  };
}

import { nextTick, ref, watch } from 'vue';
import type { Ref } from 'vue';
import { moveIn, within } from './grid-moves';
import type { Place, Size } from './grid-moves';

export interface GridActions {
  /** Space or a click on a cell. */
  readonly press: (place: Place, element: HTMLElement) => void;
  /** Enter on a cell, Enter, Space or a click on a head. */
  readonly open: (place: Place, element: HTMLElement) => void;
  readonly toggleLine: (row: number) => void;
  readonly toggleDay: (column: number) => void;
  readonly turnWeek: (step: -1 | 1) => void;
}

/**
 * The keyboard of a grid with one tab stop: arrows, Home and End move, Space presses, Shift+Space
 * takes the line, Ctrl+Space the day, Enter opens, PageUp and PageDown turn the week. Cells carry
 * `data-place="row:column"`. Letters are left alone.
 */
export function useGridKeys(box: Ref<HTMLElement | null>, size: () => Size, actions: GridActions) {
  const focus = ref<Place>({ row: 0, column: 0 });
  watch(size, (now) => {
    focus.value = within(focus.value, now);
  });

  async function goTo(place: Place): Promise<void> {
    focus.value = within(place, size());
    await nextTick();
    elementAt(focus.value)?.focus();
  }

  const elementAt = ({ row, column }: Place): HTMLElement | null => box.value?.querySelector<HTMLElement>(`[data-place='${row}:${column}']`) ?? null;

  function placeOf(event: Event): { place: Place; element: HTMLElement } | null {
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
    const [row, column] = (element?.dataset.place ?? '').split(':').map(Number);
    return element && row !== undefined && column !== undefined ? { place: { row, column }, element } : null;
  }

  function keydown(event: KeyboardEvent): void {
    const at = placeOf(event);
    if (!at || event.altKey || event.metaKey) return;
    if (run(event, at.place, at.element)) event.preventDefault();
  }

  function run(event: KeyboardEvent, place: Place, element: HTMLElement): boolean {
    const { key, ctrlKey, shiftKey } = event;
    if (key === 'PageUp' || key === 'PageDown') {
      actions.turnWeek(key === 'PageUp' ? -1 : 1);
      return true;
    }
    if (key === ' ') {
      if (shiftKey) actions.toggleLine(place.row);
      else if (ctrlKey) actions.toggleDay(place.column);
      else (isHead(place) ? actions.open : actions.press)(place, element);
      return true;
    }
    if (key === 'Enter' && !ctrlKey) {
      actions.open(place, element);
      return true;
    }
    const target = shiftKey ? null : moveIn(key, ctrlKey, place, size());
    if (target) void goTo(target);
    return target !== null;
  }

  function click(event: Event): void {
    const at = placeOf(event);
    if (!at) return;
    focus.value = at.place;
    at.element.focus({ preventScroll: true });
    (isHead(at.place) ? actions.open : actions.press)(at.place, at.element);
  }

  function focusIn(event: Event): void {
    const at = placeOf(event);
    if (at) focus.value = at.place;
  }

  return { focus, goTo, elementAt, keydown, click, focusIn };
}

export const isHead = ({ row, column }: Place): boolean => row === -1 || column === -1;

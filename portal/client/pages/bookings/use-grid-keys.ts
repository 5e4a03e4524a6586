import { ref } from 'vue';
import { moveInGrid } from './grid-keys';
import type { Position } from './grid-keys';

/**
 * One stop for the Tab key in a child's table; arrows, Home and End go from cell to cell. Cells say
 * where they are by `data-row` and `data-column`; column 0 is the name of the service.
 */
export function useGridKeys(size: () => { rows: number; columns: number }) {
  const current = ref<Position>({ row: 0, column: 1 });

  const tabIndex = (row: number, column: number): 0 | -1 => (current.value.row === row && current.value.column === column ? 0 : -1);

  function onFocusIn(event: FocusEvent): void {
    const at = positionOf(event.target);
    if (at) current.value = at;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const from = positionOf(event.target);
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const { rows, columns } = size();
    const to = moveInGrid(event.key, from, rows, columns);
    if (!to) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus();
  }

  return { tabIndex, onFocusIn, onKeyDown };
}

function positionOf(target: EventTarget | null): Position | null {
  const cell = (target as HTMLElement | null)?.closest<HTMLElement>('[data-row]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}

import type { Cell, CellChange, PeriodTable } from '../../../../src-main/features/bookings/schema';
import type { CellAddress } from '../../state/pending-changes';
import { savedOf } from './cell-view';

/** The cell of a table, or null when the table does not show it. */
export function cellAt(table: PeriodTable, { childId, service, day }: CellAddress): Cell | null {
  const row = table.children.find((child) => child.childId === childId)?.rows.find((one) => one.service === service);
  return row?.cells.find((cell) => cell.day === day) ?? null;
}

/** The ticks that still mean something: their cell is shown, and it is not saved that way already (by the other parent). */
export const stillWanted = (changes: readonly CellChange[], table: PeriodTable): CellChange[] =>
  changes.filter((change) => {
    const cell = cellAt(table, change);
    return cell !== null && savedOf(cell) !== change.booked;
  });

/** Where the focus stands: row -1 is the head with the days, column -1 the names. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Where an arrow key, Home or End leads; null when the key leads nowhere. Ctrl with Home and End: the first and the last line. */
export function moveIn(key: string, ctrl: boolean, { row, column }: Place, size: Size): Place | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const moves: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: ctrl ? { row: 0, column: 0 } : { row, column: 0 },
    End: ctrl ? { row: lastRow, column: lastColumn } : { row, column: lastColumn },
  };
  const target = moves[key];
  return target ? within(target, size) : null;
}

/** Keeps a place inside the grid; the corner above the names holds nothing. */
export function within({ row, column }: Place, { rows, columns }: Size): Place {
  const bounded = { row: Math.max(-1, Math.min(rows - 1, row)), column: Math.max(-1, Math.min(columns - 1, column)) };
  return bounded.row === -1 && bounded.column === -1 ? { row: Math.min(0, rows - 1), column: -1 } : bounded;
}

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in a grid of rows and columns (from 0); null for a key that does not move. */
export function moveInGrid(key: string, { row, column }: Position, rows: number, columns: number): Position | null {
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowLeft': return { row, column: within(column - 1, columns) };
    case 'ArrowRight': return { row, column: within(column + 1, columns) };
    case 'ArrowUp': return { row: within(row - 1, rows), column };
    case 'ArrowDown': return { row: within(row + 1, rows), column };
    case 'Home': return { row, column: 0 };
    case 'End': return { row, column: columns - 1 };
    default: return null;
  }
}

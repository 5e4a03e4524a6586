import type { SortValue } from '../../composables/use-sorted-rows';

/** A column of a `DataTable`. Its cell shows `text`, or the slot `cell-<key>`. */
export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly text?: (row: Row) => string;
  readonly sortBy?: (row: Row) => SortValue;
  readonly align?: 'start' | 'center' | 'end';
  /** Tailwind width class: `w-40`. */
  readonly width?: string;
  /** Hidden where the screen is narrower. */
  readonly from?: 'sm' | 'md' | 'lg' | 'xl';
  /** Hidden until chosen in the list of columns. */
  readonly optional?: boolean;
}

export const ALIGN = { start: 'text-start', center: 'text-center', end: 'text-end' } as const;
export const FROM = { sm: 'max-sm:hidden', md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' } as const;

/** Height of a row, in pixels: all are equal, so that only those in sight are drawn. A finger needs more. */
export const ROW_HEIGHT = matchMedia('(pointer: coarse)').matches ? 46 : 38;

/** Where the arrow keys lead from a row; null when the key leads nowhere. */
export function nextRow(key: string, index: number, count: number): number | null {
  const last = count - 1;
  const moves: Record<string, number> = {
    ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + 10, PageUp: index - 10, Home: 0, End: last,
  };
  const target = moves[key];
  return target === undefined ? null : Math.max(0, Math.min(last, target));
}

import { computed, ref } from 'vue';
import type { ComputedRef, Ref } from 'vue';
import { compareFrench } from '../../src-main/kernel/text';

export type SortValue = string | number | null;

export interface Sortable<Row> {
  readonly key: string;
  /** What the column is sorted by; without it, it is not sortable. */
  readonly sortBy?: (row: Row) => SortValue;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

export interface SortedRows<Row> {
  readonly sorting: Ref<Sorting | null>;
  readonly sorted: ComputedRef<readonly Row[]>;
  /** Ascending, descending, then the order in which rows came. */
  readonly sortOn: (key: string) => void;
}

/** Rows in the order asked by a click on a column's head; French collation, empty values last. */
export function useSortedRows<Row>(rows: () => readonly Row[], columns: () => readonly Sortable<Row>[], start: Sorting | null): SortedRows<Row> {
  const sorting = ref(start) as Ref<Sorting | null>;
  const sorted = computed(() => {
    const asked = sorting.value;
    const by = asked && columns().find((column) => column.key === asked.key)?.sortBy;
    if (!asked || !by) return rows();
    const sign = asked.descending ? -1 : 1;
    return [...rows()].sort((left, right) => compareValues(by(left), by(right), sign));
  });
  const sortOn = (key: string): void => {
    if (sorting.value?.key !== key) sorting.value = { key, descending: false };
    else sorting.value = sorting.value.descending ? null : { key, descending: true };
  };
  return { sorting, sorted, sortOn };
}

function compareValues(left: SortValue, right: SortValue, sign: number): number {
  if (left === null || left === '') return right === null || right === '' ? 0 : 1;
  if (right === null || right === '') return -1;
  if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
  return sign * compareFrench(String(left), String(right));
}

import { grouped } from '../families/grouped';

const indexed = new WeakMap<readonly object[], ReadonlyMap<number, readonly object[]>>();

/** The rows of one child, in their order. A list is indexed once, whatever the number of children asked for. */
export function ofChild<Row extends { readonly childId: number }>(rows: readonly Row[], childId: number): readonly Row[] {
  let index = indexed.get(rows);
  if (!index) {
    index = grouped(rows, (row) => row.childId);
    indexed.set(rows, index);
  }
  return (index.get(childId) ?? []) as readonly Row[];
}

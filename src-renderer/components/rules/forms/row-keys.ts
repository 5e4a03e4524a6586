import { toRaw } from 'vue';

const keys = new WeakMap<object, number>();
let last = 0;

/** A key that follows a row wherever it moves in its list; what is no object goes by its place. */
export function keyOfRow(row: unknown, index: number): string {
  if (typeof row !== 'object' || row === null) return `at-${index}`;
  const raw = toRaw(row);
  let key = keys.get(raw);
  if (key === undefined) {
    last += 1;
    key = last;
    keys.set(raw, key);
  }
  return `row-${key}`;
}

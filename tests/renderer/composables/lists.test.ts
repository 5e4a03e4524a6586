import { describe, expect, it } from 'vitest';
import { ref } from 'vue';
import { nextRow } from '../../../src-renderer/components/ui/data-table';
import { useSortedRows } from '../../../src-renderer/composables/use-sorted-rows';
import { useVirtualRows } from '../../../src-renderer/composables/use-virtual-rows';

interface Child {
  name: string;
  age: number | null;
}
const rows: Child[] = [{ name: 'Zoé', age: 4 }, { name: 'élise', age: null }, { name: 'Anna', age: 10 }];
const columns = [{ key: 'name', sortBy: (row: Child) => row.name }, { key: 'age', sortBy: (row: Child) => row.age }];

describe('sorting a list', () => {
  const sortedBy = (...clicks: string[]): string[] => {
    const { sorted, sortOn } = useSortedRows(() => rows, () => columns, null);
    clicks.forEach(sortOn);
    return sorted.value.map(({ name }) => name);
  };

  it('follows French order, up, down, then as it came', () => {
    expect(sortedBy('name')).toEqual(['Anna', 'élise', 'Zoé']);
    expect(sortedBy('name', 'name')).toEqual(['Zoé', 'élise', 'Anna']);
    expect(sortedBy('name', 'name', 'name')).toEqual(['Zoé', 'élise', 'Anna']);
  });

  it('sorts figures as figures and leaves what is unknown last, both ways', () => {
    expect(sortedBy('age')).toEqual(['Zoé', 'Anna', 'élise']);
    expect(sortedBy('age', 'age')).toEqual(['Anna', 'Zoé', 'élise']);
  });
});

describe('a long list', () => {
  it('draws everything while it is short', () => {
    const { first, end, above, below } = useVirtualRows(ref(null), () => 100, 38);
    expect([first.value, end.value, above.value, below.value]).toEqual([0, 100, 0, 0]);
  });

  it('draws what is in sight, with the height of the rest kept', () => {
    const { first, end, above, below } = useVirtualRows(ref(null), () => 5000, 38);
    expect(first.value).toBe(0);
    expect(end.value).toBeLessThan(40);
    expect(above.value + (end.value - first.value) * 38 + below.value).toBe(5000 * 38);
  });
});

describe('keys in a list', () => {
  it('lead from row to row and stay inside', () => {
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End', 'a'].map((key) => nextRow(key, 3, 6))).toEqual([4, 2, 5, 0, 5, null]);
    expect([nextRow('ArrowUp', 0, 6), nextRow('ArrowDown', 5, 6)]).toEqual([0, 5]);
  });
});

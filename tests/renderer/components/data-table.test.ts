import { describe, expect, it } from 'vitest';
import DataTable from '../../../src-renderer/components/ui/DataTable.vue';
import { mountPart } from '../support/mount-part';

interface Mail {
  id: number;
  to: string;
}
const MAILS: Mail[] = [{ id: 1, to: 'Zoé' }, { id: 2, to: 'Anna' }, { id: 3, to: 'Fanny' }];
const base = { label: 'Mails', columns: [{ key: 'to', label: 'À', text: (mail: Mail) => mail.to, sortBy: (mail: Mail) => mail.to }], rowKey: (mail: Mail) => mail.id };
const table = (props: Record<string, unknown> = {}) => mountPart(DataTable, { ...base, rows: MAILS, ...props }, { attachTo: document.body });
const names = (part: ReturnType<typeof table>): string[] => part.findAll('tbody tr').map((row) => row.text());

describe('a table', () => {
  it('sorts by its heads and says so to screen readers', async () => {
    const part = table();
    expect(names(part)).toEqual(['Zoé', 'Anna', 'Fanny']);
    await part.get('thead button').trigger('click');
    expect(names(part)).toEqual(['Anna', 'Fanny', 'Zoé']);
    expect(part.get('th').attributes('aria-sort')).toBe('ascending');
  });

  it('is walked with the arrows and opened with Enter', async () => {
    const part = table({ clickable: true });
    const rows = part.findAll('tbody tr');
    (rows[0]!.element as HTMLElement).focus();
    await rows[0]!.trigger('keydown', { key: 'ArrowDown' });
    await part.vm.$nextTick();
    expect(document.activeElement).toBe(rows[1]!.element);
    await rows[1]!.trigger('keydown', { key: 'Enter' });
    expect(part.emitted('open')).toEqual([[MAILS[1]]]);
  });

  it('lets rows be chosen, one by one or all', async () => {
    const part = table({ selected: [] });
    await part.findAll('tbody tr')[1]!.trigger('keydown', { key: ' ' });
    expect(part.emitted('update:selected')?.at(-1)).toEqual([[2]]);
    await part.get('thead [role=checkbox]').trigger('click');
    expect(part.emitted('update:selected')?.at(-1)).toEqual([[1, 2, 3]]);
  });

  it('draws its four states', () => {
    expect(table({ rows: undefined }).text()).toContain('Chargement');
    expect(table({ rows: [], emptyTitle: 'Aucun mail', emptyText: 'Ils apparaîtront ici.' }).text()).toBe('Aucun mailIls apparaîtront ici.');
    const failed = table({ rows: undefined, error: new Error('x') });
    expect(failed.text()).toContain('Réessayer');
    expect(names(table())).toHaveLength(3);
  });

  it('draws only what is in sight of five thousand rows', () => {
    const part = table({ rows: Array.from({ length: 5000 }, (_, id) => ({ id, to: `Parent ${id}` })) });
    expect(part.findAll('tbody tr').length).toBeLessThan(60);
    expect(part.get('table').attributes('aria-rowcount')).toBe('5001');
  });
});

import { mount } from '@vue/test-utils';
import { defineComponent, h, nextTick, reactive } from 'vue';
import { describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { Version } from '../../../src-main/features/rulebook/schema';
import type { DraftPreview } from '../../../src-main/features/town-rules/schema';
import PriceTableEditor from '../../../src-renderer/components/rules/PriceTableEditor.vue';
import { provideDraftEditor } from '../../../src-renderer/components/rules/draft-editor';
import type { Row } from '../../../src-renderer/components/rules/forms/field';
import { EMPTY } from './support';

function mountTable(price: Version['prices'][number]['price'], preview: Partial<DraftPreview> = {}) {
  const version = reactive({
    measures: [{ id: 'qf', label: 'Quotient familial', source: 'declared' }], zones: [{ id: 'commune', label: 'Commune' }, { id: 'hors', label: 'Hors commune' }],
    prices: [{ id: 'repas', label: 'Repas', services: ['cantine'], price }],
  }) as unknown as Version;
  const Editor = defineComponent({
    setup() {
      provideDraftEditor({ version, preview: { ...EMPTY, ...preview }, mayWrite: true, idOf: (path) => `id-${path}`, opened: new Set() });
      return () => h(PriceTableEditor, { row: version.prices[0] as unknown as Row, name: 'price', at: 'prices.0.price' });
    },
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: { render: () => null } }] });
  const page = mount(Editor, { global: { plugins: [router], stubs: { UIcon: true } } });
  return { page, price: () => version.prices[0]?.price, field: (label: string) => page.get<HTMLInputElement>(`input[aria-label="${label}"]`) };
}

describe('the table of a price', () => {
  it('takes amounts and bounds as they are typed', async () => {
    const { field, price } = mountTable({ kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { from: '701', price: null }] });
    await field('Ligne 2, Prix').setValue('3,20');
    await field('Ligne 1, à').setValue('650,5');
    await field('Ligne 2, à').setValue('1200');
    expect(price()).toEqual({ kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '650.5', price: 100 }, { from: '701', upTo: '1200', price: 320 }] });
  });

  it('keeps an unreadable amount on the screen, marked, and no price in the text', async () => {
    const { page, field, price } = mountTable(320);
    await field('Prix').setValue('trois euros');
    await field('Prix').trigger('blur');
    await nextTick();
    expect(price()).toBeNull();
    expect(field('Prix').element.value).toBe('trois euros');
    expect(page.text()).toContain('Écrivez le montant ainsi');
  });

  it('shows a gap at its row', () => {
    const { page } = mountTable(
      { kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { from: '750', price: 320 }] },
      { questions: [{ level: 'error', code: 'gap', at: 'prices.0.price.rows.1', question: 'Entre 700 et 750, aucune tranche. Quel prix ?', answer: null, mayAnswer: true }] },
    );
    expect(page.get('[aria-live]').text()).toBe('Entre 700 et 750, aucune tranche. Quel prix ?');
  });

  it('gives each zone its column', async () => {
    const { page, price } = mountTable(320);
    const [, byZone] = page.findAll('button[role="checkbox"]');
    await byZone?.trigger('click');
    expect(price()).toEqual({ kind: 'choose', cases: [{ label: 'Commune', when: { zone: ['commune'] }, price: 320 }, { label: 'Hors commune', price: 320 }] });
  });
});

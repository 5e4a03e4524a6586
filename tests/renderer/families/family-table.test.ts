import ui from '@nuxt/ui/vue-plugin';
import { PiniaColada } from '@pinia/colada';
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { FamilyLine, FamilyList, ListInput } from '../../../src-main/features/families/schema';
import FamiliesPage from '../../../src-renderer/pages/families/FamiliesPage.vue';

const line = (id: number, name: string): FamilyLine => ({
  id, name, archived: false, city: 'Lannion', phone: '06 12 34 56 78', email: '',
  adults: [{ id, name: `Paul ${name}`, kind: 'guardian' }], children: [{ id, firstName: 'Anna', lastName: name, className: 'Petite section', level: 'PS' }],
});
const names = Array.from({ length: 250 }, (_, index) => `FAMILLE${String(index).padStart(3, '0')}`);

const { list } = vi.hoisted(() => ({ list: vi.fn<(input: ListInput) => Promise<FamilyList>>() }));
vi.mock('../../../src-renderer/api/client', () => ({ api: { families: { list: { query: list } }, schools: { list: { query: () => Promise.resolve([]) } } } }));

async function openPage(query = {}) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', name: 'families', component: FamiliesPage }, { path: '/famille/:id', name: 'family', component: { template: '<p />' } }, { path: '/nouvelle', name: 'family-new', component: { template: '<p />' } }],
  });
  await router.push({ name: 'families', query });
  const page = mount(FamiliesPage, { attachTo: document.body, global: { plugins: [createPinia(), PiniaColada, router, ui] } });
  await flushPromises();
  return { page, router };
}

beforeEach(() => {
  list.mockReset();
  list.mockImplementation(({ text = '', offset = 0, limit = 60 }) => {
    const found = names.filter((name) => name.toLowerCase().includes(text.toLowerCase()));
    return Promise.resolve({ total: found.length, lines: found.slice(offset, offset + limit).map((name) => line(names.indexOf(name) + 1, name)) });
  });
});

describe('the list of families', () => {
  it('shows the first lines of all, and how many they are', async () => {
    const { page } = await openPage();
    await vi.waitFor(() => expect(page.find('tbody tr').text()).toContain('FAMILLE000'));
    expect(page.text()).toContain('250\u00a0familles');
    expect(page.findAll('tbody tr').length).toBeLessThan(120);
    expect(list).toHaveBeenCalledWith({ text: '', archived: false, sort: 'name', descending: false, offset: 0, limit: 100 });
    page.unmount();
  });

  it('searches as one types, and opens the marked line with Enter', async () => {
    const { page, router } = await openPage();
    const search = page.find('input[type=search]');
    await search.setValue('famille01');
    await vi.waitFor(() => expect(page.text()).toContain('10\u00a0familles trouvées'));
    expect(list).toHaveBeenLastCalledWith(expect.objectContaining({ text: 'famille01', sort: 'rank' }));
    await search.trigger('keydown', { key: 'ArrowDown' });
    await search.trigger('keydown', { key: 'Enter' });
    await flushPromises();
    expect(router.currentRoute.value).toMatchObject({ name: 'family', params: { id: '12' } });
    page.unmount();
  });

  it('drops an answer that comes after a newer question', async () => {
    const { page } = await openPage();
    let answerFirst: (found: { total: number; lines: FamilyLine[] }) => void = () => undefined;
    list.mockImplementationOnce(() => new Promise((resolve) => {
      answerFirst = resolve;
    }));
    await page.find('input[type=search]').setValue('zz');
    await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(2));
    await page.find('input[type=search]').setValue('famille249');
    await vi.waitFor(() => expect(page.text()).toContain('1\u00a0famille trouvée'));
    answerFirst({ total: 1, lines: [line(999, 'ANCIENNE')] });
    await flushPromises();
    expect(page.text()).not.toContain('ANCIENNE');
    page.unmount();
  });

  it('takes up what was looked for, from the address', async () => {
    const { page } = await openPage({ q: 'famille10', archivees: '1' });
    expect(list).toHaveBeenCalledWith(expect.objectContaining({ text: 'famille10', archived: true, sort: 'rank' }));
    expect(page.find<HTMLInputElement>('input[type=search]').element.value).toBe('famille10');
    page.unmount();
  });

  it('follows a link to another view of it', async () => {
    const { page, router } = await openPage({ q: 'famille10' });
    await router.push({ name: 'families' });
    await vi.waitFor(() => expect(page.text()).toContain('250\u00a0familles'));
    expect(page.find<HTMLInputElement>('input[type=search]').element.value).toBe('');
    page.unmount();
  });

  it('says when nothing is found, and when it could not be read', async () => {
    const { page } = await openPage({ q: 'xyz' });
    expect(page.text()).toContain('Aucune famille trouvée');
    list.mockRejectedValue(new Error('cut'));
    await page.find('input[type=search]').setValue('abc');
    await vi.waitFor(() => expect(page.text()).toContain('Réessayer'));
    page.unmount();
  });
});

import ui from '@nuxt/ui/vue-plugin';
import { flushPromises, mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import type { FamilyLine } from '../../../src-main/features/families/schema';
import FamilyPicker from '../../../src-renderer/pages/bookings/FamilyPicker.vue';

const { search } = vi.hoisted(() => ({ search: vi.fn<(input: { text: string }) => Promise<FamilyLine[]>>() }));
vi.mock('../../../src-renderer/api/client', () => ({ api: { families: { search: { query: search } } } }));

const family = (id: number, name: string): FamilyLine => ({ id, name, archived: false, adults: [], children: [], city: '', phone: '' } as unknown as FamilyLine);

it('never opens the family of an earlier search: Enter waits for the answer to what is typed', async () => {
  search.mockResolvedValueOnce([family(3, 'ALAIN')]);
  const picker = mount(FamilyPicker, { attachTo: document.body, global: { plugins: [ui] } });
  const input = picker.find('input');
  await input.setValue('alain');
  await vi.waitFor(() => expect(picker.findAll('[role=option]')).toHaveLength(1));

  let answer: (found: FamilyLine[]) => void = () => undefined;
  search.mockImplementationOnce(() => new Promise((resolve) => { answer = resolve; }));
  await input.setValue('kergoat');
  await input.trigger('keydown', { key: 'Enter' });
  await vi.waitFor(() => expect(search).toHaveBeenCalledTimes(2));
  expect(picker.emitted('choose')).toBeUndefined();
  answer([family(8, 'KERGOAT')]);
  await flushPromises();
  expect(picker.emitted('choose')).toEqual([[8]]);
  picker.unmount();
});

import ui from '@nuxt/ui/vue-plugin';
import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import type { FoundDebtor } from '../../../src-main/features/payments/schema';
import DebtorPicker from '../../../src-renderer/components/payments/DebtorPicker.vue';

const { find } = vi.hoisted(() => ({ find: vi.fn<(input: { text: string }) => Promise<FoundDebtor[]>>() }));
vi.mock('../../../src-renderer/api/client', () => ({ api: { payments: { find: { query: find } } } }));

const debtor = (familyId: number, name: string, invoice: FoundDebtor['invoice'] = null): FoundDebtor => ({ familyId, name, archived: false, children: 'Anna', balanceCents: 3200, invoice });
const open = () => mount(DebtorPicker, { attachTo: document.body, global: { plugins: [ui] } });

beforeEach(() => {
  find.mockReset();
});

it('finds by name or invoice, and chooses with arrows and Enter', async () => {
  find.mockResolvedValue([debtor(3, 'ALAIN'), debtor(4, 'ALAIN - ROUX', { entryId: 9, label: 'F-2026-000009' })]);
  const picker = open();
  const input = picker.find('input');
  await input.setValue('alain');
  await vi.waitFor(() => expect(picker.findAll('[role=option]')).toHaveLength(2));
  expect(picker.findAll('[role=option]')[1]!.text()).toContain('Facture F-2026-000009');
  await input.trigger('keydown', { key: 'ArrowDown' });
  await input.trigger('keydown', { key: 'Enter' });
  expect(picker.emitted('choose')).toEqual([[4]]);
  picker.unmount();
});

it('chooses the best once it is found when Enter was pressed before the answer', async () => {
  let answer: (found: FoundDebtor[]) => void = () => undefined;
  find.mockImplementation(() => new Promise((resolve) => { answer = resolve; }));
  const picker = open();
  const input = picker.find('input');
  await input.setValue('kergoat');
  await input.trigger('keydown', { key: 'Enter' });
  await vi.waitFor(() => expect(find).toHaveBeenCalledOnce());
  expect(picker.emitted('choose')).toBeUndefined();
  answer([debtor(8, 'KERGOAT')]);
  await flushPromises();
  expect(picker.emitted('choose')).toEqual([[8]]);
  picker.unmount();
});

it('says when nothing is found, and shows the host’s refusal', async () => {
  find.mockResolvedValueOnce([]);
  const picker = open();
  await picker.find('input').setValue('xyz');
  await vi.waitFor(() => expect(picker.find('[role=status]').text()).toContain('Aucune famille ni facture trouvée'));
  find.mockRejectedValueOnce(new Error('down'));
  await picker.find('input').setValue('xyzz');
  await vi.waitFor(() => expect(picker.find('[role=status]').text()).not.toContain('Aucune'));
  expect(picker.find('[role=status]').text()).not.toContain('down');
  picker.unmount();
});

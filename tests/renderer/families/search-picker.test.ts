import ui from '@nuxt/ui/vue-plugin';
import { flushPromises, mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import SearchPicker from '../../../src-renderer/components/families/SearchPicker.vue';

const entry = (key: string) => ({ key, label: `Famille ${key}`, words: '' });

it('chooses what is found for what is typed, when Enter was pressed before the answer', async () => {
  const picker = mount(SearchPicker, {
    attachTo: document.body, global: { plugins: [ui] },
    props: { 'modelValue': 'd', 'label': 'Famille', 'placeholder': '', 'entries': [entry('DANIEL')], 'failure': null, 'nothing': 'Personne.', 'onUpdate:modelValue': (modelValue: string) => picker.setProps({ modelValue }) },
  });
  const input = picker.find('input');
  await input.setValue('dupont');
  await flushPromises();
  await input.trigger('keydown', { key: 'Enter' });
  expect(picker.emitted('pick')).toBeUndefined();
  await picker.setProps({ entries: [entry('DUPONT')] });
  expect(picker.emitted('pick')).toEqual([['DUPONT']]);

  await picker.setProps({ entries: [entry('DUPONT'), entry('DUPOND')] });
  await input.trigger('keydown', { key: 'ArrowDown' });
  await input.trigger('keydown', { key: 'Enter' });
  expect(picker.emitted('pick')).toEqual([['DUPONT'], ['DUPOND']]);
  picker.unmount();
});

import { TRPCClientError } from '@trpc/client';
import type { AnyRouter } from '@trpc/server';
import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import FormBox from '../../../src-renderer/components/ui/FormBox.vue';
import TextField from '../../../src-renderer/components/ui/TextField.vue';
import { useForm } from '../../../src-renderer/composables/use-form';
import { mountPart } from '../support/mount-part';

const refusal = {
  code: 'invalidInput', message: 'Certains champs sont à corriger.', reference: null,
  // The host checks in its own order.
  fields: { email: 'Cette adresse e-mail est incomplète.', name: 'Indiquez le nom.' },
};

const page = defineComponent({
  setup() {
    const form = useForm({ name: '', email: 'paul@' }, () => Promise.reject(Object.assign(new TRPCClientError<AnyRouter>('no'), { data: { refusal } })));
    return () => h(FormBox, { form }, () => [
      h(TextField, { modelValue: form.values.name, name: 'name', label: 'Nom' }),
      h(TextField, { modelValue: form.values.email, name: 'email', label: 'Adresse e-mail' }),
    ]);
  },
});

describe('a form that is refused', () => {
  it('says so on top, with a link to each field in the order of the page, and at the fields', async () => {
    const part = mountPart(page, {}, { attachTo: document.body });
    await part.get('form').trigger('submit');
    await flushPromises();

    const summary = part.get('[role=alert]');
    expect(document.activeElement).toBe(summary.element);
    expect(summary.findAll('a').map((link) => link.text())).toEqual(['Indiquez le nom.', 'Cette adresse e-mail est incomplète.']);

    await summary.findAll('a')[1]!.trigger('click');
    const email = document.activeElement as HTMLInputElement;
    expect(email.value).toBe('paul@');
    expect(email.getAttribute('aria-invalid')).toBe('true');
    const described = email.getAttribute('aria-describedby')!.split(' ').map((id) => document.getElementById(id)?.textContent?.trim());
    expect(described).toContain('Cette adresse e-mail est incomplète.');
    part.unmount();
  });
});

import { TRPCClientError } from '@trpc/client';
import type { AnyRouter } from '@trpc/server';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { hasUnsaved } from '../../../src-renderer/composables/unsaved';
import { useForm } from '../../../src-renderer/composables/use-form';
import type { Form, FormOptions } from '../../../src-renderer/composables/use-form';
import { pressKey } from '../../../src-renderer/composables/use-shortcut';

interface Values {
  name: string;
  adults: { email: string }[];
}
const PAUL: Values = { name: 'ALAIN', adults: [{ email: 'paul@exemple.fr' }] };

const refused = (code: string, fields: Record<string, string> = {}) =>
  Object.assign(new TRPCClientError<AnyRouter>(code), { data: { refusal: { code, message: `Refus ${code}.`, fields, reference: null } } });

let unmount = (): void => undefined;
afterEach(() => unmount());

/** A form in a component of its own. */
function formOf(save: (values: Values) => Promise<unknown>, options: FormOptions<Values, unknown> = {}): Form<Values> {
  let form: Form<Values> | null = null;
  const wrapper = mount(defineComponent({
    setup() {
      form = useForm(PAUL, save, options);
      return () => h('div');
    },
  }), { attachTo: document.body });
  unmount = () => wrapper.unmount();
  return form!;
}

describe('a form', () => {
  it('knows what is not saved yet, also deep inside, and when it is put back', () => {
    const form = formOf(() => Promise.resolve());
    expect([form.isDirty, hasUnsaved()]).toEqual([false, false]);
    form.values.adults[0]!.email = 'p.alain@exemple.fr';
    expect([form.isDirty, hasUnsaved()]).toEqual([true, true]);
    form.values.adults[0]!.email = 'paul@exemple.fr';
    expect(form.isDirty).toBe(false);
  });

  it('leaves the initial values alone', () => {
    formOf(() => Promise.resolve()).values.adults[0]!.email = 'autre@exemple.fr';
    expect(PAUL.adults[0]!.email).toBe('paul@exemple.fr');
  });

  it('saves once for two clicks, and is clean afterwards', async () => {
    let finish = (): void => undefined;
    const save = vi.fn(() => new Promise<void>((resolve) => { finish = resolve; }));
    const form = formOf(save);
    form.values.name = 'PRIGENT';
    void form.submit();
    void form.submit();
    expect(form.isSaving).toBe(true);
    finish();
    await flushPromises();
    expect(save).toHaveBeenCalledExactlyOnceWith({ ...PAUL, name: 'PRIGENT' });
    expect([form.isSaving, form.isDirty]).toEqual([false, false]);
  });

  it('is clean with the saved state, in whatever order the host writes its keys', async () => {
    const form = formOf(() => Promise.resolve(), { onSaved: () => form.reset({ adults: [], name: 'PRIGENT' }) });
    form.values.name = 'prigent';
    await form.submit();
    expect([form.values.name, form.isDirty]).toEqual(['PRIGENT', false]);
  });

  it('stays dirty for what is typed while it saves', async () => {
    let finish = (): void => undefined;
    const form = formOf(() => new Promise<void>((resolve) => { finish = resolve; }));
    form.values.name = 'PRIGENT';
    void form.submit();
    form.values.name = 'PRIGENT-MORVAN';
    finish();
    await flushPromises();
    expect(form.isDirty).toBe(true);
  });

  it('keeps what was typed when it is refused, and brings each sentence to its field', async () => {
    const form = formOf(() => Promise.reject(refused('invalidInput', { 'adults.0.email': 'Adresse incomplète.' })));
    form.values.adults[0]!.email = 'paul@';
    await form.submit();
    expect(form.errors).toEqual({ 'adults.0.email': 'Adresse incomplète.' });
    expect(form.refusal?.message).toBe('Refus invalidInput.');
    expect([form.values.adults[0]!.email, form.isDirty]).toEqual(['paul@', true]);
    expect(form.idOf('adults.0.email')).toMatch(/-adults-0-email$/);
  });

  it('offers to reload when someone else has saved meanwhile', async () => {
    const form = formOf(() => Promise.reject(refused('changedMeanwhile')), { reload: () => Promise.resolve({ name: 'LE GOFF', adults: [] }) });
    form.values.name = 'PRIGENT';
    await form.submit();
    expect([form.refusal?.code, form.mayReload]).toEqual(['changedMeanwhile', true]);
    await form.reload();
    expect(form.values).toEqual({ name: 'LE GOFF', adults: [] });
    expect([form.refusal, form.isDirty]).toEqual([null, false]);
  });

  it('saves on Ctrl+S when something has changed', async () => {
    const save = vi.fn(() => Promise.resolve());
    const form = formOf(save);
    const press = () => pressKey(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true }));
    press();
    expect(save).not.toHaveBeenCalled();
    form.values.name = 'PRIGENT';
    press();
    await flushPromises();
    expect(save).toHaveBeenCalledOnce();
  });

  it('is no longer watched once it is gone', () => {
    const form = formOf(() => Promise.resolve());
    form.values.name = 'PRIGENT';
    unmount();
    unmount = () => undefined;
    expect(hasUnsaved()).toBe(false);
  });
});

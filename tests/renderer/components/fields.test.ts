import { describe, expect, it } from 'vitest';
import DateField from '../../../src-renderer/components/ui/DateField.vue';
import MoneyField from '../../../src-renderer/components/ui/MoneyField.vue';
import { mountPart } from '../support/mount-part';

describe('a date field', () => {
  const dateField = (modelValue: string | null) => mountPart(DateField, { modelValue, name: 'birthOn', label: 'Date de naissance' });

  it('shows days as they are written in French', () => {
    expect(dateField('2023-10-12').get('input').element.value).toBe('12/10/2023');
  });

  it.each([['12/10/2023', '2023-10-12'], ['1.9.2021', '2021-09-01'], ['12-10-2023', '2023-10-12'], ['', null], ['31/02/2023', '31/02/2023'], ['bientôt', 'bientôt']])('reads %s as %s', async (typed, value) => {
    const field = dateField(null);
    await field.get('input').setValue(typed);
    if (typed !== '') expect(field.emitted('update:modelValue')?.at(-1)).toEqual([value]);
  });

  it('complains at the field, on leaving it, about a day that does not exist', async () => {
    const field = mountPart(DateField, { modelValue: null, name: 'birthOn', label: 'Date', 'onUpdate:modelValue': (modelValue: string | null) => field.setProps({ modelValue }) });
    await field.get('input').setValue('31/02/2023');
    expect(field.text()).not.toContain('n’existe pas');
    await field.get('input').trigger('blur');
    expect(field.text()).toContain('Cette date n’existe pas. Écrivez-la ainsi : 12/10/2023.');
    expect(field.get('input').element.value).toBe('31/02/2023');
  });
});

describe('a field for an amount', () => {
  const moneyField = (modelValue: number | null) => mountPart(MoneyField, { modelValue, name: 'price', label: 'Prix' });

  it('shows cents as euros', () => {
    expect(moneyField(320).get('input').element.value).toBe('3,20');
  });

  it.each([['3,20', 320], ['3.2', 320], ['12', 1200], ['1 234,50 €', 123_450], ['trois', null], ['3,205', null]])('reads %s as %s cents', async (typed, value) => {
    const field = moneyField(0);
    await field.get('input').setValue(typed);
    expect(field.emitted('update:modelValue')?.at(-1)).toEqual([value]);
  });
});

import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { useWeekChanges } from '../../../src-renderer/components/bookings/week-changes';
import WeekGrid from '../../../src-renderer/components/bookings/WeekGrid.vue';
import { BOOKED, buildLine, buildSheet, CLOSED } from './build-sheet';

const sheet = buildSheet([buildLine(1, 'ALAIN Anna', [{}, BOOKED, CLOSED]), buildLine(2, 'MARTIN Zoé', [{}, {}, {}])]);

function opened(given: { mayWrite?: boolean; busy?: boolean } = {}) {
  const changes = useWeekChanges(() => sheet);
  const wrapper = mount(WeekGrid, {
    props: { sheet, changes, label: 'Cantine', firstColumn: 'Enfant', mayWrite: true, busy: false, ...given }, attachTo: document.body, global: { stubs: { UPopover: true } },
  });
  const cell = (place: string) => wrapper.get(`[data-place='${place}']`);
  const press = (place: string, key: string, keys: object = {}): Promise<void> => cell(place).trigger('keydown', { key, ...keys });
  return { wrapper, changes, cell, press };
}

const focused = (): string | null => document.activeElement?.getAttribute('data-place') ?? null;

describe('the grid of a week', () => {
  it('is a grid with one tab stop, its cells told in words', () => {
    const { wrapper, cell } = opened();
    expect(wrapper.findAll('[role="grid"]')).toHaveLength(1);
    expect(wrapper.findAll('[tabindex="0"]').map((one) => one.attributes('data-place'))).toEqual(['0:0']);
    expect(cell('0:1').attributes('aria-label')).toBe('réservé');
    expect(cell('0:2').attributes()).toMatchObject({ 'aria-readonly': 'true', 'aria-label': 'fermé : jour férié' });
  });

  it('moves by arrows and ticks by Space', async () => {
    const { cell, press, changes } = opened();
    await press('0:0', 'ArrowDown');
    expect(focused()).toBe('1:0');
    await press('1:0', ' ');
    expect(cell('1:0').attributes('aria-label')).toBe('réservé, pas encore enregistré');
    await press('1:0', 'x');
    expect(changes.list.value).toHaveLength(1);
  });

  it('takes the line by Shift+Space, the day by Ctrl+Space, turns the week by Page keys', async () => {
    const { wrapper, press, changes } = opened();
    await press('1:0', ' ', { shiftKey: true });
    expect(changes.list.value).toHaveLength(3);
    await press('1:0', ' ', { ctrlKey: true });
    expect(changes.list.value).toHaveLength(4);
    await press('1:0', 'PageDown');
    expect(wrapper.emitted('turnWeek')).toEqual([[1]]);
  });

  it('changes nothing for those who may only read, nor while another week is on its way', async () => {
    for (const given of [{ mayWrite: false }, { busy: true }]) {
      const { press, cell, changes } = opened(given);
      await press('0:0', ' ');
      await cell('1:1').trigger('click');
      await press('0:0', ' ', { ctrlKey: true });
      expect(changes.list.value).toEqual([]);
    }
  });

  it('counts units in their own word where prices are shown, stays in reservations', () => {
    const evening = { ...buildLine(3, 'Garderie du soir', [BOOKED, BOOKED]), money: { quantity: 8, unit: 'demi-heure', unitPriceCents: 45, totalCents: 360 } };
    const group = { key: '3', title: 'ALAIN Anna', detail: '', lines: [evening], extras: [{ label: 'Goûter', totalCents: 60 }], dayCounts: [1, 1], totalCents: 420 };
    const priced = { ...buildSheet([evening]), groups: [group], totalCents: 420 };
    const wrapper = mount(WeekGrid, {
      props: { sheet: priced, changes: useWeekChanges(() => priced), label: 'Famille', firstColumn: 'Service', mayWrite: true, busy: false }, global: { stubs: { UPopover: true } },
    });
    expect(wrapper.text()).toContain('8\u00a0demi-heures');
    expect(wrapper.text()).toContain('2\u00a0réservations');
  });
});

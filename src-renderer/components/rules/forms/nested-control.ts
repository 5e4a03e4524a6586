import { inject, provide } from 'vue';
import type { Component, InjectionKey } from 'vue';

/**
 * Fields hold fields: a condition in a price in a row. The control of a field is lent from the row
 * down, so that what is nested in it shows it again without needing its file.
 */
const CONTROL: InjectionKey<Component> = Symbol('the control of a field');

export const lendControl = (control: Component): void => provide(CONTROL, control);

/** The control that the row above lent. Throws when there is none. */
export function borrowControl(): Component {
  const control = inject(CONTROL);
  if (!control) throw new Error('no row above lends the control of a field');
  return control;
}

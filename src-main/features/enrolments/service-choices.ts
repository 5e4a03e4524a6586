import { WEEKDAYS } from '../../kernel/local-date';
import type { LocalDate, Weekday } from '../../kernel/local-date';
import type { Rulebook } from '../rulebook/schema';
import { weekdaysOf } from './refuse-enrolment';

/** A service as it is chosen on a form. */
export interface ServiceChoice {
  readonly id: string;
  readonly label: string;
  readonly weekdays: readonly Weekday[];
}

/**
 * Services of the version in force and of those to come; a later version's label wins. Those that are
 * added by themselves to another one (snack) are not chosen.
 */
export function serviceChoices(rulebook: Rulebook, today: LocalDate): ServiceChoice[] {
  const versions = [...rulebook.versions].sort((left, right) => (left.from < right.from ? -1 : 1));
  const current = versions.filter(({ from }) => from <= today).at(-1);
  const choices = new Map<string, ServiceChoice>();
  for (const version of [current, ...versions.filter(({ from }) => from > today)]) {
    for (const service of version?.services.filter(({ automatic }) => !automatic) ?? []) {
      const open = weekdaysOf(service);
      choices.set(service.id, { id: service.id, label: service.label, weekdays: WEEKDAYS.filter((weekday) => open.has(weekday)) });
    }
  }
  return [...choices.values()];
}

/** The word of one unit, as the latest version that has the service says: "repas", "demi-heure"; empty when none does. */
export const serviceUnit = (rulebook: Rulebook, service: string): string =>
  rulebook.versions.flatMap(({ services }) => services).findLast(({ id }) => id === service)?.unit ?? '';

/** A service's label as the latest version that has it says; its code when none does. */
export function serviceLabel(rulebook: Rulebook, service: string): string {
  const found = rulebook.versions.flatMap(({ services }) => services).findLast(({ id }) => id === service);
  return found?.label ?? service;
}

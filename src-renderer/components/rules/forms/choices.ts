import type { Version } from '../../../../src-main/features/rulebook/schema';
import { MONTHS } from './calendar-words';
import { weekdayName } from '../../../../src-main/kernel/french-dates';
import { WEEKDAYS } from '../../../../src-main/kernel/local-date';
import type { Field, Option } from './field';
import { choicesFor, wordsOf } from './words';

const WINDOWS: readonly Option[] = [
  { value: 'event', label: 'événement (à chaque fois)' }, { value: 'day', label: 'jour' }, { value: 'week', label: 'semaine' }, { value: 'month', label: 'mois' }, { value: 'schoolYear', label: 'année scolaire' }, { value: 'calendarYear', label: 'année civile' },
];

/** What a field offers: its own list or the town's words, with whatever the text holds already. */
function offered(field: Field, version: Version, held: readonly string[]): readonly Option[] {
  switch (field.type) {
    case 'choice': case 'ticks': return field.options;
    case 'weekday': case 'weekdays': return WEEKDAYS.map((day) => ({ value: day, label: weekdayName(day) }));
    case 'months': return MONTHS.map((label, index) => ({ value: index + 1, label }));
    case 'window': return [...WINDOWS, ...wordsOf(version, 'kinds').map(({ value, label }) => ({ value, label: `période « ${label} »` }))];
    case 'ref': case 'refs': return choicesFor(version, field.list, held);
    default: return [];
  }
}

export interface KeyedOption { readonly value: string; readonly label: string; readonly raw: unknown }

/** Choices of a list, told apart by a text: the nothing that a field allows comes first, what the text holds is never lost. */
export function optionsOf(field: Field, version: Version, value: unknown): KeyedOption[] {
  const held = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  const nothing: Option[] = field.type === 'ref' ? [field.optional ? { value: undefined, label: field.none ?? 'aucun' } : { value: null, label: 'À fixer' }]
    : field.optional && (field.type === 'window' || field.type === 'weekday') ? [{ value: undefined, label: 'aucun' }] : [];
  const keyed = [...nothing, ...offered(field, version, held)].map((option) => ({ value: String(option.value), label: option.label, raw: option.value as unknown }));
  const missing = held.filter((id) => !keyed.some((option) => option.value === id)).map((id) => ({ value: id, label: `« ${id} »`, raw: id as unknown }));
  const unfixed = value === null && !keyed.some((option) => option.raw === null) ? [{ value: 'null', label: 'À fixer', raw: null }] : [];
  // Words that only say what is meant anyway ("dit dans le texte") are offered where the text says so.
  return [...keyed, ...missing, ...unfixed].filter((option) => !option.label.includes('dit') || !/\((dit|rien n’est dit)/.test(option.label) || option.raw === value);
}

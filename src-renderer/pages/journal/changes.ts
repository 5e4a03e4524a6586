import { formatShortDate } from '../../../src-main/kernel/french-dates';
import { isLocalDate } from '../../../src-main/kernel/local-date';
import { FIELD_WORDS, VALUE_WORDS } from './field-words';

type Values = Readonly<Record<string, unknown>> | null;

/** A line of the table of an entry: what, before, after. */
export interface ChangeLine {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const NOTHING = 'rien';

/** What an entry changed, a line a field, in French. Numbers and codes are left out. */
export function changeLines(before: Values, after: Values): ChangeLine[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((key) => !isInner(key));
  return keys
    .map((key) => ({
      field: fieldWord(key),
      before: before && key in before ? words(key, before[key]) : null,
      after: after && key in after ? words(key, after[key]) : null,
    }))
    // What was left empty from the start is no change.
    .filter((line) => (line.before ?? NOTHING) !== NOTHING || (line.after ?? NOTHING) !== NOTHING);
}

/** Numbers and codes that only the program knows; the sentence of the entry names the service. */
const isInner = (key: string): boolean => key === 'id' || key === 'version' || key === 'service' || /Ids?$/.test(key);
const fieldWord = (key: string): string => FIELD_WORDS[key] ?? key;

function words(key: string, value: unknown): string {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textWords(key, value);
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.map((entry) => words(key, entry)).join(areRecords(value) ? '\n' : ', ');
  return Object.entries(value)
    .filter(([inner, entry]) => !isInner(inner) && entry !== '' && entry !== null && !(Array.isArray(entry) && entry.length === 0))
    .map(([inner, entry]) => `${fieldWord(inner).toLocaleLowerCase('fr-FR')} : ${words(inner, entry)}`)
    .join(', ') || NOTHING;
}

const areRecords = (values: readonly unknown[]): boolean => values.some((value) => typeof value === 'object' && value !== null);

function textWords(key: string, text: string): string {
  const coded = VALUE_WORDS[key]?.[text];
  if (coded !== undefined) return coded;
  if (text === '') return NOTHING;
  if (isLocalDate(text)) return formatShortDate(text);
  return /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
}

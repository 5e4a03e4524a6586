import type { Version } from '../../../../src-main/features/rulebook/schema';

/** An object of the text as the shared parts see it: a row, a condition, a formula. */
export type Row = Record<string, unknown>;

/** Words of the town that a field chooses from. `kinds`: sorts of periods; `periods`: kinds and single ones. */
export type WordList =
  | 'zones' | 'categories' | 'flags' | 'schools' | 'measures' | 'scales' | 'services' | 'deadlines' | 'counters' | 'prices' | 'charges'
  | 'options' | 'kinds' | 'periods' | 'levels' | 'proofs' | 'happenings' | 'events';

/** Where a condition stands: it decides which facets are offered, not which are kept. */
export type Place = 'family' | 'unit' | 'absence' | 'decision' | 'charge';

/** An entry of a closed list; `undefined` stands for a key that is not written. */
export interface Option {
  readonly value: string | number | boolean | null | undefined;
  readonly label: string;
}

/** One of the shapes that a row or a value may take. */
export interface Shape {
  readonly label: string;
  readonly is: (value: unknown) => boolean;
  readonly make: (version: Version) => unknown;
  readonly fields?: readonly Field[];
}

interface Common {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  /** Emptied, the key goes; otherwise it stays as « not fixed » (`null`). */
  readonly optional?: boolean;
  readonly show?: (row: Row, version: Version) => boolean;
}

type Plain = { readonly [Type in 'texts' | 'dates' | 'amount' | 'time' | 'date' | 'instant' | 'monthDay' | 'weekday' | 'weekdays' | 'months' | 'window' | 'tick' | 'words']: { readonly type: Type } };

/** One control of a form. A block of the format is a list of them. */
export type Field = Common & (
  | { readonly type: 'text'; readonly long?: boolean; readonly words?: WordList; readonly code?: boolean }
  | Plain[keyof Plain]
  | { readonly type: 'count'; readonly suffix?: string }
  | { readonly type: 'figure'; readonly suffix?: string }
  | { readonly type: 'range'; readonly suffix?: string }
  | { readonly type: 'choice'; readonly options: readonly Option[] }
  | { readonly type: 'ticks'; readonly options: readonly Option[] }
  | { readonly type: 'refs'; readonly list: WordList; readonly none?: string }
  | { readonly type: 'ref'; readonly list: WordList; readonly none?: string }
  /** Two keys, one bound: held in it, or not. */
  | { readonly type: 'bound'; readonly strictKey: string; readonly held: string; readonly strict: string }
  | { readonly type: 'condition'; readonly place: Place }
  | { readonly type: 'formula'; readonly cost?: boolean }
  | { readonly type: 'formulas'; readonly add?: string }
  | { readonly type: 'group'; readonly fields: readonly Field[]; readonly make: (version: Version) => Row; readonly add: string }
  | { readonly type: 'rows'; readonly fields: readonly Field[]; readonly make: (version: Version, rows: readonly unknown[]) => Row; readonly add: string; readonly one: string }
  /** The row itself takes one of several shapes, by the keys it holds. */
  | { readonly type: 'shapes'; readonly shapes: readonly Shape[]; readonly keys: readonly string[] }
  /** The value takes one of several shapes. */
  | { readonly type: 'variant'; readonly shapes: readonly Shape[] }
);

export type FieldOf<Type extends Field['type']> = Extract<Field, { type: Type }>;

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of the text that a field shows. */
export function keysOf(field: Field): readonly string[] {
  if (field.type === 'bound') return [field.key, field.strictKey];
  return field.type === 'shapes' ? field.keys : [field.key];
}

/** What stands at a path of the text: "calendar.periods". */
export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Row)[key] : undefined), root);
}

/** Writes a value where it belongs; `undefined`, and `null` where nothing is a choice, take the key away. */
export function put(row: Row, field: Pick<Field, 'key' | 'optional'>, value: unknown): void {
  if (value === undefined || (value === null && field.optional)) delete row[field.key];
  else row[field.key] = value;
}

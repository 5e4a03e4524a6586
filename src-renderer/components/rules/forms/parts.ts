import type { Version } from '../../../../src-main/features/rulebook/schema';
import { fieldsOfCondition } from './facets';
import type { Field, Row, WordList } from './field';
import { isRow, keysOf, valueAt } from './field';
import { FORMULAS, kindOf } from './formulas';
import { SECTIONS } from './sections';

/** An object of the text with the controls that show it. */
interface Part {
  readonly row: Row;
  readonly fields: readonly Field[];
  readonly at: string;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function* formulaParts(value: unknown, at: string): Generator<Part> {
  if (isRow(value)) yield* eachPart(value, FORMULAS[kindOf(value)].fields.concat(KIND), at);
}
const KIND: Field = { key: 'kind', label: '', type: 'choice', options: [] };
const WORDS: readonly Field[] = [{ key: 'id', label: '', type: 'text' }, { key: 'label', label: '', type: 'text' }];

/** An object and all those inside it, each with the controls that show it. */
export function* eachPart(row: Row, fields: readonly Field[], at: string): Generator<Part> {
  const active = fields.flatMap((field) => (field.type === 'shapes' ? [field, ...(field.shapes.find((shape) => shape.is(row))?.fields ?? [])] : [field]));
  yield { row, fields: active, at };
  for (const field of active) {
    if (!(field.key in row)) continue;
    const value = row[field.key];
    const here = `${at}.${field.key}`;
    switch (field.type) {
      case 'condition':
        if (isRow(value)) yield* eachPart(value, fieldsOfCondition(value), here);
        break;
      case 'formula':
        yield* formulaParts(value, here);
        break;
      case 'formulas':
        for (const [index, one] of list(value).entries()) yield* formulaParts(one, `${here}.${index}`);
        break;
      case 'group':
        if (isRow(value)) yield* eachPart(value, field.fields, here);
        break;
      case 'rows':
        for (const [index, one] of list(value).entries()) if (isRow(one)) yield* eachPart(one, field.fields, `${here}.${index}`);
        break;
      case 'words':
        for (const [index, one] of list(value).entries()) if (isRow(one)) yield* eachPart(one, WORDS, `${here}.${index}`);
        break;
      case 'variant':
        if (isRow(value)) yield* eachPart(value, field.shapes.find((shape) => shape.is(value))?.fields ?? [], here);
        break;
      default:
    }
  }
}

const CODE: Field = { key: 'id', label: '', type: 'text' };

/** Every object of a version with its controls; the version itself comes first. */
export function* partsOf(version: Version): Generator<Part> {
  const root: Field[] = ['from', 'label', 'schoolYearFrom'].map((key) => ({ key, label: '', type: 'text' }));
  const calendar: Field[] = [];
  for (const { parts } of SECTIONS) {
    for (const part of parts) {
      const [key = '', inner] = part.path.split('.');
      (inner === undefined ? root : calendar).push({ key: inner ?? key, label: '', type: 'text' });
      const value = valueAt(version, part.path);
      if (part.kind === 'object') {
        if (isRow(value) && part.path !== 'calendar') yield* eachPart(value, part.fields, part.path);
        if (part.path === 'calendar') calendar.push(...part.fields);
      } else for (const [index, row] of list(value).entries()) if (isRow(row)) yield* eachPart(row, [CODE, ...part.fields], `${part.path}.${index}`);
    }
  }
  yield { row: version as unknown as Row, fields: root, at: '' };
  if (version.calendar) yield { row: version.calendar, fields: calendar, at: 'calendar' };
}

/** Paths of what no form shows: none, whatever the format allows. */
export function pathsWithoutForm(version: Version): string[] {
  return [...partsOf(version)].flatMap(({ row, fields, at }) => {
    const shown = new Set(fields.flatMap(keysOf));
    return Object.keys(row).filter((key) => row[key] !== undefined && !shown.has(key)).map((key) => (at === '' ? key : `${at}.${key}`));
  });
}

/** Paths of the fields that name a word of a list: where it still serves. */
export function usesOf(version: Version, of: WordList, id: string): string[] {
  const names = (value: unknown): boolean => value === id || (Array.isArray(value) && value.includes(id));
  return [...partsOf(version)].flatMap(({ row, fields, at }) =>
    fields.filter((field) => (field.type === 'ref' || field.type === 'refs') && field.list === of && names(row[field.key])).map((field) => `${at}.${field.key}`));
}

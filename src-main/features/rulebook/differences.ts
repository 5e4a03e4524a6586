import { formatDate } from '../../kernel/french-dates';
import { isLocalDate } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { euros, typeset } from './explain';
import { FIELD_NAMES, SECTION_NAMES, VALUE_NAMES } from './field-names.fr';
import type { Rulebook, Version } from './schema';

/** Something that differs between two rulebooks, ready for the eye. */
export interface Difference {
  /** First day of the version; null for the town itself. */
  version: LocalDate | null;
  /** "Tarifs" */
  section: string;
  /** "« Repas », prix : 3,00 € → 3,20 €" */
  sentence: string;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const MONEY = ['price', 'add', 'replace', 'amount', 'plus', 'priceMin', 'priceMax', 'cents'];
const isMoney = (key: string): boolean => MONEY.includes(key) || key.endsWith('Cents');

function say(value: unknown, key: string): string {
  if (value === undefined) return 'rien';
  if (value === null) return 'non fixé';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return isMoney(key) ? euros(value) : String(value);
  if (typeof value === 'string') return isLocalDate(value) ? formatDate(value) : (VALUE_NAMES[value] ?? (/^-?\d+(\.\d+)?$/.test(value) ? value.replace('.', ',') : value));
  if (Array.isArray(value)) return value.every((one) => !isObject(one)) ? value.map((one) => say(one, key)).join(', ') : `${value.length} lignes`;
  if (isObject(value) && typeof value.kind === 'string') return VALUE_NAMES[value.kind] ?? 'une formule';
  return 'un réglage';
}

/** Name of a row: its label, else its id. */
const nameOf = (value: Json): string | null => (typeof value.label === 'string' ? value.label : typeof value.id === 'string' ? value.id : null);

const isList = (value: unknown): value is Json[] => Array.isArray(value) && value.length > 0 && value.every(isObject);
const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Where we are: names of rows and fields on the way. */
type Trail = readonly string[];
const placed = (trail: Trail, what: string): string => [...trail, what].filter(Boolean).join(', ');

function compareRows(left: Json[], right: Json[], trail: Trail, found: string[]): void {
  const keyOf = (row: Json, index: number): string => (typeof row.id === 'string' ? row.id : String(index));
  const before = new Map(left.map((row, index) => [keyOf(row, index), row]));
  const after = new Map(right.map((row, index) => [keyOf(row, index), row]));
  const named = (row: Json, key: string): string => { const name = nameOf(row); return name === null ? `ligne ${Number(key) + 1}` : `« ${name} »`; };
  for (const [key, row] of before) if (!after.has(key)) found.push(placed(trail, `${named(row, key)} : supprimé`));
  for (const [key, row] of after) {
    const old = before.get(key);
    if (old) compareObjects(old, row, [...trail, named(row, key)], found);
    else found.push(placed(trail, `${named(row, key)} : ajouté`));
  }
  const kept = [...before.keys()].filter((key) => after.has(key));
  const order = [...after.keys()].filter((key) => before.has(key));
  if (!same(kept, order)) found.push(placed(trail, 'ordre des lignes : changé'));
}

function compareValues(left: unknown, right: unknown, key: string, trail: Trail, found: string[]): void {
  if (same(left, right)) return;
  const field = FIELD_NAMES[key] ?? 'réglage';
  if ((isList(left) || isList(right)) && (left === undefined || Array.isArray(left)) && (right === undefined || Array.isArray(right))) {
    compareRows((left ?? []) as Json[], (right ?? []) as Json[], [...trail, field], found);
  } else if (isObject(left) && isObject(right) && left.kind === right.kind) compareObjects(left, right, [...trail, field], found);
  else found.push(`${placed(trail, field)} : ${say(left, key)} → ${say(right, key)}`);
}

function compareObjects(left: Json, right: Json, trail: Trail, found: string[]): void {
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) compareValues(left[key], right[key], key, trail, found);
}

function compareSection(key: string, left: unknown, right: unknown): string[] {
  const found: string[] = [];
  if (isList(left) || isList(right)) compareRows((left ?? []) as Json[], (right ?? []) as Json[], [], found);
  else if (isObject(left) && isObject(right)) compareObjects(left, right, [], found);
  else if (!same(left, right)) found.push(`${say(left, key)} → ${say(right, key)}`);
  return found;
}

function compareVersions(left: Version, right: Version): Difference[] {
  return Object.entries(SECTION_NAMES).flatMap(([key, section]) =>
    compareSection(key, left[key as keyof Version], right[key as keyof Version]).map((sentence) => ({ version: right.from, section, sentence: typeset(sentence) })));
}

/** What changes from a rulebook to another, in French, version by version: the preview of an import. */
export function differences(before: Rulebook, after: Rulebook): Difference[] {
  const found: Difference[] = [];
  const town = (what: string, left: string, right: string): void => {
    if (left !== right) found.push({ version: null, section: 'Ville', sentence: typeset(`${what} : ${left} → ${right}`) });
  };
  town('nom', before.town.name, after.town.name);
  town('fuseau horaire', before.town.timeZone, after.town.timeZone);
  const old = new Map(before.versions.map((version) => [version.from, version]));
  for (const version of before.versions) {
    if (!after.versions.some((one) => one.from === version.from)) found.push({ version: version.from, section: 'Version', sentence: typeset(`version du ${formatDate(version.from)} : supprimée`) });
  }
  for (const version of after.versions) {
    const previous = old.get(version.from);
    if (previous) found.push(...compareVersions(previous, version));
    else found.push({ version: version.from, section: 'Version', sentence: typeset(`version du ${formatDate(version.from)} : ajoutée`) });
  }
  return found;
}

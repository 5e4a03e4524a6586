import { z } from 'zod';
import { parseRulebook } from '../rulebook/parse';
import { FORMAT } from '../rulebook/schema';
import type { Rulebook, Version } from '../rulebook/schema';

/** A rulebook of the one version, to parse or validate it. The town's own words do not matter there. */
const bookOf = (version: unknown): unknown => ({ format: FORMAT, town: { name: 'commune', timeZone: 'Europe/Paris' }, versions: [version] });

export const bookOfVersion = (version: Version): Rulebook => bookOf(version) as Rulebook;

const PREFIX = 'versions.0';
/** Path in the version of a path in the one-version rulebook; empty for the version itself. */
export const pathInVersion = (path: string): string => (path === PREFIX ? '' : path.startsWith(`${PREFIX}.`) ? path.slice(PREFIX.length + 1) : path);

function valueAt(version: unknown, path: string): unknown {
  let value = version;
  for (const key of path === '' ? [] : path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value;
}

/** What the shape refuses of a version on the screen: path → French sentence; null when it reads. */
export function readDraftBody(body: unknown): { version: Version; fields: null } | { version: null; fields: Record<string, string> } {
  const read = parseRulebook(bookOf(body));
  if (read.ok) return { version: read.rulebook.versions[0]!, fields: null };
  const fields: Record<string, string> = {};
  for (const { path, message } of read.errors) {
    const at = pathInVersion(path);
    fields[at] ??= wordAtField(at, valueAt(body, at), message);
  }
  return { version: null, fields };
}

/** What is typed in the editor's own fields is refused in its words, not in those of the file. */
const AT_FIELD: readonly [path: RegExp, sentence: string][] = [
  [/\.(from|above|upTo|below)$/, 'Écrivez un nombre, par exemple 700 ou 700,50.'],
  [/\.(at|session\.from|session\.to)$/, 'Écrivez l’heure ainsi : 10 h ou 10 h 30.'],
  [/\.days$/, 'Écrivez un nombre entier de jours.'],
  [/\.(weekdays|services)$/, 'Choisissez au moins un élément.'],
];

function wordAtField(at: string, value: unknown, message: string): string {
  if (/^from$|^calendar\.closures\.\d+\.(from|to)$/.test(at)) return value === '' ? 'Indiquez une date.' : 'Cette date n’existe pas. Écrivez-la ainsi : 01/09/2027.';
  if (value === '') return 'Ce champ est obligatoire.';
  return AT_FIELD.find(([path]) => path.test(at))?.[1] ?? message;
}

const LARGEST_BODY = 400_000;

/** The version of a draft as it arrives: its shape is the rulebook's, errors come at the field, in French. */
export const draftBody = z.custom<Version>((body) => JSON.stringify(body)?.length <= LARGEST_BODY, 'Ce règlement est trop long.')
  .transform((body, context): Version => {
    const read = readDraftBody(body);
    if (read.version) return read.version;
    for (const [path, message] of Object.entries(read.fields)) context.addIssue({ code: 'custom', path: path === '' ? [] : path.split('.'), message });
    return z.NEVER;
  });

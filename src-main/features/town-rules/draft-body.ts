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

/** What is typed in the editor is refused in its own words, not in those of the file. */
const REWORDED: readonly [start: string, sentence: string][] = [
  ['Une valeur s', 'Écrivez un nombre, par exemple 700 ou 700,50.'],
  ['Une heure s', 'Écrivez l’heure ainsi : 10 h ou 10 h 30.'],
  ['Un jour de l', 'Écrivez le jour ainsi : 1er septembre ou 1/9.'],
  ['Une date s', 'Cette date n’existe pas. Écrivez-la ainsi : 01/09/2027.'],
  ['Ce jour n', 'Cette date n’existe pas. Écrivez-la ainsi : 01/09/2027.'],
  ['Un instant s', 'Indiquez une date qui existe et une heure, par exemple 18 h.'],
  ['Un identifiant s', 'Choisissez un élément de la liste.'],
  ['Il faut un nombre', 'Écrivez un nombre entier.'],
  ['Il faut au moins un élément', 'Choisissez au moins un élément.'],
  ['Il faut remplir', 'Indiquez au moins une borne.'],
  ['Il manque une valeur', 'Ce champ est obligatoire.'],
];

function wordAtField(at: string, value: unknown, message: string): string {
  const isDay = /(^|\.)(from|to)$|\.(days|officeClosed|extraHolidays)\.\d+$/.test(at) && !/\.(arrival|sessions?)\b|rows\.\d+\.from$/.test(at);
  if (value === '') return isDay ? 'Indiquez une date.' : 'Ce champ est obligatoire.';
  return REWORDED.find(([start]) => message.startsWith(start))?.[1] ?? message;
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

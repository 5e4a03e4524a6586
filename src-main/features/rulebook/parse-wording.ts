import type { z } from 'zod';
import { enumerated } from '../../kernel/text';

/** Something in a file that its shape refuses, worded in French. */
export interface ShapeError {
  /** `versions.0.prices.2.price`; empty for the whole file. */
  path: string;
  message: string;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const KINDS: Readonly<Record<string, string>> = {
  string: 'un texte', number: 'un nombre', int: 'un nombre entier', boolean: 'oui ou non', array: 'une liste', object: 'un objet', record: 'un objet', null: 'laisser vide (null)',
};

/** What the shapes' own checks (`params.said`) mean. */
const SAID: Readonly<Record<string, string>> = {
  twice: 'Le même mot figure deux fois dans la liste.',
  noSuchDay: 'Ce jour n\'existe pas.',
  empty: 'Il faut remplir au moins une borne.',
  bothBounds: 'Une tranche a « upTo » ou « below », « from » ou « above », pas les deux.',
  noOpening: 'Il faut dire quels jours la prestation est ouverte (« weekdays » ou « opening »).',
  oneEffect: 'Il faut exactement un effet : « add », « percent », « replace » ou « bracketShift ».',
  oneAmount: 'Il faut « amount » ou « percent », et un seul des deux.',
  noHappening: 'Il faut dire quel événement déclenche ce frais (« happening »).',
  noDay: 'Il faut la date de l\'effet (« from ») ou celle du justificatif (« provedOn »).',
  oneFamily: 'Il faut « family » ou « families », et un seul des deux.',
};

const PATTERNS: readonly [start: string, message: string][] = [
  ['/^[a-z0-9]', 'Un identifiant s\'écrit en minuscules sans accent, chiffres et tirets, 40 signes au plus.'],
  ['/^\\d{4}-\\d{2}-\\d{2}T', 'Un instant s\'écrit comme 2026-11-02T23:59.'],
  ['/^\\d{4}-\\d{2}-\\d{2}$', 'Une date s\'écrit comme 2026-11-09.'],
  ['/^([01]', 'Une heure s\'écrit comme 09:00 (24:00 pour la fin du jour).'],
  ['/^(0[1-9]', 'Un jour de l\'année s\'écrit comme 09-01 (mois-jour).'],
  ['/^-?\\d', 'Une valeur s\'écrit entre guillemets, avec un point : "500.01".'],
];

const named = (path: Path): string => path.map(String).join('.');

function wordFormat(issue: { pattern?: string | undefined }): string {
  return PATTERNS.find(([start]) => issue.pattern?.startsWith(start))?.[1] ?? 'Cette forme n\'est pas reconnue.';
}

/** The branch of a union that the author most likely meant: the one that reads furthest. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));
  const misfit = (issues: readonly Issue[]): number => issues.filter((issue) => issue.code === 'invalid_value' || (issue.code === 'invalid_type' && issue.path.length === 0)).length;
  return [...branches].sort((left, right) => misfit(left) - misfit(right) || depth(right) - depth(left) || left.length - right.length)[0] ?? [];
}

function isAbsent(json: unknown, path: Path): boolean {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return true;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined;
}

/** Words what zod found in a file, in French, with its path. */
export function wordIssue(issue: Issue, json: unknown, above: Path = []): ShapeError[] {
  const place = [...above, ...issue.path];
  const path = named(place);
  switch (issue.code) {
    case 'invalid_union': {
      const branch = likeliest(issue.errors);
      return branch.length === 0 ? [{ path, message: 'Cette valeur n\'est pas reconnue ici.' }] : branch.flatMap((one) => wordIssue(one, json, place));
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: named([...place, key]), message: `Le mot « ${key} » n'existe pas ici.` }));
    case 'invalid_type':
      return [{ path, message: isAbsent(json, place) ? 'Il manque une valeur.' : `Il faut ${KINDS[issue.expected] ?? issue.expected}.` }];
    case 'invalid_value':
      return [{ path, message: `Il faut ${enumerated(issue.values.map((value) => `« ${String(value)} »`), 'ou')}.` }];
    case 'invalid_format':
      return [{ path, message: wordFormat(issue) }];
    case 'too_small':
      return [{ path, message: issue.origin === 'array' || issue.origin === 'string' ? 'Il faut au moins un élément.' : `Il faut au moins ${issue.minimum}.` }];
    case 'too_big':
      return [{ path, message: `Il faut au plus ${issue.maximum}.` }];
    case 'custom':
      return [{ path, message: SAID[String(issue.params?.said)] ?? 'Cette valeur n\'est pas acceptée.' }];
    default:
      return [{ path, message: 'Cette valeur n\'est pas acceptée.' }];
  }
}

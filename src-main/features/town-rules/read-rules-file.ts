import { AppError } from '../../kernel/errors';
import { typeset } from '../rulebook/explain';
import { parseRulebook } from '../rulebook/parse';
import { FORMAT } from '../rulebook/schema';
import type { Rulebook } from '../rulebook/schema';
import { isOlderFormat, upgradeRulebook } from '../rulebook/upgrade';
import { LARGEST_RULES_FILE } from './schema';
import type { FileError } from './schema';

const [NAME, NUMBER] = FORMAT.split('/') as [string, string];

/** What a file holds: a rulebook, of an older format or not, or what its shape refuses. */
export type RulesFileRead =
  | { readonly rulebook: Rulebook; readonly isOlder: boolean; readonly errors: readonly [] }
  | { readonly rulebook: null; readonly isOlder: boolean; readonly errors: readonly FileError[] };

/**
 * Reads a rulebook file as it was chosen.
 * Throws AppError `rules.fileTooBig`, `rules.fileNotJson`, `rules.fileNewer`, `rules.fileNotRules`, at `text`.
 */
export function readRulesFile(text: string): RulesFileRead {
  if (Buffer.byteLength(text) > LARGEST_RULES_FILE) throw refused('rules.fileTooBig');
  const json = parsed(text);
  const isOlder = isOlderFormat(json);
  if (!isOlder) refuseOtherFiles(json);
  const read = parseRulebook(upgradeRulebook(json));
  if (read.ok) return { rulebook: read.rulebook, isOlder, errors: [] };
  return { rulebook: null, isOlder, errors: read.errors.map(({ path, message }) => ({ path, message: typeset(message) })) };
}

const refused = (code: string): AppError => new AppError(code, {}, 'invalid', 'text');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refused('rules.fileNotJson');
  }
}

function refuseOtherFiles(json: unknown): void {
  const format = typeof json === 'object' && json !== null && 'format' in json ? String(json.format) : '';
  if (format === FORMAT) return;
  const [name, number] = format.split('/');
  throw refused(name === NAME && Number(number) > Number(NUMBER) ? 'rules.fileNewer' : 'rules.fileNotRules');
}

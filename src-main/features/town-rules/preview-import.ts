import type { Context } from '../../platform/procedures/services';
import type { Rulebook, Version } from '../rulebook/schema';
import { townOf } from '../town/queries';
import { calendarFacts } from './calendar-facts';
import { versionBefore } from './check-draft';
import { differencesBetween } from './differences';
import { questionsOf } from './questions';
import { readRulesFile } from './read-rules-file';
import { rulebookOf } from './rulebook-of';
import type { ImportedVersion, ImportPreview } from './schema';

/** A file that is wrong all over is told by its first errors. */
const ERRORS_TOLD = 30;

/** What a rulebook file would bring, version by version, beside the present text. Saves nothing. Throws as `readRulesFile`. */
export async function previewImport(context: Pick<Context, 'db'>, text: string): Promise<ImportPreview> {
  const { rulebook, isOlder, errors } = readRulesFile(text);
  if (!rulebook) return { town: null, isOlder, errors: errors.slice(0, ERRORS_TOLD), moreErrors: Math.max(0, errors.length - ERRORS_TOLD), versions: [] };
  const present = await rulebookOf(context.db);
  const calendar = calendarFacts(await townOf(context.db));
  const drafts = await context.db.select<{ fromOn: string }>('SELECT from_on AS fromOn FROM rulebook_drafts');
  return {
    town: rulebook.town.name, isOlder, errors: [], moreErrors: 0,
    versions: rulebook.versions.map((version, index) => ({
      ...standing(rulebook, index, version, drafts.some((draft) => draft.fromOn === version.from)),
      label: version.label ?? null,
      services: version.services.map((service) => service.label),
      questions: questionsOf(version, calendar),
      ...comparison(present, version),
    })),
  };
}

function standing(rulebook: Rulebook, index: number, { from }: Version, hasDraft: boolean): Pick<ImportedVersion, 'index' | 'fromOn' | 'hasDraft' | 'isTwice'> {
  return { index, fromOn: from, hasDraft, isTwice: rulebook.versions.some((other, place) => place !== index && other.from === from) };
}

function comparison(present: Rulebook, version: Version): Pick<ImportedVersion, 'comparedTo' | 'differences'> {
  const before = versionBefore(present, version.from);
  return { comparedTo: before?.from ?? null, differences: differencesBetween(before, version) };
}

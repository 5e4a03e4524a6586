import type { z } from 'zod';
import { formatDate } from '../../kernel/french-dates';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import type { Version } from '../rulebook/schema';
import { townRulesModels } from './models';
import { draftById } from './queries';
import { readRulesFile } from './read-rules-file';
import type { Draft, importDraftsInput } from './schema';
import { refuseSecondDraft } from './start-draft';

/**
 * Keeps the chosen versions of a rulebook file as drafts, to check and put in force as any other:
 * importing changes nothing of what applies. All of them, or none.
 * Throws as `readRulesFile`, AppError `rules.fileHasErrors`, `rules.draftExists`.
 */
export function importDrafts(context: Context, { text, versions }: z.output<typeof importDraftsInput>): Promise<readonly Draft[]> {
  const { rulebook } = readRulesFile(text);
  const chosen = versions.map((index) => rulebook?.versions[index]);
  return context.db.write(async () => {
    const drafts: Draft[] = [];
    for (const version of chosen) {
      if (!version) throw new AppError('rules.fileHasErrors', {}, 'invalid', 'text');
      drafts.push(await keep(context, version));
    }
    return drafts;
  });
}

async function keep(context: Context, version: Version): Promise<Draft> {
  await refuseSecondDraft(context, version.from);
  const row = await townRulesModels(context.db).RulebookDraft.create({
    fromOn: version.from, body: JSON.stringify(version), updatedAt: context.clock.now(), updatedBy: context.actor.name,
  });
  await recordDeed(context, { action: 'rules.importDraft', subject: `Règlement importé comme brouillon, à partir du ${formatDate(version.from)}` });
  return draftById(context.db, row.id);
}

import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import type { Version } from '../rulebook/schema';
import { townRulesModels } from './models';
import { draftById } from './queries';
import type { Draft, DraftRef } from './schema';
import { refuseSecondDraft } from './start-draft';

/**
 * Keeps a draft as typed, open questions included; its day is `version.from`.
 * Throws AppError `changedMeanwhile` when someone saved since `revision`, `rules.draftGone`, `rules.draftExists`.
 */
export function saveDraft(context: Context, { id, revision, version }: DraftRef & { readonly version: Version }): Promise<Draft> {
  return context.db.write(async () => {
    await draftById(context.db, id);
    await refuseSecondDraft(context, version.from, id);
    const [changed] = await townRulesModels(context.db).RulebookDraft.update(
      { fromOn: version.from, body: JSON.stringify(version), revision: revision + 1, updatedAt: context.clock.now(), updatedBy: context.actor.name },
      { where: { id, revision } },
    );
    if (changed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
    return draftById(context.db, id);
  });
}

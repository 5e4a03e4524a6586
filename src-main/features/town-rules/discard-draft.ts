import { formatDate } from '../../kernel/french-dates';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { townRulesModels } from './models';
import { draftById } from './queries';
import type { DraftRef } from './schema';

/** Throws a draft away. Throws AppError `changedMeanwhile` when someone saved it since `revision`. */
export function discardDraft(context: Context, { id, revision }: DraftRef): Promise<void> {
  return context.db.write(async () => {
    const draft = await draftById(context.db, id);
    await takeDraft(context, { id, revision });
    await recordDeed(context, { action: 'rules.discardDraft', subject: `Brouillon de règlement abandonné (à partir du ${formatDate(draft.fromOn)})` });
  });
}

/** Removes the draft of this very revision. */
export async function takeDraft({ db }: Pick<Context, 'db'>, { id, revision }: DraftRef): Promise<void> {
  const taken = await townRulesModels(db).RulebookDraft.destroy({ where: { id, revision } });
  if (taken === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
}

import type { z } from 'zod';
import { formatDate } from '../../kernel/french-dates';
import { AppError } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import type { Version } from '../rulebook/schema';
import { townRulesModels } from './models';
import { draftById, versionById } from './queries';
import type { Draft, startDraftInput } from './schema';
import { starterVersion } from './starter-rulebook';

/**
 * Starts a draft from a version, or from the starter rulebook for a town that has none.
 * Throws AppError `rules.draftExists` at `fromOn` when a draft already starts that day.
 */
export function startDraft(context: Context, { copyOf, fromOn }: z.output<typeof startDraftInput>): Promise<Draft> {
  return context.db.write(async () => {
    await refuseSecondDraft(context, fromOn);
    const version = copyOf === null ? await starterVersion(context.db, fromOn) : asOf(await versionById(context.db, copyOf), fromOn);
    const row = await townRulesModels(context.db).RulebookDraft.create({
      fromOn, body: JSON.stringify(version), updatedAt: context.clock.now(), updatedBy: context.actor.name,
    });
    await recordDeed(context, { action: 'rules.startDraft', subject: `Brouillon de règlement commencé, à partir du ${formatDate(fromOn)}` });
    return draftById(context.db, row.id);
  });
}

/** The council's title belongs to the text it voted: a copy starts without. */
function asOf({ label: _, ...version }: Version, fromOn: LocalDate): Version {
  return { ...version, from: fromOn };
}

/** Two drafts of one day would overwrite each other once in force. */
export async function refuseSecondDraft({ db }: Pick<Context, 'db'>, fromOn: LocalDate, exceptId = 0): Promise<void> {
  const other = await db.selectOne('SELECT id FROM rulebook_drafts WHERE from_on = $fromOn AND id <> $exceptId', { fromOn, exceptId });
  if (other) throw new AppError('rules.draftExists', { fromOn }, 'conflict', 'fromOn');
}

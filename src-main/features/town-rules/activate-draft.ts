import { formatDate } from '../../kernel/french-dates';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { townOf } from '../town/queries';
import { calendarFacts } from './calendar-facts';
import { versionBefore } from './check-draft';
import { differencesBetween } from './differences';
import { takeDraft } from './discard-draft';
import { townRulesModels } from './models';
import { draftById } from './queries';
import { questionsOf } from './questions';
import { rulebookOf } from './rulebook-of';
import type { DraftRef } from './schema';

/**
 * Puts a draft in force from its day. It takes the place of the version that starts the same day,
 * if there is one; that one is kept, marked as replaced.
 * Throws AppError `rules.openQuestions`, naming the first one, while errors remain (specification §9).
 */
export function activateDraft(context: Context, { id, revision }: DraftRef): Promise<{ versionId: number }> {
  return context.db.write(async () => {
    const { version } = await draftById(context.db, id);
    refuseOpenQuestions(questionsOf(version, calendarFacts(await townOf(context.db))));
    const before = versionBefore(await rulebookOf(context.db), version.from);
    await takeDraft(context, { id, revision });
    const { RulebookVersion } = townRulesModels(context.db);
    const at = context.clock.now();
    await RulebookVersion.update({ replacedAt: at }, { where: { fromOn: version.from, replacedAt: null } });
    const row = await RulebookVersion.create({ fromOn: version.from, body: JSON.stringify(version), activatedAt: at, activatedBy: context.actor.name });
    const differences = differencesBetween(before, version);
    await recordDeed(context, {
      action: 'rules.activate',
      subject: `Règlement mis en vigueur à partir du ${formatDate(version.from)}`,
      before: before ? Object.fromEntries(differences.map(({ title, removed }) => [title, removed])) : undefined,
      after: Object.fromEntries(differences.map(({ title, added }) => [title, added])),
    });
    return { versionId: row.id };
  });
}

function refuseOpenQuestions(questions: ReturnType<typeof questionsOf>): void {
  const open = questions.filter((question) => question.level === 'error');
  const [first] = open;
  if (first) throw new AppError('rules.openQuestions', { count: open.length, question: first.question, at: first.at }, 'invalid', first.at);
}

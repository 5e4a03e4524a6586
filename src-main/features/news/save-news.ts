import type { StaffActor } from '../../kernel/actor';
import { AppError, notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { cleanText } from '../messages/rich-text';
import { localToday } from '../town/queries';
import { newsOf } from './queries';
import type { NewsInput, NewsLine } from './schema';

/** The text as parents will read it. Throws AppError `news.empty`. */
export const previewNews = (html: string): string => cleanText(html, 'news.empty');

/**
 * Publishes a piece of news (id null) or changes one that is still on the portal. Throws AppError
 * `notFound`, `news.empty`, `news.endBeforeStart`, `news.endPast`, `news.withdrawn`, `changedMeanwhile`.
 */
export function saveNews(context: Context<StaffActor>, input: NewsInput): Promise<NewsLine[]> {
  const { db, clock, actor } = context;
  return db.write(async () => {
    const today = await localToday(context);
    const { id, title, fromOn, untilOn, pinned } = input;
    const html = previewNews(input.html);
    if (untilOn !== null && untilOn < fromOn) throw new AppError('news.endBeforeStart', {}, 'invalid', 'untilOn');
    if (untilOn !== null && untilOn < today) throw new AppError('news.endPast', {}, 'invalid', 'untilOn');
    const told = { title, html, fromOn, untilOn, pinned: pinned ? 1 : 0 };
    if (id === null) {
      await db.run(
        `INSERT INTO news (title, html, from_on, until_on, pinned, published_by, published_at, version)
         VALUES ($title, $html, $fromOn, $untilOn, $pinned, $by, $at, 1)`, { ...told, by: actor.id, at: clock.now() },
      );
    } else {
      const before = await changeable(context, id);
      if (before.version !== input.version) throw new AppError('changedMeanwhile', {}, 'conflict');
      await db.run('UPDATE news SET title = $title, html = $html, from_on = $fromOn, until_on = $untilOn, pinned = $pinned, version = version + 1 WHERE id = $id', { ...told, id });
    }
    await recordDeed(context, { action: 'news.save', subject: `Actualité « ${title} »` });
    return newsOf(db, today);
  });
}

/** Takes a piece of news off the portal for good. Throws AppError `notFound`, `news.withdrawn`. */
export function withdrawNews(context: Context<StaffActor>, id: number): Promise<NewsLine[]> {
  const { db, clock } = context;
  return db.write(async () => {
    const { title } = await changeable(context, id);
    await db.run('UPDATE news SET withdrawn_at = $at, version = version + 1 WHERE id = $id', { id, at: clock.now() });
    await recordDeed(context, { action: 'news.withdraw', subject: `Actualité « ${title} » retirée` });
    return newsOf(db, await localToday(context));
  });
}

async function changeable({ db }: Pick<Context, 'db'>, id: number): Promise<{ title: string; version: number }> {
  const found = await db.selectOne<{ title: string; version: number; withdrawnAt: string | null }>('SELECT title, version, withdrawn_at AS withdrawnAt FROM news WHERE id = $id', { id });
  if (!found) throw notFound();
  if (found.withdrawnAt !== null) throw new AppError('news.withdrawn', {}, 'conflict');
  return found;
}

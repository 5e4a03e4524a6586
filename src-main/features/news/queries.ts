import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { NewsLine, ShownNews } from './schema';

type Row = Omit<NewsLine, 'pinned'> & { readonly pinned: number };

/** Every piece of news, those shown today first, with where each stands on that day. */
export async function newsOf(db: Database, today: LocalDate): Promise<NewsLine[]> {
  const rows = await db.select<Row>(
    `SELECT news.id, news.title, news.html, news.from_on AS fromOn, news.until_on AS untilOn, news.pinned, staff.name AS publishedBy, news.published_at AS publishedAt, news.version,
       CASE WHEN news.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN news.from_on > $today THEN 'coming' WHEN news.until_on < $today THEN 'over' ELSE 'shown' END AS state
     FROM news JOIN staff_users staff ON staff.id = news.published_by
     ORDER BY CASE state WHEN 'shown' THEN 0 WHEN 'coming' THEN 1 ELSE 2 END, news.pinned DESC, news.from_on DESC, news.id DESC LIMIT 200`, { today },
  );
  return rows.map((row) => ({ ...row, pinned: row.pinned === 1 }));
}

/** What parents read on a day: at most five, those put first before the others, then the newest. */
export const newsShown = (db: Database, today: LocalDate): Promise<ShownNews[]> =>
  db.memo(`news:${today}`, () => db.select<ShownNews>(
    `SELECT id, title, html, from_on AS fromOn FROM news WHERE withdrawn_at IS NULL AND from_on <= $today AND (until_on IS NULL OR until_on >= $today)
     ORDER BY pinned DESC, from_on DESC, id DESC LIMIT 5`, { today },
  ));

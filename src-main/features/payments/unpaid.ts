import type { z } from 'zod';
import type { Context } from '../../platform/procedures/services';
import { searchWords } from '../families/search-text';
import { OPEN_CENTS } from '../ledger/open-entries';
import { localToday } from '../town/queries';
import type { unpaidInput } from './shape/inputs';
import type { UnpaidLine, UnpaidList } from './shape/answers';

type Row = Omit<UnpaidLine, 'archived'> & { readonly archived: number; readonly total: number; readonly allOwed: number; readonly allOverdue: number };

/** Families that owe, the oldest debt first, with the sums of all that match. Only families whose balance is above zero are looked into. */
export async function unpaid(context: Pick<Context, 'db' | 'clock'>, { text, overdueOnly, limit, offset }: z.output<typeof unpaidInput>): Promise<UnpaidList> {
  const today = await localToday(context);
  const words = searchWords(text);
  const named = words.map((_, index) => ` AND instr(family.search_text, $word${index}) > 0`).join('');
  const rows = await context.db.select<Row>(
    `WITH open AS (
       SELECT family_id, due_on, ${OPEN_CENTS} AS openCents FROM ledger_entries entry
       WHERE cents > 0 AND family_id IN (SELECT family_id FROM ledger_entries GROUP BY family_id HAVING sum(cents) > 0)
     ), owing AS (
       SELECT family_id AS familyId, sum(openCents) AS owedCents, sum(CASE WHEN due_on < $today THEN openCents ELSE 0 END) AS overdueCents,
         count(*) AS invoices, min(due_on) AS oldestDueOn FROM open WHERE openCents > 0 GROUP BY family_id
     )
     SELECT owing.*, family.name, family.archived_at IS NOT NULL AS archived,
       coalesce((SELECT coalesce(nullif(mobile_phone, ''), nullif(home_phone, ''), office_phone) FROM family_adults place JOIN persons person ON person.id = place.person_id
         WHERE place.family_id = familyId AND place.kind = 'guardian' ORDER BY place.position LIMIT 1), '') AS phone,
       coalesce((SELECT email FROM family_adults place JOIN persons person ON person.id = place.person_id
         WHERE place.family_id = familyId AND place.kind = 'guardian' ORDER BY place.position LIMIT 1), '') AS email,
       count(*) OVER () AS total, sum(owedCents) OVER () AS allOwed, sum(overdueCents) OVER () AS allOverdue
     FROM owing JOIN families family ON family.id = owing.familyId
     WHERE (${overdueOnly ? 'overdueCents > 0' : 'TRUE'})${named}
     ORDER BY oldestDueOn IS NULL, oldestDueOn, owedCents DESC, family.name LIMIT $limit OFFSET $offset`,
    { today, limit, offset, ...Object.fromEntries(words.map((word, index) => [`word${index}`, word])) },
  );
  const [first] = rows;
  return {
    today, total: first?.total ?? 0, owedCents: first?.allOwed ?? 0, overdueCents: first?.allOverdue ?? 0,
    lines: rows.map(({ total: _, allOwed: _owed, allOverdue: _overdue, archived, ...line }) => ({ ...line, archived: archived === 1 })),
  };
}

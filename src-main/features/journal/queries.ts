import { z } from 'zod';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import type { JournalEntry, journalFilter } from './schema';

type Row = Omit<JournalEntry, 'before' | 'after'> & { readonly before: string | null; readonly after: string | null };

const values = z.record(z.string(), z.unknown());

/** Entries of the journal, the newest first; a page at a time through `beforeId`. */
export async function listJournal(db: Database, filter: z.output<typeof journalFilter>): Promise<JournalEntry[]> {
  const conditions = ['id < $beforeId'];
  if (filter.familyId) conditions.push('family_id = $familyId');
  if (filter.search) conditions.push("(subject LIKE '%' || $search || '%' OR actor_name LIKE '%' || $search || '%')");
  const rows = await db.select<Row>(
    `SELECT id, at, actor_kind AS actorKind, actor_name AS actorName, action, subject, family_id AS familyId, child_id AS childId, before, after
     FROM journal WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $limit`,
    {
      beforeId: filter.beforeId ?? Number.MAX_SAFE_INTEGER, limit: filter.limit,
      ...(filter.familyId && { familyId: filter.familyId }), ...(filter.search && { search: filter.search }),
    },
  );
  return rows.map((row) => ({
    ...row,
    before: row.before === null ? null : readJson(values, row.before),
    after: row.after === null ? null : readJson(values, row.after),
  }));
}

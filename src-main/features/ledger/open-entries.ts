import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { EntryKind } from './schema';

/** An entry with what is not allocated of it yet, in cents, never below zero. */
export interface OpenEntry {
  readonly id: number;
  readonly familyId: number;
  readonly kind: EntryKind;
  readonly cents: number;
  readonly label: string;
  readonly onDay: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly openCents: number;
}

/** SQL: what is left of the entry named `entry`. Two branches, for each reads its own index. */
export const OPEN_CENTS = `(abs(entry.cents) - CASE WHEN entry.cents > 0
  THEN coalesce((SELECT sum(cents) FROM allocations WHERE debit_id = entry.id), 0)
  ELSE coalesce((SELECT sum(cents) FROM allocations WHERE credit_id = entry.id), 0) END)`;

const COLUMNS = `id, family_id AS familyId, kind, cents, label, on_day AS onDay, due_on AS dueOn, ${OPEN_CENTS} AS openCents`;

/** SQL: the oldest first, by the last day to pay, then as they were written. */
export const OLDEST_FIRST = 'coalesce(entry.due_on, entry.on_day), entry.id';

/** A family's entries that are not wholly allocated, the oldest first. */
export const openEntriesOf = (db: Database, familyId: number): Promise<OpenEntry[]> =>
  db.select<OpenEntry>(
    `SELECT * FROM (SELECT ${COLUMNS}, row_number() OVER (ORDER BY ${OLDEST_FIRST}) AS rank FROM ledger_entries entry WHERE family_id = $familyId)
     WHERE openCents > 0 ORDER BY rank`,
    { familyId },
  );

/** Some entries, with what is left of each. */
export const entriesById = (db: Database, ids: readonly number[]): Promise<OpenEntry[]> =>
  db.select<OpenEntry>(`SELECT ${COLUMNS} FROM ledger_entries entry WHERE id IN (SELECT value FROM json_each($ids)) ORDER BY id`, { ids: JSON.stringify(ids) });

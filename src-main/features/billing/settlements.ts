import type { Instant } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';

/** What settled an entry, or what a credit settled; an undone allocation is a row below zero. In cents. */
export interface Settlement {
  readonly label: string;
  readonly cents: number;
  readonly at: Instant;
}

/** Allocations of an entry of the ledger, the oldest first. */
export const settlementsOf = (db: Database, entryId: number): Promise<Settlement[]> =>
  db.select<Settlement>(
    `SELECT other.label, one.cents, one.at FROM allocations one
     JOIN ledger_entries other ON other.id = CASE WHEN one.debit_id = $entryId THEN one.credit_id ELSE one.debit_id END
     WHERE one.debit_id = $entryId OR one.credit_id = $entryId ORDER BY one.id`,
    { entryId },
  );

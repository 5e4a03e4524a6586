import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { OLDEST_FIRST, OPEN_CENTS } from '../ledger/open-entries';

/** A debit that a credit settles, in cents. */
export interface Settled {
  readonly entryId: number;
  readonly label: string;
  readonly dueOn: LocalDate | null;
  /** Settled by this credit. */
  readonly cents: number;
  /** Still to pay of it. */
  readonly leftCents: number;
}

/** What a payment's entry settles as things stand, the debit to be paid first first; its own reversal left out. */
export const settledBy = (db: Database, creditId: number): Promise<Settled[]> =>
  db.select<Settled>(
    `SELECT entry.id AS entryId, entry.label, entry.due_on AS dueOn, sum(one.cents) AS cents, ${OPEN_CENTS} AS leftCents
     FROM allocations one JOIN ledger_entries entry ON entry.id = one.debit_id
     WHERE one.credit_id = $creditId AND entry.kind <> 'reversal'
     GROUP BY entry.id HAVING sum(one.cents) > 0 ORDER BY ${OLDEST_FIRST}`,
    { creditId },
  );

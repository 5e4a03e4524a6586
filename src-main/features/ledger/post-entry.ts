import type { Context } from '../../platform/procedures/services';
import type { NewEntry } from './schema';

/** What the ledger's commands need; they are called inside a write. */
export type LedgerContext = Pick<Context, 'db' | 'clock'>;

/**
 * Writes an entry in a family's ledger, inside the write of the paper that it tells. Gives its id.
 * Throws RangeError for an amount of zero or with a fraction.
 */
export async function postEntry({ db, clock }: LedgerContext, entry: NewEntry): Promise<number> {
  if (!Number.isSafeInteger(entry.cents) || entry.cents === 0) throw new RangeError(`no amount of a ledger: ${entry.cents}`);
  const [row] = await db.runReturning<{ id: number }>(
    `INSERT INTO ledger_entries (family_id, kind, cents, label, on_day, due_on, at)
     VALUES ($familyId, $kind, $cents, $label, $onDay, $dueOn, $at) RETURNING id`,
    { familyId: entry.familyId, kind: entry.kind, cents: entry.cents, label: entry.label, onDay: entry.onDay, dueOn: entry.dueOn ?? null, at: clock.now() },
  );
  return row!.id;
}

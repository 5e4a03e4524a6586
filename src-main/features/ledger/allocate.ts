import { AppError } from '../../kernel/errors';
import { entriesById, openEntriesOf } from './open-entries';
import type { LedgerContext } from './post-entry';

/**
 * Settles a part of a debit by a credit of the same family, inside a write. Amount in cents.
 * Throws AppError `ledger.overAllocated` when either has less left, RangeError for entries that cannot meet.
 */
export async function allocate(context: LedgerContext, creditId: number, debitId: number, cents: number): Promise<void> {
  if (!Number.isSafeInteger(cents) || cents <= 0) throw new RangeError(`no amount to allocate: ${cents}`);
  const entries = await entriesById(context.db, [creditId, debitId]);
  const credit = entries.find(({ id }) => id === creditId);
  const debit = entries.find(({ id }) => id === debitId);
  if (!credit || !debit || credit.cents > 0 || debit.cents < 0 || credit.familyId !== debit.familyId) {
    throw new RangeError(`entries ${creditId} and ${debitId} cannot settle each other`);
  }
  const short = [debit, credit].find(({ openCents }) => openCents < cents);
  if (short) throw new AppError('ledger.overAllocated', { label: short.label, openCents: short.openCents, cents }, 'conflict');
  await insert(context, creditId, debitId, cents);
}

/**
 * Settles a family's open debits by its open credits, inside a write: the debit to be paid first by
 * the oldest credit. Afterwards the family has open debits or open credits, never both.
 */
export async function allocateOldestFirst(context: LedgerContext, familyId: number): Promise<void> {
  const open = await openEntriesOf(context.db, familyId);
  const left = new Map(open.map(({ id, openCents }) => [id, openCents]));
  const debits = open.filter(({ cents }) => cents > 0);
  for (const credit of open.filter(({ cents }) => cents < 0)) {
    for (const debit of debits) {
      const cents = Math.min(left.get(credit.id) ?? 0, left.get(debit.id) ?? 0);
      if (cents === 0) continue;
      await insert(context, credit.id, debit.id, cents);
      left.set(credit.id, (left.get(credit.id) ?? 0) - cents);
      left.set(debit.id, (left.get(debit.id) ?? 0) - cents);
    }
  }
}

/** Undoes every allocation of an entry, by rows below zero, inside a write. */
export async function freeEntry(context: LedgerContext, entryId: number): Promise<void> {
  const pairs = await context.db.select<{ creditId: number; debitId: number; cents: number }>(
    `SELECT credit_id AS creditId, debit_id AS debitId, sum(cents) AS cents FROM allocations
     WHERE credit_id = $entryId OR debit_id = $entryId GROUP BY credit_id, debit_id HAVING sum(cents) <> 0 ORDER BY min(id)`,
    { entryId },
  );
  for (const { creditId, debitId, cents } of pairs) await insert(context, creditId, debitId, -cents);
}

async function insert({ db, clock }: LedgerContext, creditId: number, debitId: number, cents: number): Promise<void> {
  await db.run('INSERT INTO allocations (credit_id, debit_id, cents, at) VALUES ($creditId, $debitId, $cents, $at)', { creditId, debitId, cents, at: clock.now() });
}

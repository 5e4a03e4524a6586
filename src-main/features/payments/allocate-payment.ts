import { AppError } from '../../kernel/errors';
import { allocate, allocateOldestFirst } from '../ledger/allocate';
import { openEntriesOf } from '../ledger/open-entries';
import type { LedgerContext } from '../ledger/post-entry';
import type { ChosenPart } from './shape/inputs';

interface ToAllocate {
  readonly familyId: number;
  readonly entryId: number;
  readonly cents: number;
  /** Where several pay for a family, a payer's money goes to their own invoices before the others'. */
  readonly payerId: number | null;
  readonly chosen: readonly ChosenPart[];
}

/**
 * Spends a payment, inside a write: first what staff chose, then the payer's own invoices, then the
 * family's others, each the one to be paid first first. What is left stays as credit.
 * Throws AppError `payments.chosenNotDue`, `ledger.overAllocated`.
 */
export async function allocatePayment(context: LedgerContext, { familyId, entryId, cents, payerId, chosen }: ToAllocate): Promise<void> {
  const debits = (await openEntriesOf(context.db, familyId)).filter((entry) => entry.cents > 0);
  if (chosen.some((part) => !debits.some(({ id }) => id === part.entryId))) throw new AppError('payments.chosenNotDue', {}, 'conflict', 'chosen');
  let left = cents;
  const open = new Map(debits.map(({ id, openCents }) => [id, openCents]));
  const settle = async (debitId: number, part: number): Promise<void> => {
    if (part <= 0) return;
    await allocate(context, entryId, debitId, part);
    open.set(debitId, open.get(debitId)! - part);
    left -= part;
  };
  for (const part of chosen) await settle(part.entryId, part.cents);
  const own = await invoicesOfPayer(context, familyId, payerId);
  for (const { id } of debits.filter((debit) => own.has(debit.id))) await settle(id, Math.min(left, open.get(id)!));
  await allocateOldestFirst(context, familyId);
}

async function invoicesOfPayer({ db }: LedgerContext, familyId: number, payerId: number | null): Promise<ReadonlySet<number>> {
  if (payerId === null) return new Set();
  const rows = await db.select<{ entryId: number }>(
    'SELECT entry_id AS entryId FROM invoices WHERE family_id = $familyId AND payer_id = $payerId AND entry_id IS NOT NULL', { familyId, payerId },
  );
  return new Set(rows.map(({ entryId }) => entryId));
}

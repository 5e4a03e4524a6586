import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { freeEntry } from '../ledger/allocate';
import { allocatePayment } from './allocate-payment';
import { paymentById } from './payment-by-id';
import { settledBy } from './settles';
import type { changeAllocationInput } from './shape/inputs';

/**
 * Makes a payment settle other debits than before, in one deed; what is not chosen goes on to the
 * oldest. Throws AppError `payments.unknown`, `payments.reversedStays`, `changedMeanwhile`,
 * `payments.chosenTooMuch`, `payments.chosenNotDue`, `ledger.overAllocated`.
 */
export function changeAllocation(context: Context, { paymentId, stamp, chosen }: z.output<typeof changeAllocationInput>): Promise<void> {
  return context.db.write(async () => {
    const payment = await paymentById(context.db, paymentId);
    if (payment.reversedOn) throw new AppError('payments.reversedStays', {}, 'conflict');
    if (await stampOf(context.db, payment.entryId) !== stamp) throw new AppError('changedMeanwhile', {}, 'conflict');
    const chosenCents = chosen.reduce((sum, part) => sum + part.cents, 0);
    if (chosenCents > payment.cents) throw new AppError('payments.chosenTooMuch', { chosenCents, cents: payment.cents }, 'invalid', 'chosen');
    const before = await wordsOf(context.db, payment.entryId);
    await freeEntry(context, payment.entryId);
    await allocatePayment(context, { familyId: payment.familyId, entryId: payment.entryId, cents: payment.cents, payerId: payment.payerId, chosen });
    await recordDeed(context, {
      action: 'payment.allocate',
      subject: `Famille ${payment.familyName} : règlement ${payment.label} réparti autrement`,
      familyId: payment.familyId,
      before: { settles: before },
      after: { settles: await wordsOf(context.db, payment.entryId) },
    });
  });
}

/** Grows with each change of what a payment settles. */
export async function stampOf(db: Database, creditId: number): Promise<number> {
  const row = await db.selectOne<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM allocations WHERE credit_id = $creditId', { creditId });
  return row?.last ?? 0;
}

const wordsOf = async (db: Database, entryId: number): Promise<{ label: string; cents: number }[]> =>
  (await settledBy(db, entryId)).map(({ label, cents }) => ({ label, cents }));

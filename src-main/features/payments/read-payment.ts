import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import { balancesOf } from '../ledger/account';
import { OLDEST_FIRST, OPEN_CENTS } from '../ledger/open-entries';
import { stampOf } from './change-allocation';
import { lineOf, PAYMENT_COLUMNS, PAYMENT_FROM } from './list-payments';
import type { PaymentRead } from './list-payments';
import type { PaymentDetail, PaymentPart } from './shape/answers';

type Row = PaymentRead & Pick<PaymentDetail, 'note' | 'entryId'>;
type Reversal = NonNullable<PaymentDetail['reversal']>;

/** One payment: what it settles, what it could settle, what reversing it would do. Throws AppError `payments.unknown`. */
export async function readPayment(db: Database, paymentId: number): Promise<PaymentDetail> {
  const row = await db.selectOne<Row>(
    `SELECT ${PAYMENT_COLUMNS}, payment.note, payment.entry_id AS entryId ${PAYMENT_FROM} WHERE payment.id = $paymentId`, { paymentId },
  );
  if (!row) throw new AppError('payments.unknown', {}, 'notFound');
  const [reversal, parts, balances, stamp] = await Promise.all([
    db.selectOne<Reversal>('SELECT reason, on_day AS onDay, at, by_name AS byName FROM payment_reversals WHERE payment_id = $paymentId', { paymentId }),
    partsOf(db, row.familyId, row.entryId),
    balancesOf(db, [row.familyId]),
    stampOf(db, row.entryId),
  ]);
  const balanceCents = balances.get(row.familyId)!;
  return {
    ...lineOf(row),
    reference: row.reference, bank: row.bank, note: row.note, entryId: row.entryId,
    reversal, parts, stamp, balanceCents,
    creditCents: reversal ? 0 : row.cents - parts.reduce((sum, { mineCents }) => sum + mineCents, 0),
    balanceIfReversedCents: balanceCents + (reversal ? 0 : row.cents),
  };
}

/** Debits that this credit settles, or that are still open. */
async function partsOf(db: Database, familyId: number, creditId: number): Promise<PaymentPart[]> {
  const rows = await db.select<PaymentPart>(
    `SELECT entry.id AS entryId, invoice.id AS invoiceId, entry.label, entry.due_on AS dueOn, entry.cents, ${OPEN_CENTS} AS openCents,
       coalesce((SELECT sum(cents) FROM allocations WHERE debit_id = entry.id AND credit_id = $creditId), 0) AS mineCents
     FROM ledger_entries entry LEFT JOIN invoices invoice ON invoice.entry_id = entry.id
     WHERE entry.family_id = $familyId AND entry.cents > 0 AND entry.kind <> 'reversal' ORDER BY ${OLDEST_FIRST}`,
    { familyId, creditId },
  );
  return rows.filter(({ mineCents, openCents }) => mineCents > 0 || openCents > 0);
}

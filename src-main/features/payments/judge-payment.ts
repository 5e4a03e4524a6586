import { AppError } from '../../kernel/errors';
import { addMonths } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { z } from 'zod';
import type { Database } from '../../platform/database/database';
import { balancesOf } from '../ledger/account';
import type { recordInput } from './shape/inputs';

type Input = z.output<typeof recordInput>;

/** Refuses what cannot be a payment of this family: each refusal names its field. Called inside the write. */
export async function judgePayment(db: Database, input: Input, today: LocalDate): Promise<void> {
  await refuseUnknownPeople(db, input);
  refuseStrangeDay(input.receivedOn, today);
  await refuseKnownCheque(db, input);
  await refuseSurprise(db, input);
}

async function refuseUnknownPeople(db: Database, { familyId, payerId }: Input): Promise<void> {
  if (!await db.selectOne('SELECT id FROM families WHERE id = $familyId', { familyId })) throw new AppError('families.unknown', {}, 'notFound');
  if (payerId === null) return;
  const known = await db.selectOne(
    `SELECT 1 AS known WHERE EXISTS (SELECT 1 FROM family_adults WHERE family_id = $familyId AND person_id = $payerId)
       OR EXISTS (SELECT 1 FROM invoices WHERE family_id = $familyId AND payer_id = $payerId)`,
    { familyId, payerId },
  );
  if (!known) throw new AppError('payments.unknownPayer', {}, 'invalid', 'payerId');
}

/** A payment is recorded when it is in hand; a year back is as far as an accounting year is still open. */
function refuseStrangeDay(receivedOn: LocalDate, today: LocalDate): void {
  if (receivedOn > today) throw new AppError('payments.inFuture', { today }, 'invalid', 'receivedOn');
  const from = addMonths(today, -12);
  if (receivedOn < from) throw new AppError('payments.tooOld', { from }, 'invalid', 'receivedOn');
}

/** The same cheque typed twice, by two people or on two days. One that came back unpaid was reversed, and may come again. */
async function refuseKnownCheque(db: Database, { familyId, means, reference, bank, cents }: Input): Promise<void> {
  if (means !== 'cheque' || reference === '') return;
  const known = await db.selectOne<{ label: string; receivedOn: string }>(
    `SELECT label, received_on AS receivedOn FROM payments
     WHERE family_id = $familyId AND means = 'cheque' AND reference = $reference AND bank = $bank AND cents = $cents
       AND id NOT IN (SELECT payment_id FROM payment_reversals)`,
    { familyId, reference, bank, cents },
  );
  if (known) throw new AppError('payments.chequeKnown', { ...known }, 'conflict', 'reference');
}

async function refuseSurprise(db: Database, { familyId, cents, chosen, acceptOverpayment }: Input): Promise<void> {
  const chosenCents = chosen.reduce((sum, part) => sum + part.cents, 0);
  if (chosenCents > cents) throw new AppError('payments.chosenTooMuch', { chosenCents, cents }, 'invalid', 'chosen');
  const owedCents = Math.max(0, (await balancesOf(db, [familyId])).get(familyId) ?? 0);
  if (cents > owedCents && !acceptOverpayment) throw new AppError('payments.overpaid', { tooMuchCents: cents - owedCents, owedCents }, 'conflict', 'cents');
}

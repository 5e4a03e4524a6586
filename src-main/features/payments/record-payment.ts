import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { yearOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { cents, formatEuros } from '../../kernel/money';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { balancesOf } from '../ledger/account';
import { numberLabel, takeNumber } from '../ledger/numbers';
import { postEntry } from '../ledger/post-entry';
import { localToday } from '../town/queries';
import { allocatePayment } from './allocate-payment';
import { composeReceipt } from './compose-receipt';
import { judgePayment } from './judge-payment';
import { meansInWords } from './means';
import { paymentModels } from './models';
import { settledBy } from './settles';
import type { recordInput } from './shape/inputs';
import type { Recorded } from './shape/answers';

type Input = z.output<typeof recordInput>;

/**
 * Records a payment that the town holds: its entry, what it settles, its receipt's number and its
 * journal entry stand together or not at all. The same request key twice, even at once, is one payment.
 * Throws AppError `families.unknown`, `payments.unknownPayer`, `payments.inFuture`, `payments.tooOld`,
 * `payments.chequeKnown`, `payments.overpaid`, `payments.chosenTooMuch`, `payments.chosenNotDue`,
 * `ledger.overAllocated`, `payments.keyReused`.
 */
export function recordPayment(context: Context, input: Input): Promise<Recorded> {
  return context.db.write(async () => {
    const known = await findByKey(context, input);
    if (known !== null) return answer(context, known, true);
    const today = await localToday(context);
    await judgePayment(context.db, input, today);
    return answer(context, await insert(context, input, today), false);
  });
}

async function insert(context: Context, input: Input, today: LocalDate): Promise<number> {
  const { db } = context;
  const { familyId, payerId, means, receivedOn, reference, bank, note, requestKey } = input;
  const settings = await db.selectOne<{ series: string }>('SELECT receipt_series AS series FROM billing_settings');
  const series = settings?.series ?? 'R';
  const year = yearOf(today);
  const number = await takeNumber(context, series, year);
  const label = numberLabel(series, year, number);
  const entryId = await postEntry(context, { familyId, kind: 'payment', cents: -input.cents, label: `Règlement ${label}`, onDay: receivedOn });
  await allocatePayment(context, { familyId, entryId, cents: input.cents, payerId, chosen: input.chosen });
  const balanceCents = (await balancesOf(db, [familyId])).get(familyId)!;
  const paper = await composeReceipt(context, input, { label, recordedOn: today, settles: await settledBy(db, entryId), balanceCents });
  const { id } = await paymentModels(db).Payment.create({
    familyId, payerId, means, cents: input.cents, receivedOn, reference, bank, note, series, year, number, label, entryId, requestKey,
    paper: JSON.stringify(paper), at: context.clock.now(), byName: context.actor.name,
  });
  await recordDeed(context, {
    action: 'payment.record',
    subject: `Famille ${paper.family.name} : règlement ${label} de ${formatEuros(cents(input.cents))} enregistré (${meansInWords(input)})`,
    familyId,
    after: { label, cents: input.cents, means, receivedOn, ...(reference && { reference }), ...(bank && { bank }), settles: paper.settles, creditCents: paper.creditCents },
  });
  return id;
}

async function findByKey({ db }: Context, input: Input): Promise<number | null> {
  const known = await db.selectOne<{ id: number; familyId: number; cents: number; means: string }>(
    'SELECT id, family_id AS familyId, cents, means FROM payments WHERE request_key = $key', { key: input.requestKey },
  );
  if (!known) return null;
  if (known.familyId !== input.familyId || known.cents !== input.cents || known.means !== input.means) throw new AppError('payments.keyReused', {}, 'conflict');
  return known.id;
}

async function answer({ db }: Context, paymentId: number, again: boolean): Promise<Recorded> {
  const payment = await db.selectOne<{ label: string; familyId: number; cents: number; entryId: number }>(
    'SELECT label, family_id AS familyId, cents, entry_id AS entryId FROM payments WHERE id = $paymentId', { paymentId },
  );
  const { label, familyId, entryId } = payment!;
  const settles = await settledBy(db, entryId);
  return {
    paymentId, label, familyId, cents: payment!.cents, again,
    balanceCents: (await balancesOf(db, [familyId])).get(familyId)!,
    settles: settles.map((one) => ({ label: one.label, cents: one.cents, leftCents: one.leftCents })),
    creditCents: payment!.cents - settles.reduce((sum, one) => sum + one.cents, 0),
  };
}

import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { cents, formatEuros } from '../../kernel/money';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { allocate, allocateOldestFirst, freeEntry } from '../ledger/allocate';
import { postEntry } from '../ledger/post-entry';
import { localToday } from '../town/queries';
import { paymentModels } from './models';
import { paymentById } from './payment-by-id';
import { settledBy } from './settles';
import type { reverseInput } from './shape/inputs';

/**
 * Takes a payment back (an unpaid cheque, a slip of the keyboard) by an entry of its own: what it
 * settled is to be paid again, unless another credit of the family can settle it. The receipt keeps its number.
 * Throws AppError `payments.unknown`, `payments.alreadyReversed`.
 */
export function reversePayment(context: Context, { paymentId, reason }: z.output<typeof reverseInput>): Promise<void> {
  return context.db.write(async () => {
    const payment = await paymentById(context.db, paymentId);
    if (payment.reversedOn) throw new AppError('payments.alreadyReversed', { onDay: payment.reversedOn }, 'conflict');
    const onDay = await localToday(context);
    const settles = await settledBy(context.db, payment.entryId);
    await freeEntry(context, payment.entryId);
    const entryId = await postEntry(context, {
      familyId: payment.familyId, kind: 'reversal', cents: payment.cents, label: `Annulation du règlement ${payment.label}`, onDay,
    });
    await allocate(context, payment.entryId, entryId, payment.cents);
    await allocateOldestFirst(context, payment.familyId);
    await paymentModels(context.db).Reversal.create({ paymentId, entryId, reason, onDay, at: context.clock.now(), byName: context.actor.name });
    await recordDeed(context, {
      action: 'payment.reverse',
      subject: `Famille ${payment.familyName} : règlement ${payment.label} de ${formatEuros(cents(payment.cents))} annulé (${reason})`,
      familyId: payment.familyId,
      before: { settles: settles.map(({ label, cents: part }) => ({ label, cents: part })) },
      after: { reason },
    });
  });
}

import { AppError } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';

/** What the commands need to know of a payment. */
export interface KnownPayment {
  readonly id: number;
  readonly familyId: number;
  readonly familyName: string;
  readonly payerId: number | null;
  readonly label: string;
  readonly cents: number;
  readonly entryId: number;
  readonly reversedOn: LocalDate | null;
}

/** Throws AppError `payments.unknown`. */
export async function paymentById(db: Database, paymentId: number): Promise<KnownPayment> {
  const payment = await db.selectOne<KnownPayment>(
    `SELECT payment.id, payment.family_id AS familyId, family.name AS familyName, payment.payer_id AS payerId, payment.label, payment.cents,
       payment.entry_id AS entryId, undone.on_day AS reversedOn
     FROM payments payment JOIN families family ON family.id = payment.family_id
     LEFT JOIN payment_reversals undone ON undone.payment_id = payment.id WHERE payment.id = $paymentId`,
    { paymentId },
  );
  if (!payment) throw new AppError('payments.unknown', {}, 'notFound');
  return payment;
}

import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import { receiptPaper } from './receipt-schema';
import type { ParentReceipt } from './shape/answers';

interface Row {
  readonly id: number;
  readonly familyId: number;
  readonly paper: string;
  readonly reversedOn: LocalDate | null;
  readonly reason: string | null;
}

/** Receipts of the families of which a person is a guardian, the newest first, as their papers say. */
export async function receiptsOfParent(db: Database, personId: number): Promise<ParentReceipt[]> {
  const rows = await db.select<Row>(
    `SELECT payment.id, payment.family_id AS familyId, paper, undone.on_day AS reversedOn, undone.reason
     FROM payments payment LEFT JOIN payment_reversals undone ON undone.payment_id = payment.id
     WHERE payment.family_id IN (SELECT family_id FROM family_adults WHERE person_id = $personId AND kind = 'guardian')
     ORDER BY payment.id DESC`,
    { personId },
  );
  return rows.map(({ id, familyId, paper, reversedOn, reason }) => {
    const { label, receivedOn, meansLabel, cents, settles, creditCents } = readJson(receiptPaper, paper);
    return {
      id, familyId, label, receivedOn, meansLabel, cents, creditCents,
      settles: settles.map((one) => ({ label: one.label, cents: one.cents })),
      reversal: reversedOn === null ? null : { onDay: reversedOn, reason: reason ?? '' },
    };
  });
}

import { cents, formatEuros } from '../../kernel/money';
import type { Database } from '../../platform/database/database';
import { OPEN_CENTS } from './open-entries';
import type { LedgerFault } from './schema';

const euros = (value: number): string => formatEuros(cents(value));

/** What does not add up between entries and allocations. */
export async function checkAccounts(db: Database): Promise<LedgerFault[]> {
  const [over, strange, undone, unequal] = await Promise.all([
    db.select<{ familyId: number; label: string; cents: number; openCents: number }>(
      `SELECT * FROM (SELECT family_id AS familyId, label, cents, ${OPEN_CENTS} AS openCents FROM ledger_entries entry)
       WHERE openCents < 0 OR openCents > abs(cents)`,
    ),
    db.select<{ familyId: number; credit: string; debit: string }>(
      `SELECT DISTINCT debit.family_id AS familyId, credit.label AS credit, debit.label AS debit FROM allocations one
       JOIN ledger_entries credit ON credit.id = one.credit_id JOIN ledger_entries debit ON debit.id = one.debit_id
       WHERE credit.cents > 0 OR debit.cents < 0 OR credit.family_id <> debit.family_id`,
    ),
    db.select<{ familyId: number; credit: string; debit: string; cents: number }>(
      `SELECT debit.family_id AS familyId, credit.label AS credit, debit.label AS debit, sum(one.cents) AS cents FROM allocations one
       JOIN ledger_entries credit ON credit.id = one.credit_id JOIN ledger_entries debit ON debit.id = one.debit_id
       GROUP BY one.credit_id, one.debit_id HAVING sum(one.cents) < 0`,
    ),
    db.select<{ familyId: number; balance: number; open: number }>(
      `SELECT * FROM (SELECT family_id AS familyId, sum(cents) AS balance, sum(CASE WHEN cents > 0 THEN openCents ELSE -openCents END) AS open
         FROM (SELECT family_id, cents, ${OPEN_CENTS} AS openCents FROM ledger_entries entry) GROUP BY family_id)
       WHERE balance <> open`,
    ),
  ]);
  return [
    ...over.map(({ familyId, label, cents: amount, openCents }) =>
      ({ familyId, sentence: `« ${label} » (${euros(amount)}) est affecté pour ${euros(Math.abs(amount) - openCents)}.` })),
    ...strange.map(({ familyId, credit, debit }) => ({ familyId, sentence: `« ${credit} » ne peut pas solder « ${debit} ».` })),
    ...undone.map(({ familyId, credit, debit, cents: amount }) =>
      ({ familyId, sentence: `« ${credit} » est affecté à « ${debit} » pour ${euros(amount)}.` })),
    ...unequal.map(({ familyId, balance, open }) =>
      ({ familyId, sentence: `Le solde (${euros(balance)}) diffère de ce qui reste ouvert (${euros(open)}).` })),
  ];
}

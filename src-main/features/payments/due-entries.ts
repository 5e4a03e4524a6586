import type { LocalDate } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import { OLDEST_FIRST, OPEN_CENTS } from '../ledger/open-entries';
import type { Due } from './shape/answers';

type Row = Omit<Due, 'overdue' | 'payerName'> & { readonly lastName: string | null; readonly firstName: string | null };

/** A family's debits that are not wholly paid, with the invoice and its payer, the one to be paid first first. */
export async function dueEntriesOf(db: Database, familyId: number, today: LocalDate): Promise<Due[]> {
  const rows = await db.select<Row>(
    `SELECT entry.id AS entryId, invoice.id AS invoiceId, entry.label, entry.on_day AS onDay, entry.due_on AS dueOn, entry.cents, ${OPEN_CENTS} AS openCents,
       invoice.payer_id AS payerId, person.last_name AS lastName, person.first_name AS firstName
     FROM ledger_entries entry LEFT JOIN invoices invoice ON invoice.entry_id = entry.id LEFT JOIN persons person ON person.id = invoice.payer_id
     WHERE entry.family_id = $familyId AND entry.cents > 0 ORDER BY ${OLDEST_FIRST}`,
    { familyId },
  );
  return rows.filter(({ openCents }) => openCents > 0).map(({ lastName, firstName, ...row }) =>
    ({ ...row, payerName: registerName(lastName ?? '', firstName ?? ''), overdue: row.dueOn !== null && row.dueOn < today }));
}

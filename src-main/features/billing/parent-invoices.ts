import { formatDate } from '../../kernel/french-dates';
import { notFound } from '../../kernel/errors';
import { readJson } from '../../platform/database/json-column';
import type { Context } from '../../platform/procedures/services';
import { accountOf } from '../ledger/account';
import { localToday } from '../town/queries';
import { INVOICES, invoiceLine } from './invoice-rows';
import type { InvoiceRow } from './invoice-rows';
import { invoicePaper } from './paper-schema';
import type { InvoiceLine, ParentDue, ParentInvoice, ParentInvoiceLine, ParentInvoices } from './schema';
import { readSettings } from './settings';
import { settlementsOf } from './settlements';
import { euros } from './words';

type Reading = Pick<Context, 'db' | 'clock'>;

/** SQL: the families of which `$personId` is a guardian, archived ones left out. */
const OWN = `SELECT place.family_id, family.name FROM family_adults place JOIN families family ON family.id = place.family_id AND family.archived_at IS NULL
  WHERE place.person_id = $personId AND place.kind = 'guardian'`;

function stateWords({ state, remainingCents, totalCents, dueOn }: InvoiceLine): string {
  const by = dueOn === null ? '' : ` au plus tard le ${formatDate(dueOn)}`;
  switch (state) {
    case 'paid': return 'Payée';
    case 'cancelled': return 'Annulée';
    case 'credit': return 'Avoir, en votre faveur';
    case 'overdue': return `En retard\u00a0: ${euros(remainingCents)} à payer`;
    case 'toPay': return remainingCents < totalCents ? `Reste ${euros(remainingCents)} à payer${by}` : `À payer${by}`;
  }
}

function parentLine(row: InvoiceRow): ParentInvoiceLine {
  const line = invoiceLine(row);
  const { byPost: _, isPrinted: __, ...told } = line;
  return { ...told, stateWords: stateWords(line) };
}

function dueOf(invoices: readonly ParentInvoiceLine[]): ParentDue {
  const open = invoices.filter(({ kind, remainingCents }) => kind === 'invoice' && remainingCents > 0);
  const days = open.flatMap(({ dueOn, state }) => (dueOn && state !== 'overdue' ? [dueOn] : []));
  return { cents: open.reduce((sum, { remainingCents }) => sum + remainingCents, 0), count: open.length, nextOn: days.sort()[0] ?? null };
}

/** The invoices of a parent's own families, the newest first, with what is owed. */
export async function invoicesOfParent(context: Reading, personId: number): Promise<ParentInvoices> {
  const { db } = context;
  const today = await localToday(context);
  const rows = await db.select<InvoiceRow>(`${INVOICES} WHERE invoice.family_id IN (SELECT family_id FROM (${OWN})) ORDER BY invoice.id DESC`, { personId, today });
  const invoices = rows.map(parentLine);
  const families = await db.select<{ familyId: number; familyName: string }>(`SELECT family_id AS familyId, name AS familyName FROM (${OWN}) ORDER BY family_id`, { personId });
  const accounts = await Promise.all(families.map(async (family) => {
    const { balanceCents, overdueCents } = await accountOf(db, family.familyId, today);
    return { ...family, balanceCents, overdueCents, due: dueOf(invoices.filter(({ familyId }) => familyId === family.familyId)) };
  }));
  return {
    invoices,
    balanceCents: accounts.reduce((sum, { balanceCents }) => sum + balanceCents, 0),
    overdueCents: accounts.reduce((sum, { overdueCents }) => sum + overdueCents, 0),
    due: dueOf(invoices),
    accounts,
    paymentText: (await readSettings(db)).paymentText,
  };
}

/** One of them by its number. Throws AppError `billing.unknownInvoice` for another family's: it is not told that it exists. */
export async function invoiceOfParent(context: Reading, personId: number, label: string): Promise<ParentInvoice> {
  const { db } = context;
  const row = await db.selectOne<InvoiceRow & { readonly entryId: number }>(
    `${INVOICES} WHERE invoice.label = $label AND invoice.family_id IN (SELECT family_id FROM (${OWN}))`, { personId, label, today: await localToday(context) });
  if (!row) throw notFound('billing.unknownInvoice');
  const stored = await db.selectOne<{ paper: string }>('SELECT paper FROM invoices WHERE id = $id', { id: row.id });
  return { ...parentLine(row), paper: readJson(invoicePaper, stored!.paper), settlements: await settlementsOf(db, row.entryId) };
}

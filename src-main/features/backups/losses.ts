import { cents, formatEuros } from '../../kernel/money';
import { counted } from '../../kernel/text';
import type { Instant } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';

interface Counted {
  readonly n: number;
}

const COUNTS: readonly (readonly [one: string, many: string, sql: string])[] = [
  ['famille créée', 'familles créées', 'SELECT count(*) AS n FROM families WHERE created_at > $since'],
  ['réservation ou annulation', 'réservations ou annulations', 'SELECT count(*) AS n FROM booking_events e JOIN journal j ON j.id = e.journal_id WHERE j.at > $since'],
  ['présence ou absence pointée', 'présences ou absences pointées', 'SELECT count(*) AS n FROM attendance WHERE recorded_at > $since'],
  ['quotient familial', 'quotients familiaux', 'SELECT count(*) AS n FROM quotients WHERE recorded_at > $since'],
  ['mail parti, qui n’y figurerait plus comme parti', 'mails partis, qui n’y figureraient plus comme partis', 'SELECT count(*) AS n FROM mails WHERE sent_at > $since'],
  ['action du journal en tout', 'actions du journal en tout', "SELECT count(*) AS n FROM journal WHERE at > $since AND action NOT LIKE 'backup.%'"],
];

/** What was done after an instant, a line each; nothing for what did not happen. */
export async function readLosses(db: Database, since: Instant): Promise<string[]> {
  const lines: string[] = [];
  for (const [one, many, sql] of COUNTS) {
    const row = await db.selectOne<Counted>(sql, { since });
    if (row && row.n > 0) lines.push(counted(row.n, one, many));
  }
  const money = await Promise.all([invoicesSince(db, since), paymentsSince(db, since)]);
  return [...money.filter((line) => line !== null), ...lines];
}

interface Invoices extends Counted {
  readonly first: string | null;
  readonly last: string | null;
}

async function invoicesSince(db: Database, since: Instant): Promise<string | null> {
  const row = await db.selectOne<Invoices>(
    `SELECT count(*) AS n, (SELECT label FROM invoices WHERE at > $since ORDER BY id LIMIT 1) AS "first",
       (SELECT label FROM invoices WHERE at > $since ORDER BY id DESC LIMIT 1) AS "last" FROM invoices WHERE at > $since`, { since });
  if (!row || row.n === 0) return null;
  return row.n === 1 ? `1 facture ou avoir, ${row.first}` : `${counted(row.n, 'facture ou avoir', 'factures ou avoirs')}, de ${row.first} à ${row.last}`;
}

async function paymentsSince(db: Database, since: Instant): Promise<string | null> {
  const row = await db.selectOne<Counted & { readonly total: number | null }>('SELECT count(*) AS n, sum(cents) AS total FROM payments WHERE at > $since', { since });
  if (!row || row.n === 0) return null;
  return `${counted(row.n, 'règlement', 'règlements')} pour ${formatEuros(cents(row.total ?? 0))}`;
}

/** True when numbers given since would be given a second time. */
export async function hasIssuedSince(db: Database, since: Instant): Promise<boolean> {
  return (await invoicesSince(db, since)) !== null || (await paymentsSince(db, since)) !== null;
}

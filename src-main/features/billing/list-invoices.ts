import type { z } from 'zod';
import { searchable } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { INVOICES, invoiceLine } from './invoice-rows';
import type { InvoiceRow } from './invoice-rows';
import type { InvoiceList, invoiceListRequest } from './schema';

type Found = InvoiceRow & { readonly found: number; readonly allCents: number; readonly allRemaining: number };

const MOST_WORDS = 6;

/** What was typed, word by word: numbers keep their dashes ("F-2026-000123"), names lose their accents. */
const wordsOf = (text: string): string[] =>
  [...new Set(text.toLowerCase().split(/\s+/).map((word) => (/^[a-z0-9-]*\d[a-z0-9-]*$/.test(word) ? word : searchable(word))).filter((word) => word !== ''))].slice(0, MOST_WORDS);

/** A page of the issued invoices and credit notes, the newest first, with sums of all that match. */
export async function listInvoices(context: Pick<Context, 'db' | 'clock'>, request: z.output<typeof invoiceListRequest>): Promise<InvoiceList> {
  const { text, state, from, to, familyId, runId, limit, offset } = request;
  const conditions: string[] = [];
  if (state !== 'all') conditions.push('state = $state');
  if (from !== null) conditions.push('issuedOn >= $from');
  if (to !== null) conditions.push('issuedOn <= $to');
  if (familyId !== null) conditions.push('familyId = $familyId');
  if (runId !== null) conditions.push('runId = $runId');
  const words = wordsOf(text);
  words.forEach((_, place) => conditions.push(`instr(searchText, $word${place}) > 0`));
  const rows = await context.db.select<Found>(
    `SELECT *, count(*) OVER () AS found, sum(totalCents) OVER () AS allCents, sum(remainingCents) OVER () AS allRemaining
     FROM (${INVOICES}) ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`} ORDER BY id DESC LIMIT $limit OFFSET $offset`,
    { today: await localToday(context), state, from, to, familyId, runId, limit, offset, ...Object.fromEntries(words.map((word, place) => [`word${place}`, word])) },
  );
  return { total: rows[0]?.found ?? 0, lines: rows.map(invoiceLine), totals: { totalCents: rows[0]?.allCents ?? 0, remainingCents: rows[0]?.allRemaining ?? 0 } };
}

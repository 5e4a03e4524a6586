import { yearOf } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { recordDeeds } from '../journal/record-deeds';
import { allocateOldestFirst } from '../ledger/allocate';
import { postEntries, takeNumbers } from '../ledger/many';
import { numberLabel } from '../ledger/numbers';
import { OPEN_CENTS } from '../ledger/open-entries';
import type { LedgerContext } from '../ledger/post-entry';
import { grouped } from '../families/grouped';
import { papersWanted } from '../papers/print-signal';
import type { InvoicePaper } from './paper-schema';
import type { Stamp } from './rules-of-months';
import type { Days } from '../rulebook/schema';
import { paperChildren, paperOf, sharesOf } from './sheet-frame';
import type { Bill, Frame, Share } from './sheet-frame';
import { euros } from './words';

/** A bill to issue. A total of zero has no invoice, so no bill. */
export interface NewBill extends Bill {
  readonly runId: number | null;
  readonly stamp: Stamp;
  /** The bill's own months: those of its run, or those that it corrects. */
  readonly period: Days;
}

export interface IssuedInvoice {
  readonly familyId: number;
  readonly kind: 'invoice' | 'creditNote';
  readonly label: string;
  readonly totalCents: number;
}

/**
 * Issues bills inside a write: bill, lines, an invoice a payer with its number, an entry of the
 * ledger each; credit that the family had is allocated, the oldest first. All or nothing.
 */
export async function issueBills(context: Context, bills: readonly NewBill[], frame: Frame): Promise<IssuedInvoice[]> {
  if (bills.length === 0) return [];
  const { db } = context;
  const ids = await insertBills(context, bills);
  await insertLines(db, bills, ids);
  const children = await paperChildren(context, bills.map(({ family }) => family.familyId));
  const parts = bills.flatMap((bill, place) => sharesOf(bill.family, bill.totalCents).map((share) => ({ bill, billId: ids[place]!, share })));
  const numbers = await numbersFor(context, parts.map(({ bill }) => bill.totalCents), frame);
  const papers = parts.map(({ bill, share }, place) => paperOf({ ...frame, period: bill.period }, bill, share, numbers[place]!.label, children));
  const rows = await postInvoices(context, parts.map((part, place) => ({ ...part, numbered: numbers[place]!, paper: papers[place]!, cancelsId: null })));
  for (const familyId of await familiesWithCredit(db, bills)) await allocateOldestFirst(context, familyId);
  await recordDeeds(context, rows.map((row) => ({
    action: row.kind === 'invoice' ? 'billing.invoice' : 'billing.creditNote', familyId: row.familyId,
    subject: `${nameOf(row.paper)}\u00a0: ${euros(row.totalCents)}`,
  })));
  return rows.map(({ familyId, kind, label, totalCents }) => ({ familyId, kind, label, totalCents }));
}

export interface Numbered {
  readonly series: string;
  readonly year: number;
  readonly number: number;
  readonly label: string;
}

/** The next numbers for these amounts, in the year of issue: of invoices, or of credit notes below zero. */
export async function numbersFor(context: LedgerContext, amounts: readonly number[], { settings, issuedOn }: Pick<Frame, 'settings' | 'issuedOn'>): Promise<Numbered[]> {
  const year = yearOf(issuedOn);
  const seriesOf = (cents: number): string => (cents < 0 ? settings.creditSeries : settings.invoiceSeries);
  const next = new Map<string, number>();
  for (const [series, alike] of grouped(amounts, seriesOf)) next.set(series, await takeNumbers(context, series, year, alike.length));
  return amounts.map((cents) => {
    const series = seriesOf(cents);
    const number = next.get(series)!;
    next.set(series, number + 1);
    return { series, year, number, label: numberLabel(series, year, number) };
  });
}

const nameOf = ({ kind, label }: InvoicePaper): string => `${kind === 'invoice' ? 'Facture' : 'Avoir'} ${label}`;

interface InvoiceRow extends Numbered {
  readonly kind: 'invoice' | 'creditNote';
  readonly familyId: number;
  readonly payerId: number;
  readonly billId: number;
  readonly cancelsId: number | null;
  readonly entryId: number;
  readonly percent: number;
  readonly totalCents: number;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly paper: InvoicePaper;
  readonly byPost: number;
}

export interface Posting {
  readonly bill: Pick<Bill, 'family'>;
  readonly billId: number;
  readonly share: Share;
  readonly paper: InvoicePaper;
  readonly numbered: Numbered;
  readonly cancelsId: number | null;
}

/** Writes invoices with their entries of the ledger; they are printed once they are kept. */
export async function postInvoices(context: LedgerContext, postings: readonly Posting[]): Promise<InvoiceRow[]> {
  const entries = await postEntries(context, postings.map(({ bill, share, paper }) => (
    { familyId: bill.family.familyId, kind: paper.kind, cents: share.cents, label: nameOf(paper), onDay: paper.issuedOn, dueOn: paper.dueOn }
  )));
  const rows = postings.map(({ bill, billId, share, paper, numbered, cancelsId }): InvoiceRow => ({
    ...numbered, kind: paper.kind, familyId: bill.family.familyId, payerId: share.payer.personId, billId, cancelsId, entryId: entries.get(nameOf(paper))!, percent: share.payer.percent,
    totalCents: share.cents, issuedOn: paper.issuedOn, dueOn: paper.dueOn, paper, byPost: bill.family.byPost ? 1 : 0,
  }));
  await insertInvoices(context, rows);
  return rows;
}

async function insertBills({ db, clock }: Context, bills: readonly NewBill[]): Promise<number[]> {
  const rows = bills.map(({ family, runId, period, totalCents, stamp }) => ({ familyId: family.familyId, runId, from: period.from, to: period.to, totalCents, stamp: JSON.stringify(stamp) }));
  const made = await db.runReturning<{ id: number; familyId: number }>(
    `INSERT INTO bills (family_id, run_id, from_on, to_on, total_cents, rules_stamp, at)
     SELECT value ->> 'familyId', value ->> 'runId', value ->> 'from', value ->> 'to', value ->> 'totalCents', value ->> 'stamp', $at FROM json_each($bills)
     RETURNING id, family_id AS familyId`,
    { bills: JSON.stringify(rows), at: clock.now() },
  );
  const byFamily = new Map(made.map(({ id, familyId }) => [familyId, id]));
  return bills.map(({ family }) => byFamily.get(family.familyId)!);
}

/** One statement for all lines: thousands of single ones would take seconds. */
async function insertLines(db: Context['db'], bills: readonly NewBill[], ids: readonly number[]): Promise<void> {
  const rows = bills.flatMap(({ lines }, place) => lines.map((line, position) => [
    ids[place], position, line.kind, line.isCorrection ? 1 : 0, line.day, line.childId, line.service, line.rule, line.label, line.unit,
    line.quantity, line.unitPriceCents, line.totalCents, JSON.stringify(line.explanation),
  ]));
  const columns = Array.from({ length: 14 }, (_, column) => `value ->> ${column}`).join(', ');
  await db.run(
    `INSERT INTO bill_lines (bill_id, position, kind, is_correction, day, child_id, service, rule, label, unit, quantity, unit_price_cents, total_cents, explanation)
     SELECT ${columns} FROM json_each($rows)`,
    { rows: JSON.stringify(rows) },
  );
}

async function insertInvoices({ db, clock }: LedgerContext, rows: readonly InvoiceRow[]): Promise<void> {
  const values = rows.map((row) => [
    row.kind, row.series, row.year, row.number, row.label, row.familyId, row.payerId, row.billId, row.cancelsId, row.entryId, row.percent,
    row.totalCents, row.issuedOn, row.dueOn, JSON.stringify(row.paper), row.byPost,
  ]);
  const columns = Array.from({ length: 16 }, (_, column) => `value ->> ${column}`).join(', ');
  await db.run(
    `INSERT INTO invoices (kind, series, year, number, label, family_id, payer_id, bill_id, cancels_id, entry_id, percent, total_cents, issued_on, due_on, paper, by_post, at)
     SELECT ${columns}, $at FROM json_each($rows)`,
    { rows: JSON.stringify(values), at: clock.now() },
  );
  db.afterCommit(() => papersWanted(db));
}

async function familiesWithCredit(db: Context['db'], bills: readonly NewBill[]): Promise<number[]> {
  const rows = await db.select<{ familyId: number }>(
    `SELECT DISTINCT family_id AS familyId FROM ledger_entries entry
     WHERE family_id IN (SELECT value FROM json_each($ids)) AND cents < 0 AND ${OPEN_CENTS} > 0`,
    { ids: JSON.stringify(bills.map(({ family }) => family.familyId)) },
  );
  return rows.map(({ familyId }) => familyId);
}

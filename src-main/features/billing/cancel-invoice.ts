import type { z } from 'zod';
import { AppError, notFound } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import { counted } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { allocate, allocateOldestFirst, freeEntry } from '../ledger/allocate';
import { localToday } from '../town/queries';
import { creditPaper } from './credit-paper';
import { numbersFor, postInvoices } from './issue-bills';
import type { Posting } from './issue-bills';
import { periodLabel } from './months';
import { invoicePaper } from './paper-schema';
import { readSettings } from './settings';
import { portalUrlOf } from './sheet-frame';
import type { cancelInvoiceInput, CancelledInvoice, CancelPreview } from './schema';
import { euros } from './words';

/** An invoice of a bill, as its cancelling needs it. */
interface Cancelled {
  readonly id: number;
  readonly billId: number;
  readonly kind: 'invoice' | 'creditNote';
  readonly label: string;
  readonly familyId: number;
  readonly familyName: string;
  readonly payerId: number;
  readonly entryId: number;
  readonly percent: number;
  readonly totalCents: number;
  readonly byPost: number;
  readonly paper: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly freedCents: number;
  readonly cancelledBy: string | null;
}

/** The invoices of the bill that an invoice belongs to: they fall together. Throws AppError `notFound`, `billing.alreadyCancelled`, `billing.creditNoteStands`. */
async function invoicesToCancel(db: Database, invoiceId: number): Promise<[Cancelled, ...Cancelled[]]> {
  const rows = await db.select<Cancelled>(
    `SELECT invoice.id, invoice.bill_id AS billId, invoice.kind, invoice.label, invoice.family_id AS familyId, family.name AS familyName, payer_id AS payerId, entry_id AS entryId,
       percent, invoice.total_cents AS totalCents, by_post AS byPost, paper, bill.from_on AS "from", bill.to_on AS "to",
       coalesce((SELECT sum(one.cents) FROM allocations one WHERE one.debit_id = invoice.entry_id), 0) AS freedCents,
       (SELECT label FROM invoices other WHERE other.cancels_id = invoice.id) AS cancelledBy
     FROM invoices invoice JOIN bills bill ON bill.id = invoice.bill_id JOIN families family ON family.id = invoice.family_id
     WHERE invoice.bill_id = (SELECT bill_id FROM invoices WHERE id = $invoiceId) ORDER BY invoice.id`,
    { invoiceId },
  );
  const asked = rows.find(({ id }) => id === invoiceId);
  if (!asked) throw notFound('billing.unknownInvoice');
  if (asked.cancelledBy !== null) throw new AppError('billing.alreadyCancelled', { label: asked.label, by: asked.cancelledBy }, 'conflict');
  if (asked.kind === 'creditNote') throw new AppError('billing.creditNoteStands', { label: asked.label }, 'conflict');
  return [asked, ...rows.filter((row) => row !== asked)];
}

/** What cancelling an invoice does, told before. */
export async function cancelPreview({ db }: Pick<Context, 'db'>, invoiceId: number): Promise<CancelPreview> {
  const invoices = await invoicesToCancel(db, invoiceId);
  const [asked] = invoices;
  const freedCents = invoices.reduce((sum, one) => sum + one.freedCents, 0);
  return {
    invoiceId, label: asked.label, freedCents,
    takesBack: invoices.map(({ label, paper, totalCents }) => ({ label, payerName: readJson(invoicePaper, paper).payer.name, totalCents })),
    consequences: [
      invoices.length === 1
        ? `Un avoir de ${euros(asked.totalCents)} est émis\u00a0: il annule la facture ${asked.label} en entier. La facture reste lisible, marquée «\u00a0annulée\u00a0».`
        : `Cette facture a ${counted(invoices.length, 'payeur', 'payeurs')}\u00a0: leurs factures sont annulées ensemble, chacune par son avoir.`,
      ...(freedCents > 0 ? [`${euros(freedCents)} déjà réglés restent au crédit de la famille et servent à ses autres factures.`] : []),
      `Les prestations de la période (${periodLabel(asked)}) redeviennent à facturer\u00a0: la prochaine facturation, ou «\u00a0Régulariser maintenant\u00a0», les reprend telles qu’elles sont alors.`,
    ],
  };
}

/**
 * Takes back the bill of an invoice: a credit note for each of its invoices, a bill that reverses its
 * lines. What was paid becomes free and settles the family's other debts. Throws as `invoicesToCancel`.
 */
export function cancelInvoice(context: Context, { invoiceId, reason }: z.output<typeof cancelInvoiceInput>): Promise<CancelledInvoice> {
  return context.db.write(async () => {
    const { db } = context;
    const invoices = await invoicesToCancel(db, invoiceId);
    const [{ familyId, familyName, billId }] = invoices;
    const reversingId = await reverseBill(context, billId);
    const labels = await creditNotesFor(context, invoices, reversingId, reason);
    await allocateOldestFirst(context, familyId);
    const cancelled = invoices.map(({ label }) => label).join(', ');
    await recordDeed(context, {
      action: 'billing.cancel', familyId, subject: `Famille ${familyName}\u00a0: ${invoices.length === 1 ? 'facture annulée' : 'factures annulées'} (${cancelled}) par ${labels.join(', ')}\u00a0: ${reason}`,
    });
    const rows = await db.select<{ id: number; label: string; totalCents: number }>(
      'SELECT id, label, total_cents AS totalCents FROM invoices WHERE bill_id = $reversingId ORDER BY id', { reversingId });
    return { creditNotes: rows, sentence: `${cancelled}\u00a0: annulation faite par ${rows.length === 1 ? 'l’avoir' : 'les avoirs'} ${labels.join(', ')}.` };
  });
}

/** A bill that takes another back, line by line. */
async function reverseBill({ db, clock }: Context, billId: number): Promise<number> {
  const [made] = await db.runReturning<{ id: number }>(
    `INSERT INTO bills (family_id, run_id, from_on, to_on, total_cents, rules_stamp, reverses_id, at)
     SELECT family_id, NULL, from_on, to_on, -total_cents, rules_stamp, id, $at FROM bills WHERE id = $billId RETURNING id`,
    { billId, at: clock.now() },
  );
  await db.run(
    `INSERT INTO bill_lines (bill_id, position, kind, is_correction, day, child_id, service, rule, label, unit, quantity, unit_price_cents, total_cents, explanation)
     SELECT $made, position, kind, is_correction, day, child_id, service, rule, label, unit, -quantity, unit_price_cents, -total_cents, explanation
     FROM bill_lines WHERE bill_id = $billId`,
    { made: made!.id, billId },
  );
  return made!.id;
}

/** The credit note of each invoice, which it settles whole; what had settled it becomes free. */
async function creditNotesFor(context: Context, invoices: readonly Cancelled[], billId: number, reason: string): Promise<string[]> {
  const issuedOn = await localToday(context);
  const numbers = await numbersFor(context, invoices.map(({ totalCents }) => -totalCents), { settings: await readSettings(context.db), issuedOn });
  const postings = invoices.map((invoice, place): Posting => {
    const numbered = numbers[place]!;
    const original = readJson(invoicePaper, invoice.paper);
    const paper = creditPaper(original, { label: numbered.label, issuedOn, reason, portalUrl: portalUrlOf(context, numbered.label) });
    const family = { familyId: invoice.familyId, name: invoice.familyName, byPost: invoice.byPost === 1, payers: [] };
    const payer = { ...original.payer, personId: invoice.payerId, email: '', percent: invoice.percent };
    return { bill: { family }, billId, share: { payer, cents: -invoice.totalCents }, paper, numbered, cancelsId: invoice.id };
  });
  for (const { entryId } of invoices) await freeEntry(context, entryId);
  const rows = await postInvoices(context, postings);
  for (const [place, { entryId, totalCents }] of invoices.entries()) await allocate(context, rows[place]!.entryId, entryId, totalCents);
  return rows.map(({ label }) => label);
}

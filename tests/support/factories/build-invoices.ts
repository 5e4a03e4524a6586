import type { InvoicePaper } from '../../../src-main/features/billing/paper-schema';
import type { Database } from '../../../src-main/platform/database/database';
import { buildFamily } from './build-family';

const AT = '2026-11-05T09:00:00.000Z';

export interface InvoiceToBuild {
  readonly paper: InvoicePaper;
  readonly byPost?: boolean;
  /** Of its payer; '' takes no mail. */
  readonly email?: string;
  readonly lastName?: string;
}

export interface BuiltInvoice {
  readonly id: number;
  readonly familyId: number;
  readonly payerId: number;
}

/** A run that is over, with these invoices as if issued: each its own family, bill and row, without the ledger. */
export async function buildInvoices(db: Database, invoices: readonly InvoiceToBuild[]): Promise<{ readonly runId: number; readonly invoices: readonly BuiltInvoice[] }> {
  return db.write(async () => {
    await db.run(
      "INSERT INTO invoice_runs (from_on, to_on, state, issued_on, due_on, created_at, created_by) VALUES ('2026-09-01', '2026-09-30', 'issued', '2026-10-05', '2026-11-04', $at, 'Préau')", { at: AT });
    const runId = await lastId(db);
    const built: BuiltInvoice[] = [];
    for (const invoice of invoices) built.push(await buildInvoice(db, runId, invoice));
    return { runId, invoices: built };
  });
}

async function buildInvoice(db: Database, runId: number, { paper, byPost = false, email = '', lastName = 'BACONNAIS' }: InvoiceToBuild): Promise<BuiltInvoice> {
  const { familyId, guardianIds } = await buildFamily(db, { guardians: [{ lastName, firstName: 'Claire', email }], children: [] });
  await db.run(
    `INSERT INTO bills (family_id, run_id, from_on, to_on, total_cents, rules_stamp, at) VALUES ($familyId, $runId, '2026-09-01', '2026-09-30', $totalCents, '[]', $at)`,
    { familyId, runId, totalCents: paper.billCents, at: AT });
  const [series, year, number] = paper.label.split('-');
  await db.run(
    `INSERT INTO invoices (kind, series, year, number, label, family_id, payer_id, bill_id, percent, total_cents, issued_on, due_on, paper, by_post, at)
     VALUES ($kind, $series, $year, $number, $label, $familyId, $payerId, $billId, 100, $totalCents, $issuedOn, $dueOn, $paper, $byPost, $at)`,
    {
      kind: paper.kind, series: series!, year: Number(year), number: Number(number), label: paper.label, familyId, payerId: guardianIds[0]!, billId: await lastId(db),
      totalCents: paper.totalCents, issuedOn: paper.issuedOn, dueOn: paper.dueOn, paper: JSON.stringify(paper), byPost: byPost ? 1 : 0, at: AT,
    });
  return { id: await lastId(db), familyId, payerId: guardianIds[0]! };
}

const lastId = async (db: Database): Promise<number> => (await db.selectOne<{ id: number }>('SELECT last_insert_rowid() AS id'))!.id;

export const labelOf = (number: number): string => `F-2026-${String(number).padStart(6, '0')}`;

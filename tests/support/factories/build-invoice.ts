import { numberLabel, takeNumber } from '../../../src-main/features/ledger/numbers';
import { allocateOldestFirst } from '../../../src-main/features/ledger/allocate';
import { postEntry } from '../../../src-main/features/ledger/post-entry';
import { addDays, localDate, yearOf } from '../../../src-main/kernel/local-date';
import type { Context } from '../../../src-main/platform/procedures/services';

export interface InvoiceToBuild {
  readonly familyId: number;
  readonly payerId: number;
  /** In cents, by default 3 200. */
  readonly cents?: number;
  readonly issuedOn?: string;
  /** By default 30 days after its issue. */
  readonly dueOn?: string;
}

export interface BuiltInvoice {
  readonly invoiceId: number;
  readonly entryId: number;
  readonly label: string;
}

/** An issued invoice as payments see it: number, entry, what credits settle of it; its paper is empty. */
export function buildInvoice(context: Context, given: InvoiceToBuild): Promise<BuiltInvoice> {
  const { familyId, payerId, cents = 3200 } = given;
  const issuedOn = localDate(given.issuedOn ?? '2026-11-02');
  const dueOn = localDate(given.dueOn ?? addDays(issuedOn, 30));
  return context.db.write(async () => {
    const year = yearOf(issuedOn);
    const number = await takeNumber(context, 'F', year);
    const label = numberLabel('F', year, number);
    const entryId = await postEntry(context, { familyId, kind: 'invoice', cents, label: `Facture ${label}`, onDay: issuedOn, dueOn });
    const at = context.clock.now();
    const [bill] = await context.db.runReturning<{ id: number }>(
      `INSERT INTO bills (family_id, from_on, to_on, total_cents, rules_stamp, at) VALUES ($familyId, '2026-10-01', '2026-10-31', $cents, '1', $at) RETURNING id`,
      { familyId, cents, at },
    );
    const [invoice] = await context.db.runReturning<{ id: number }>(
      `INSERT INTO invoices (kind, series, year, number, label, family_id, payer_id, bill_id, entry_id, percent, total_cents, issued_on, due_on, paper, by_post, at)
       VALUES ('invoice', 'F', $year, $number, $label, $familyId, $payerId, $billId, $entryId, 100, $cents, $issuedOn, $dueOn, '{}', 0, $at) RETURNING id`,
      { year, number, label, familyId, payerId, billId: bill!.id, entryId, cents, issuedOn, dueOn, at },
    );
    await allocateOldestFirst(context, familyId);
    return { invoiceId: invoice!.id, entryId, label };
  });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJson } from '../../../src-main/platform/database/json-column';
import { papersStaff } from '../../../src-main/features/payments/papers-staff';
import { receiptPaper } from '../../../src-main/features/payments/receipt-schema';
import { receiptHtml } from '../../../src-main/features/payments/receipt-paper';
import { textOfPdf } from '../../../src-main/platform/pdf/pdf-text';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildInvoices, labelOf } from '../../support/factories/build-invoices';
import { creditPaper, invoicePaper } from '../../support/factories/build-paper';
import { STAFF, staffWith } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';
import { doorsOf } from '../../support/staff-caller';
import { openDesk } from '../payments/setup';

const desk = openDesk();
let invoiceId: number;
let runId: number;

const callerOf = createCallerFactory(papersStaff);
const staff = () => callerOf(desk.house.doorOf(STAFF));

beforeAll(async () => {
  const built = await buildInvoices(desk.house.db, [{ paper: invoicePaper({ label: labelOf(7001) }) }, { paper: creditPaper() }]);
  invoiceId = built.invoices[0]!.id;
  runId = built.runId;
});
afterAll(() => desk.house.services.printer.close());

describe('papers, asked by staff', () => {
  it('want a session and the right to read or write bills', async () => {
    const doors = await doorsOf(papersStaff, desk.house);
    expect(Object.keys(doors).toSorted()).toEqual(['invoicePdf', 'postBundle', 'previewHtml', 'progress', 'receiptPdf', 'retry', 'stop']);
    for (const answers of Object.values(doors)) expect(answers).toEqual(['signedOut', 'forbidden', 'forbidden']);
    const reader = callerOf(desk.house.doorOf(staffWith('billing.read')));
    expect((await refusalOf(reader.retry(), desk.house.services)).code).toBe('forbidden');
    expect((await refusalOf(reader.receiptPdf({ paymentId: 1 }), desk.house.services)).code).toBe('forbidden');
    expect(await reader.progress({})).toMatchObject({ total: 2 });
  });

  it('come as a named PDF; what does not exist is told', async () => {
    const { name, bytes } = await staff().invoicePdf({ id: invoiceId });
    expect(name).toBe(`facture-${labelOf(7001)}.pdf`);
    expect((await textOfPdf(bytes))[0]).toContain(labelOf(7001));
    expect((await staff().invoicePdf({ id: invoiceId, copy: true })).name).toBe(`facture-${labelOf(7001)}-copie.pdf`);
    expect(await textOfPdf((await staff().postBundle({ runId })).bytes)).toHaveLength(2);
    // Asked one after the other: a refusal that nobody awaits yet would end the run.
    for (const call of [() => staff().invoicePdf({ id: 999_999 }), () => staff().receiptPdf({ paymentId: 999_999 }), () => staff().postBundle({ runId: 999_999 })]) {
      expect((await refusalOf(call(), desk.house.services)).status).toBe('NOT_FOUND');
    }
    expect((await refusalOf(staff().invoicePdf({ id: -1 }), desk.house.services)).fields.id).toBeTruthy();
  });

  it('are shown before they are issued as they will be printed', async () => {
    const { html } = await staff().previewHtml({ paper: invoicePaper({ label: 'À l’émission' }) });
    expect(html).toContain('À l’émission');
    expect((await refusalOf(staff().previewHtml({ paper: { ...invoicePaper(), label: 3 as unknown as string } }), desk.house.services)).status).toBe('BAD_REQUEST');
  });

  it('can be stopped and asked for again', async () => {
    expect(await staff().stop()).toMatchObject({ isStopped: true });
    expect(await staff().retry()).toMatchObject({ isStopped: false, fault: null });
  });
});

describe('receipts', () => {
  it('are printed once and kept; once undone they say so and why', async () => {
    await desk.invoice({ cents: 5000 });
    const { paymentId } = await desk.record({ cents: 5000 });
    const first = await staff().receiptPdf({ paymentId });
    expect(first.name).toMatch(/^recu-R-2026-\d{6}\.pdf$/);
    const text = plainSpaces((await textOfPdf(first.bytes)).join(''));
    for (const told of ['Reçu', '50,00 €', 'Total reçu']) expect(text).toContain(told);
    expect((await staff().receiptPdf({ paymentId })).bytes).toEqual(first.bytes);
    await desk.staff.reverse({ paymentId, reason: 'chèque sans provision' });
    expect(plainSpaces((await textOfPdf((await staff().receiptPdf({ paymentId })).bytes)).join(''))).toContain('Annulé le 5 novembre 2026 : chèque sans provision');
    const { paper } = (await desk.house.db.selectOne<{ paper: string }>('SELECT paper FROM payments WHERE id = $paymentId', { paymentId }))!;
    const evil = { ...readJson(receiptPaper, paper), by: '<script>', meansLabel: '<script>', settles: [{ label: '<script>', dueOn: null, cents: 100, leftCents: 20 }] };
    const html = receiptHtml(evil, { logoDataUrl: null, copy: true }, { onDay: evil.receivedOn, reason: '<script>' });
    expect(html).not.toContain('<script');
    expect(html).toContain('COPIE');
  });
});

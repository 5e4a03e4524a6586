import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordPayment } from '../../src-main/features/payments/record-payment';
import { recordInput } from '../../src-main/features/payments/schema';
import { BrowserPrinter } from '../../src-main/platform/pdf/browser-printer';
import { textOfPdf } from '../../src-main/platform/pdf/pdf-text';
import type { Printer } from '../../src-main/platform/pdf/printer';
import { buildParent, PASSWORD } from '../support/factories/build-access';
import { buildInvoices } from '../support/factories/build-invoices';
import { invoicePaper } from '../support/factories/build-paper';
import { plainSpaces } from '../support/plain-spaces';
import { openPortal } from './support/open-portal';
import type { Browser, TestPortal } from './support/open-portal';

let portal: TestPortal;
let browser: Browser;
let own: number;
let foreign: number;
let familyIds: number[];
let printer: Printer;

beforeAll(async () => {
  portal = await openPortal();
  const { db } = portal.house;
  const { personId } = await buildParent(portal.house);
  const { invoices } = await buildInvoices(db, [{ paper: invoicePaper() }, { paper: invoicePaper({ label: 'F-2026-000124' }) }]);
  familyIds = invoices.map(({ familyId }) => familyId);
  ({ printer } = portal.house.services);
  [own, foreign] = invoices.map(({ id }) => id) as [number, number];
  await db.write(() => db.run("INSERT INTO family_adults (family_id, person_id, kind, position) VALUES ($familyId, $personId, 'guardian', 1)", { familyId: invoices[0]!.familyId, personId }));
  browser = portal.browser();
  await browser.signIn('palain', PASSWORD);
});
afterAll(() => portal.close());

const page = { accept: 'text/html' };

describe('the PDF of an invoice', () => {
  test('opens in a tab of its own for a parent of the family, kept by no cache, running nothing', async () => {
    const answer = await browser.ask(`/api/factures/${own}.pdf`, { headers: page });
    expect(answer.status).toBe(200);
    expect(answer.text.slice(0, 5)).toBe('%PDF-');
    const header = (name: string) => answer.headers.get(name);
    expect(header('content-type')).toBe('application/pdf');
    expect(header('content-disposition')).toBe('inline; filename="facture-F-2026-000123.pdf"');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('cache-control')).toBe('no-store');
    expect(header('content-security-policy')).toContain('sandbox');
  });

  test.each(['another family’s', 'an unknown one', 'no number', 'a trick'])('of %s is not found', async (which) => {
    const path = { 'another family’s': `${foreign}.pdf`, 'an unknown one': '999999.pdf', 'no number': 'facture.pdf', 'a trick': `${own}%20OR%201=1.pdf` }[which]!;
    const answer = await browser.ask(`/api/factures/${path}`, { headers: page });
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('<html lang="fr">');
  });

  test('is for who signed in', async () => {
    const answer = await portal.browser().ask(`/api/factures/${own}.pdf`);
    expect(answer.status).toBe(401);
    expect(answer.refusal?.code).toBe('signedOut');
  });

  test('that cannot be printed now says so on a page', async () => {
    const { db, services } = portal.house;
    await db.write(() => db.run('DELETE FROM papers'));
    Object.assign(services, { printer: new BrowserPrinter({ log: services.log, find: () => null }) });
    const answer = await browser.ask(`/api/factures/${own}.pdf`, { headers: page });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Aucun navigateur n’a été trouvé');
  });
});

describe('the PDF of a receipt', () => {
  let paid: number;
  let foreignPaid: number;

  beforeAll(async () => {
    const { house } = portal;
    Object.assign(house.services, { printer });
    const pay = async (familyId: number, requestKey: string) => (await recordPayment(house.contextOf(), recordInput.parse({ familyId, means: 'cheque', cents: 1250, reference: '7654321', receivedOn: '2026-11-04', requestKey, acceptOverpayment: true }))).paymentId;
    paid = await pay(familyIds[0]!, 'recu-du-parent');
    foreignPaid = await pay(familyIds[1]!, 'recu-d-une-autre');
  });

  test('opens for a parent of the family, says what was paid, and is kept: asked again it is the same', async () => {
    const answer = await browser.ask(`/api/recus/${paid}.pdf`, { headers: page });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="recu-R-2026-000001.pdf"');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    const kept = await portal.house.db.select<{ sha256: string }>("SELECT sha256 FROM papers WHERE kind = 'receipt'");
    expect(kept).toHaveLength(1);
    const [text] = await textOfPdf(await portal.house.services.files.read(kept[0]!.sha256));
    expect(plainSpaces(text!)).toMatch(/R-2026-000001[\s\S]*12,50 €/);
    expect((await browser.ask(`/api/recus/${paid}.pdf`, { headers: page })).text).toBe(answer.text);
  });

  test('of another family is not told apart from one that does not exist, and nothing is printed', async () => {
    const foreignAnswer = await browser.ask(`/api/recus/${foreignPaid}.pdf`);
    expect(foreignAnswer.status).toBe(404);
    expect(foreignAnswer.refusal).toEqual((await browser.ask('/api/recus/999999.pdf')).refusal);
    expect((await portal.browser().ask(`/api/recus/${paid}.pdf`)).status).toBe(401);
    expect(await portal.house.db.select("SELECT 1 FROM papers WHERE kind = 'receipt'")).toHaveLength(1);
  });

  test('of an archived family is closed too', async () => {
    const { db } = portal.house;
    await db.write(() => db.run("UPDATE families SET archived_at = '2026-11-05T09:00:00.000Z' WHERE id = $id", { id: familyIds[0]! }));
    expect((await browser.ask(`/api/recus/${paid}.pdf`)).status).toBe(404);
  });
});

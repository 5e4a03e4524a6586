import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BrowserPrinter } from '../../src-main/platform/pdf/browser-printer';
import { buildParent, PASSWORD } from '../support/factories/build-access';
import { buildInvoices } from '../support/factories/build-invoices';
import { invoicePaper } from '../support/factories/build-paper';
import { openPortal } from './support/open-portal';
import type { Browser, TestPortal } from './support/open-portal';

let portal: TestPortal;
let browser: Browser;
let own: number;
let foreign: number;

beforeAll(async () => {
  portal = await openPortal();
  const { db } = portal.house;
  const { personId } = await buildParent(portal.house);
  const { invoices } = await buildInvoices(db, [{ paper: invoicePaper() }, { paper: invoicePaper({ label: 'F-2026-000124' }) }]);
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
  test('of nobody is not found', async () => {
    expect((await browser.ask('/api/recus/1.pdf')).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueRun } from '../../src-main/features/billing/issue-run';
import type { ParentInvoice, ParentInvoices } from '../../src-main/features/billing/schema';
import { startRun } from '../../src-main/features/billing/start-run';
import { recordPayment } from '../../src-main/features/payments/record-payment';
import { recordInput } from '../../src-main/features/payments/schema';
import type { ParentReceipt } from '../../src-main/features/payments/schema';
import { localDate } from '../../src-main/kernel/local-date';
import { buildParent, PASSWORD } from '../support/factories/build-access';
import type { BuiltParent } from '../support/factories/build-access';
import { buildEnrolment } from '../support/factories/build-enrolment';
import { buildFamily } from '../support/factories/build-family';
import { buildRulebook } from '../support/factories/build-rulebook';
import { buildCalledDay } from '../support/factories/build-roll-call';
import { plainSpaces } from '../support/plain-spaces';
import { openPortal } from './support/open-portal';
import type { Browser, TestPortal } from './support/open-portal';

let portal: TestPortal;
let paul: BuiltParent;
let fanny: BuiltParent;
let second: number;
let [asPaul, asFanny] = [] as unknown as [Browser, Browser];

/** October invoiced for three families: Paul's two, and Fanny's. */
beforeAll(async () => {
  portal = await openPortal();
  const { house } = portal;
  await buildRulebook(house.db);
  paul = await buildParent(house);
  fanny = await buildParent(house, { firstName: 'Fanny', lastName: 'BACONNAIS', identifier: 'fbaconnais', email: 'fanny@example.fr' });
  const other = await buildFamily(house.db, { guardians: [{ firstName: 'Lucie', lastName: 'MARTIN' }, paul.personId], children: [{ firstName: 'Zoé', lastName: 'ALAIN' }] });
  second = other.familyId;
  for (const { childIds } of [paul, fanny, other]) await buildEnrolment(house.db, { childId: childIds[0]!, week: ['mon'] });
  await buildCalledDay(house.db, { childId: paul.childIds[0]!, familyId: paul.familyId, day: '2026-10-05' });
  const { runId } = await startRun(house.contextOf(), { from: localDate('2026-10-01'), to: localDate('2026-10-31') });
  await issueRun(house.contextOf(), runId);
  await recordPayment(house.contextOf(), recordInput.parse({ familyId: paul.familyId, means: 'cash', cents: 500, receivedOn: '2026-11-05', requestKey: 'premier-paiement' }));
  [asPaul, asFanny] = [portal.browser(), portal.browser()];
  await asPaul.signIn('palain', PASSWORD);
  await asFanny.signIn('fbaconnais', PASSWORD);
});
afterAll(() => portal.close());

const invoicesOf = async (browser: Browser) => (await browser.get('invoices.list')).data as ParentInvoices;

describe('Factures', () => {
  test('each family’s invoices are told apart, with what remains of each', async () => {
    const { invoices, accounts, due, balanceCents, paymentText } = await invoicesOf(asPaul);
    expect(invoices.map(({ familyId }) => familyId).sort()).toEqual([paul.familyId, second].sort());
    const mine = invoices.find(({ familyId }) => familyId === paul.familyId)!;
    expect(mine).toMatchObject({ kind: 'invoice', periodLabel: 'octobre 2026', state: 'toPay', remainingCents: mine.totalCents - 500, familyName: 'ALAIN' });
    expect(plainSpaces(mine.stateWords)).toMatch(/^Reste .* à payer au plus tard le 5 décembre 2026$/);
    expect(accounts.map(({ familyName, due: { count } }) => [familyName, count])).toEqual([['ALAIN', 1], ['MARTIN - ALAIN', 1]]);
    expect(due).toMatchObject({ count: 2, cents: balanceCents, nextOn: '2026-12-05' });
    expect(paymentText).toContain('virement');
  });

  test('an invoice unfolds into its days; another family’s is not there, a half number is refused', async () => {
    const [first] = (await invoicesOf(asPaul)).invoices.filter(({ familyId }) => familyId === paul.familyId);
    const { data } = await asPaul.query('invoices.read', { label: first!.label });
    const { paper, settlements } = data as ParentInvoice;
    expect(paper.children[0]!.rows[0]!.details.map(({ day }) => day)).toEqual(['2026-10-05', '2026-10-12']);
    expect(settlements).toMatchObject([{ cents: 500 }]);
    const [foreign] = (await invoicesOf(asFanny)).invoices;
    expect(await asPaul.query('invoices.read', { label: foreign!.label })).toMatchObject({ status: 404, refusal: { code: 'billing.unknownInvoice' } });
    expect((await asPaul.query('invoices.read', { label: foreign!.label })).text).not.toContain('BACONNAIS');
    expect(await asPaul.query('invoices.read', { label: 'F-2026' })).toMatchObject({ status: 400, refusal: { fields: { label: 'Ce numéro de facture n’est pas complet.' } } });
    expect((await asPaul.query('invoices.read', { id: 1 })).status).toBe(400);
  });

  test('receipts are those of the parent’s own families', async () => {
    expect((await asPaul.get('receipts.list')).data as ParentReceipt[]).toMatchObject([{ familyId: paul.familyId, cents: 500, meansLabel: 'Espèces', reversal: null }]);
    expect((await asFanny.get('receipts.list')).data).toEqual([]);
  });

  test('home tells how much, how many, until when; nothing before the first invoice', async () => {
    const { due } = await invoicesOf(asPaul);
    expect((await asPaul.get('home.read')).data).toMatchObject({ money: { ...due, overdueCents: 0 } });
    const newcomer = await buildParent(portal.house, { firstName: 'Kevin', lastName: 'PETIT', identifier: 'kpetit', email: 'kevin@example.fr' });
    expect(newcomer.familyId).toBeGreaterThan(0);
    const asKevin = portal.browser();
    await asKevin.signIn('kpetit', PASSWORD);
    expect((await asKevin.get('home.read')).data).toMatchObject({ money: null });
    expect((await asKevin.get('invoices.list')).data).toMatchObject({ invoices: [], balanceCents: 0, due: { count: 0, cents: 0, nextOn: null } });
  });
});

describe('Présences', () => {
  test('what was noted, week or month; another family’s child is refused, a day that does not exist too', async () => {
    const { data } = await asPaul.query('attendance.period', { by: 'week', day: '2026-10-07' });
    expect(data).toMatchObject({ by: 'week', from: '2026-10-05', children: [{ childId: paul.childIds[0], quantity: 1 }, { quantity: 0 }] });
    expect((await asPaul.query('attendance.period', { by: 'month' })).status).toBe(200);
    expect(await asPaul.query('attendance.period', { childId: fanny.childIds[0] })).toMatchObject({ status: 403, refusal: { code: 'attendance.notYours' } });
    expect(await asPaul.query('attendance.period', { day: '2026-02-31' })).toMatchObject({ status: 400 });
    expect(await asPaul.query('attendance.period', { by: 'year' })).toMatchObject({ status: 400 });
    expect(await portal.browser().query('attendance.period', {})).toMatchObject({ status: 401 });
  });
});

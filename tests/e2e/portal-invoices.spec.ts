import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideways } from './support/axe';
import { expect, test } from './support/host';
import { DEMO, signInParent } from './support/people';

/** A parent looks at what there is to pay and at what was noted of the children. */
test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const titled = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });

test('on a phone: from home to the invoice, its days, its PDF, then a day of the roll calls', async ({ browser, host }) => {
  const page = await (await browser.newContext(PHONE)).newPage();
  await signInParent(page, host.portalUrl, DEMO.claire);
  const home = page.getByRole('region', { name: 'Factures' });
  await expect(home).toContainText('à payer, 1\u00a0facture');
  await home.getByRole('link', { name: 'Voir les factures' }).tap();
  await expect(titled(page, 'Factures')).toBeVisible();
  await expect(page.getByRole('region', { name: 'À payer' })).toContainText('Comment payer');
  await expectNoSideways(page);

  const september = page.getByRole('listitem').filter({ hasText: 'septembre 2026' }).first();
  await expect(september).toContainText('En retard');
  const pdf = september.getByRole('link', { name: /^Ouvrir le PDF.*nouvel onglet/ });
  await expect(pdf).toHaveAttribute('target', '_blank');
  await expect(pdf).toHaveAttribute('href', /\/api\/factures\/\d+\.pdf$/);
  // The first invoice of the town is the ALAIN family's: not this parent's.
  expect((await page.request.get(`${host.portalUrl}/api/factures/1.pdf`)).status()).toBe(404);

  await september.getByRole('link', { name: /^Détail/ }).tap();
  await expect(titled(page, /^Facture F-2026-\d{6}$/)).toBeVisible();
  await page.getByText('Jour par jour').first().tap();
  await expect(page.getByText(/ septembre, 1\srepas/).first()).toBeVisible();
  await expectNoSideways(page);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Plus' }).tap();
  await page.getByRole('navigation', { name: 'Autres pages' }).getByRole('link', { name: 'Présences' }).tap();
  await expect(titled(page, 'Présences')).toBeVisible();
  await page.getByRole('link', { name: 'Mois', exact: true }).tap();
  await page.getByRole('link', { name: 'Mois précédent' }).tap();
  await expect(page.getByRole('heading', { name: 'octobre 2026' })).toBeVisible();
  await page.getByRole('group', { name: /^Cantine/ }).first().getByRole('button', { name: /: présent/ }).first().tap();
  await expect(page.getByRole('status').filter({ hasText: / octobre : présent/ })).toBeVisible();
  await expectNoSideways(page);
  await page.context().close();
});

test('at a desk: receipts, presences of the week as a table, a lost invoice told, and nothing of another family', async ({ page, host }) => {
  await signInParent(page, host.portalUrl, DEMO.paul);
  const pages = page.getByRole('navigation', { name: 'Pages du portail' });
  await pages.getByRole('link', { name: 'Factures' }).click();
  await expect(page.getByRole('region', { name: 'Votre compte' })).toContainText('Rien à payer');
  await expect(page.getByRole('region', { name: 'Reçus' })).toContainText(/reçu R-2026-\d{6}/);

  await pages.getByRole('link', { name: 'Présences' }).click();
  await page.getByRole('link', { name: 'Semaine précédente' }).click();
  await expect(page.getByRole('heading', { name: /^Semaine du 26 / })).toBeVisible();
  await page.getByRole('link', { name: 'Aujourd’hui' }).click();
  const anna = page.getByRole('table', { name: 'ALAIN Anna' });
  await expect(anna.getByRole('columnheader', { name: 'jeudi 5 novembre, aujourd’hui' })).toBeVisible();
  await expect(anna.getByRole('cell', { name: 'présent' }).first()).toBeVisible();

  await page.goto(`${host.portalUrl}/factures/F-2026-999999`);
  await expect(page.getByRole('alert')).toContainText('Cette facture n’a pas pu s’afficher');
  await page.getByRole('link', { name: 'Factures' }).first().click();
  await expect(page.getByRole('region', { name: 'Vos factures' })).toContainText('F-2026-');
});

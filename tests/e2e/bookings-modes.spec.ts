import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideways } from './support/axe';
import { expect, test } from './support/host';
import { pressTo, tabTo } from './support/keyboard';
import { DEMO, signInParent } from './support/people';
import { choosePortal } from './support/portal-settings';

/** Bookings as other towns choose them: by month, saved at once, in bulk. A host of its own, whose settings change. */
test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1280, height: 900 } };
const titled = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

test('a month saved at once: by keyboard, without a network, undone, found again in the history', async ({ browser, host }) => {
  await choosePortal(host, { period: 'month', saving: 'immediate' });
  const page = await (await browser.newContext(DESK)).newPage();
  await signInParent(page, host.portalUrl, DEMO.paul);
  await page.getByRole('navigation', { name: 'Pages du portail' }).getByRole('link', { name: 'Réservations' }).click();
  await expect(page.getByRole('heading', { name: 'Novembre 2026' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Valider' })).toHaveCount(0);
  const anna = page.getByRole('region', { name: 'ALAIN Anna' });
  const on = (day: string) => anna.getByRole('checkbox', { name: day });
  const total = page.getByRole('status', { name: 'Total général' });
  await expect(on('jeudi 19 novembre')).not.toBeChecked();
  const before = await total.innerText();

  // The arrows go from day to day; a day that cannot change says why when it is reached.
  await tabTo(page, anna.locator('[tabindex="0"]'));
  await pressTo(page, ['Home', 'ArrowRight'], on('lundi 2 novembre'));
  await expect(page.getByText('ce jour est pointé').locator('visible=true').first()).toBeVisible();
  await on('jeudi 19 novembre').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Réservé : Anna, Cantine, 1er service, jeudi 19 novembre.')).toBeVisible();
  await expect(on('jeudi 19 novembre')).toBeChecked();
  await expect(on('jeudi 19 novembre')).toHaveAttribute('title', /^réservé/);
  await expect(total).not.toHaveText(before);
  await expectNoSideways(page);
  await expectAccessible(page);

  // Without a network the tick waits, is kept, and leaves by itself afterwards.
  await page.context().setOffline(true);
  await on('vendredi 20 novembre').click();
  await expect(page.getByText('1 changement n’est pas encore parti.')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('Réservé : Anna, Cantine, 1er service, vendredi 20 novembre.')).toBeVisible();
  await page.getByRole('button', { name: 'Défaire' }).click();
  await expect(page.getByText('Annulé : Anna, Cantine, 1er service, vendredi 20 novembre.')).toBeVisible();
  // A double click is one tick.
  await on('lundi 23 novembre').dblclick();
  await expect(page.getByText('Réservé : Anna, Cantine, 1er service, lundi 23 novembre.')).toBeVisible();

  await page.getByRole('link', { name: 'Historique de mes réservations' }).click();
  await expect(titled(page, 'Historique de mes réservations')).toBeVisible();
  await page.getByLabel('Jours de').selectOption('novembre 2026');
  await expect(page.getByRole('listitem').filter({ hasText: 'par vous' }).first()).toContainText('lundi 23 novembre 2026');
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Imprimer/ }).first().click();
  await expect(titled(page, 'Récapitulatif de réservation')).toBeVisible();
  await expect(page.getByText(/1\sréservation, par vous\. Reçu n°/)).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});

test('in bulk, with one thumb: service, children, days; what is refused is told before, the recap after', async ({ browser, host }) => {
  await choosePortal(host, { period: 'month', saving: 'validate' });
  const page = await (await browser.newContext(PHONE)).newPage();
  await signInParent(page, host.portalUrl, DEMO.paul);
  await page.goto(`${host.portalUrl}/reservations?mois=2026-12-01`);
  await expect(page.getByRole('heading', { name: 'Décembre 2026' })).toBeVisible();
  const anna = page.getByRole('region', { name: 'ALAIN Anna' });
  await anna.getByText('Du 14 au 18 décembre').tap();
  await anna.getByRole('checkbox', { name: 'mardi 15 décembre' }).tap();
  await expect(page.getByText('1 changement à enregistrer')).toBeVisible();
  await expectNoSideways(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Valider' }).tap();
  await expect(page.getByText('C’est enregistré : 1 réservation.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Récapitulatif à imprimer' })).toBeVisible();

  await page.getByRole('link', { name: 'Réserver en masse' }).tap();
  await page.getByRole('button', { name: 'Suivant' }).tap();
  await expect(page.getByText('Choisissez d’abord une prestation.')).toBeVisible();
  await page.getByRole('radio', { name: /Cantine, 1er service/ }).check();
  await page.getByRole('button', { name: 'Suivant' }).tap();
  await expect(page.getByRole('checkbox', { name: /ALAIN Anna/ })).toBeChecked();
  await page.getByRole('button', { name: 'Suivant' }).tap();
  await page.getByRole('checkbox', { name: 'mardi' }).check();
  await page.getByLabel('Du', { exact: true }).fill('2026-12-01');
  await page.getByLabel('Au', { exact: true }).fill('2026-12-31');
  const plan = page.getByRole('region', { name: 'Ce qui sera fait' });
  await expect(plan).toContainText('2\u00a0réservations');
  await expect(plan).toContainText('1\u00a0jour était déjà réservé');
  await plan.getByText('2 jours refusés : pourquoi').tap();
  await expect(plan).toContainText('Fermé : vacances de Noël.');
  await expectNoSideways(page);
  await expectAccessible(page);
  await page.reload();
  await expect(plan).toContainText('2\u00a0réservations');
  await page.getByRole('button', { name: 'Réserver', exact: true }).tap();
  await expect(page.getByText('Vos réservations sont enregistrées')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Voir mes réservations' }).tap();
  await expect(page.getByRole('heading', { name: 'Novembre 2026' })).toBeVisible();
  await page.getByRole('link', { name: 'Mois suivant' }).tap();
  await anna.getByText('Du 7 au 11 décembre').tap();
  await expect(anna.getByRole('checkbox', { name: 'mardi 8 décembre' })).toBeChecked();
  await page.context().close();
});

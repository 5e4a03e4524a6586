import type { Locator, Page } from '@playwright/test';
import { expectNoSideways } from './support/axe';
import { expect, test } from './support/host';
import { pressTo, tabTo } from './support/keyboard';
import { DEMO, openRoom, signInStaff } from './support/people';
import { untilSettled } from './support/settled';
import { toast } from './support/toast';

/** The roll call: a finger on a tablet, then a keyboard on a desk. */
test.use({ hostOptions: { demo: true, now: '2026-11-05T12:10' }, viewport: { width: 800, height: 1280 }, hasTouch: true });

const AGENT = 'yann.prigent@saint-aubin.example';
const lineOf = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ has: page.getByRole('group', { name, exact: true }) });
const target = (page: Page, name: string, state: string): Locator => page.getByRole('group', { name, exact: true }).getByRole('button', { name: state });
const figure = (page: Page, words: RegExp): Locator => page.getByRole('list', { name: 'Où en est l’appel' }).getByText(words);

test('a tablet: all present but one, a child added, the network cut, saved when it is back', async ({ page, host, context }) => {
  await signInStaff(page, host.staffUrl, AGENT);
  await page.goto(`${host.staffUrl}/#/presences`);
  await page.getByRole('button', { name: 'Tous présents' }).tap();
  await expect(figure(page, /^0 à pointer$/)).toBeVisible();
  await target(page, 'BACONNAIS Fanny', 'Absent').tap();
  await expect(figure(page, /^1 absent$/)).toBeVisible();
  const size = await target(page, 'BACONNAIS Fanny', 'Absent').boundingBox();
  expect(size!.height).toBeGreaterThanOrEqual(44);
  expect((await lineOf(page, 'BACONNAIS Fanny').boundingBox())!.height).toBeGreaterThanOrEqual(56);
  await expectNoSideways(page);

  await page.getByRole('button', { name: 'Ajouter un enfant' }).tap();
  await page.getByRole('combobox', { name: 'Nom ou prénom de l’enfant' }).fill('alain théo');
  await page.getByRole('option', { name: /^ALAIN Théo/ }).tap();
  await expect(lineOf(page, 'ALAIN Théo')).toContainText('sans réservation');

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Enregistrer l’appel' }).tap();
  await expect(page.getByRole('alert')).toContainText('Votre appel est gardé sur cet appareil');
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText('Un appel n’était pas enregistré')).toBeVisible();
  await expect(figure(page, /^1 absent$/)).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer l’appel' }).tap();
  await expect(toast(page, /^C’est enregistré : .*présents et 1\sabsent\.$/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Appel à enregistrer' })).toBeHidden();
  await expect(target(page, 'ALAIN Théo', 'Présent')).toHaveAttribute('aria-pressed', 'true');
});

test.describe('at a desk', () => {
  test.use({ viewport: { width: 1440, height: 900 }, hasTouch: false });

  test('the keyboard alone: letters, arrows, hours, Ctrl+S; another device meanwhile is told', async ({ page, host, browser }) => {
    await signInStaff(page, host.staffUrl, DEMO.secretary);
    await openRoom(page, 'Présences');
    await page.goto(`${host.staffUrl}/#/presences?services=garderie-soir`);
    // The page opened on other services: their lines stay until those of this one have come.
    await expect(page.getByRole('button', { name: 'Garderie du soir' })).toHaveAttribute('aria-pressed', 'true');
    await untilSettled(page);
    const first = page.locator('[data-cell="0:0"]');
    await tabTo(page, first);
    const name = (await page.getByRole('group').filter({ has: first }).getAttribute('aria-label'))!;
    const second = page.locator('[data-cell="1:0"]');
    await pressTo(page, ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft'], first);
    await pressTo(page, ['p'], second);
    await expect(target(page, name, 'Présent')).toHaveAttribute('aria-pressed', 'true');
    await pressTo(page, ['ArrowUp'], first);
    await page.keyboard.type('1842');
    await page.keyboard.press('Enter');
    await expect(lineOf(page, name)).toContainText('retard de 12');

    const other = await (await browser.newContext()).newPage();
    await signInStaff(other, host.staffUrl, AGENT);
    await other.goto(`${host.staffUrl}/#/presences?services=garderie-soir`);
    await target(other, name, 'Absent').click();
    await other.keyboard.press('Control+s');
    await expect(toast(other, /1\sabsent/)).toBeVisible();
    await other.context().close();

    await page.keyboard.press('Control+s');
    await expect(page.getByText(`${name} vient d’être noté « absent » sur un autre appareil.`)).toBeVisible();
    await expect(target(page, name, 'Absent')).toHaveAttribute('aria-pressed', 'true');

    await page.getByRole('button', { name: `Absences et motif : ${name}` }).click();
    await page.getByRole('checkbox', { name: 'Certificat médical remis et accepté' }).check();
    await page.getByRole('button', { name: 'Noter l’absence excusée' }).click();
    await page.getByRole('button', { name: 'Enregistrer l’appel' }).click();
    await expect(toast(page, /1\sexcusé/)).toBeVisible();
    await expect(lineOf(page, name)).toContainText('certificat médical');

    await page.getByRole('button', { name: 'Repas', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Demain, vendredi 6 novembre' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Cantine, 1er service' }).getByRole('rowheader', { name: 'École maternelle' })).toBeVisible();
  });
});

import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { toast } from './support/toast';
import { expect, test } from './support/host';
import { pressTo, tabTo } from './support/keyboard';
import { DEMO, openRoom, signInStaff } from './support/people';

test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

const week = (page: Page): Locator => page.getByRole('grid');
const cellAt = (page: Page, place: string): Locator => page.locator(`[data-place='${place}']`);
const placeOf = async (cell: Locator): Promise<string> => (await cell.getAttribute('data-place'))!;

/** The week that begins on a Monday, by the page's address. */
async function openWeek(page: Page, staffUrl: string, query: string): Promise<void> {
  await page.goto(`${staffUrl}/#/reservations?${query}`);
  await expect(week(page)).toBeVisible();
}

test('a week of a class is filled in and saved without a mouse', async ({ page, host }) => {
  await signInStaff(page, host.staffUrl, DEMO.secretary);
  await openRoom(page, 'Réservations');
  await page.getByLabel('École', { exact: true }).selectOption('École maternelle');
  await page.getByLabel('Classe', { exact: true }).selectOption('Petite section');
  await expect(page.getByRole('grid', { name: /École maternelle, Petite section/ })).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, cellAt(page, '0:0'));
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'Semaine 47, du 16 au 22 novembre 2026' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'lundi 16 novembre' })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(cellAt(page, '0:0')).toBeFocused();
  await pressTo(page, ['ArrowRight', 'ArrowDown', 'ArrowUp', 'Home'], cellAt(page, '0:0'));

  // One press differs from what is saved, whatever was: the second takes it back.
  await page.keyboard.press('Space');
  await expect(cellAt(page, '0:0')).toHaveAccessibleName(/pas encore enregistré/);
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Modifications à enregistrer' })).toBeHidden();

  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('x');
  await expect(page.getByText(/modifications? à enregistrer/)).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(toast(page, /^C’est enregistré/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Modifications à enregistrer' })).toBeHidden();
});

test('a day that the rules close says why in place, and is decided all the same with a reason', async ({ page, host }) => {
  await signInStaff(page, host.staffUrl, DEMO.secretary);
  await openWeek(page, host.staffUrl, 'ecole=1&classe=1&semaine=2026-11-02');
  const closed = week(page).getByRole('gridcell', { name: 'passé, non réservé' }).first();
  const place = await placeOf(closed);
  await closed.click();
  const details = page.getByRole('dialog', { name: 'Détails du jour' });
  await expect(details).toContainText('Ce jour est passé.');
  await expectAccessible(page, { within: '[role=dialog]' });
  await page.keyboard.press('Escape');
  await expect(cellAt(page, place)).toBeFocused();
  await page.keyboard.press('Enter');
  await details.getByRole('button', { name: 'Réserver quand même' }).click();
  await page.keyboard.press('Control+s');

  const panel = page.getByRole('dialog', { name: 'Rien n’a été enregistré' });
  await expect(panel).toContainText('Ce jour est passé.');
  await expectAccessible(page, { within: '[role=dialog]' });
  await panel.getByRole('button', { name: 'Enregistrer quand même' }).click();
  await expect(panel.getByText('Dites en quelques mots pourquoi')).toBeVisible();
  await panel.getByLabel('Motif').fill('Repas pris sans réservation');
  await panel.getByRole('button', { name: 'Enregistrer quand même' }).click();
  await expect(toast(page, 'C’est enregistré : 1 réservation.')).toBeVisible();
  await expect(cellAt(page, place)).toHaveAccessibleName('réservé');

  await openRoom(page, 'Journal');
  await expect(page.getByText(/hors règle : Repas pris sans réservation/)).toBeVisible();
});

test('the week of a family is priced while it is filled in, and is not left by mistake', async ({ page, host }) => {
  await signInStaff(page, host.staffUrl, DEMO.secretary);
  await openWeek(page, host.staffUrl, 'vue=famille&famille=1&semaine=2026-11-23');
  await expect(page.getByText('Famille ALAIN')).toBeVisible();
  const total = week(page).getByRole('row', { name: /Total de la famille/ });
  const before = await total.innerText();
  await cellAt(page, '0:0').click();
  await expect(cellAt(page, '0:0')).toHaveAccessibleName(/pas encore enregistré/);
  await expect(total).not.toHaveText(before);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Semaine suivante' }).click();
  await page.getByRole('button', { name: 'Rester sur la page' }).click();
  await expect(cellAt(page, '0:0')).toHaveAccessibleName(/pas encore enregistré/);
  await page.getByRole('button', { name: 'Abandonner' }).click();
  await expect.poll(() => total.innerText()).toBe(before);
});

test('a child is enrolled, changes days and leaves; each step tells what it does', async ({ page, host }) => {
  await signInStaff(page, host.staffUrl, DEMO.secretary);
  await page.goto(`${host.staffUrl}/#/familles/1`);
  const theo = page.getByRole('region', { name: 'Inscriptions de Théo ALAIN' });
  await page.getByRole('button', { name: 'Inscrire', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Inscrire un enfant' });
  await panel.getByLabel('Enfant').selectOption({ label: 'Théo ALAIN' });
  await panel.getByRole('checkbox', { name: 'Cantine, 2e service' }).check();
  await panel.getByRole('checkbox', { name: 'Garderie du soir' }).check();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Inscrire', exact: true }).click();
  await expect(panel.getByText('déjà inscrit à « Cantine, 2e service »').first()).toBeVisible();
  await panel.getByRole('checkbox', { name: 'Cantine, 2e service' }).uncheck();
  await panel.getByRole('button', { name: 'jeudi' }).click();
  await expect(panel.getByRole('button', { name: 'dimanche, pas de service' })).toBeDisabled();
  await panel.getByRole('button', { name: 'Inscrire', exact: true }).click();
  await expect(theo.getByText('Garderie du soir')).toBeVisible();

  const care = theo.getByRole('button', { name: 'Modifier l’inscription à « Garderie du soir »' });
  await care.click();
  await page.getByRole('menuitem', { name: 'Changer la semaine type…' }).click();
  const change = page.getByRole('dialog', { name: 'Changer la semaine type' });
  await change.getByRole('button', { name: 'mardi' }).click();
  await change.getByRole('button', { name: 'Changer la semaine type' }).click();
  await expect(theo.getByText('le mardi et le jeudi')).toBeAttached();

  await care.click();
  await page.getByRole('menuitem', { name: 'Terminer…' }).click();
  const end = page.getByRole('dialog', { name: 'Terminer l’inscription' });
  await end.getByRole('textbox', { name: 'Dernier jour' }).fill('20/11/2026');
  await expect(end.getByText('La semaine type s’arrête')).toBeVisible();
  await expectAccessible(page, { within: '[role=dialog]' });
  await end.getByRole('button', { name: 'Terminer l’inscription' }).click();
  await expect(theo.getByText('du 5 novembre 2026 au 20 novembre 2026')).toBeVisible();
});

test('on a phone the week keeps within the screen', async ({ page, host }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInStaff(page, host.staffUrl, DEMO.secretary);
  await openWeek(page, host.staffUrl, 'ecole=1&classe=1&semaine=2026-11-16');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await openWeek(page, host.staffUrl, 'vue=famille&famille=1&semaine=2026-11-16');
  await expect(page.getByRole('grid', { name: /^Semaine de la famille ALAIN/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

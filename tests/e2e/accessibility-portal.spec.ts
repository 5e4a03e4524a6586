import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideways } from './support/axe';
import { expect, test } from './support/host';
import { pressTo, tabTo } from './support/keyboard';
import { DEMO, PASSWORD, signInParent, signInStaff } from './support/people';
import { untilSettled } from './support/settled';
import { watchPage } from './support/watch';

/** The parents' pages at the widths of a small phone, a phone and a desk. */
test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

const WIDTHS = [{ width: 320, height: 640 }, { width: 390, height: 844 }, { width: 1440, height: 900 }] as const;
const VISITOR_PAGES = ['/', '/connexion', '/mot-de-passe-oublie', '/nouveau-mot-de-passe#perdu', '/donnees-personnelles', '/nulle-part'] as const;
/** Today's week, the next one, and one in the holidays. */
const PARENT_PAGES = [
  '/accueil', '/reservations', '/reservations?semaine=2026-11-16', '/reservations?semaine=2026-12-21', '/reservations/en-masse', '/reservations/historique', '/presences?par=semaine&jour=2026-11-03',
  '/presences?par=mois&jour=2026-10-05', '/factures', '/factures/F-2026-000001', '/documents', '/messages', '/messages/nouveau', '/messages/1', '/plus', '/mot-de-passe',
  '/foyer', '/enfants', '/enfants/1',
] as const;

/** Each page is opened once and looked at in every width: a phone is turned, a window made larger. */
async function lookAtAll(page: Page, portalUrl: string, pages: readonly string[]): Promise<void> {
  for (const at of pages) {
    await page.goto(`${portalUrl}${at}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await lookAtWidths(page);
  }
}

async function lookAtWidths(page: Page): Promise<void> {
  for (const viewport of WIDTHS) {
    await page.setViewportSize(viewport);
    await untilSettled(page);
    await expectNoSideways(page);
    // 320 px lays pages out as 390 does.
    if (viewport.width > 320) await expectAccessible(page);
  }
}

test('every page of a visitor fits, is in order for axe, and keeps its console clean', async ({ page, host }) => {
  // A lost link is refused; everything else succeeds.
  const complaints = watchPage(page, [400, 404, 410]);
  await lookAtAll(page, host.portalUrl, VISITOR_PAGES);
  await page.goto(`${host.portalUrl}/connexion`);
  await page.getByRole('button', { name: 'Valider' }).click();
  await expect(page.getByLabel('E-mail ou identifiant')).toHaveAttribute('aria-invalid', 'true');
  await lookAtWidths(page);
  expect(complaints).toEqual([]);
});

const HALF = Math.ceil(PARENT_PAGES.length / 2);
for (const pages of [PARENT_PAGES.slice(0, HALF), PARENT_PAGES.slice(HALF)]) {
  test(`a parent’s pages from ${pages[0]} on fit, are in order for axe, and keep their console clean`, async ({ page, host }) => {
    const complaints = watchPage(page, []);
    await signInParent(page, host.portalUrl, DEMO.paul);
    await lookAtAll(page, host.portalUrl, pages);
    expect(complaints).toEqual([]);
  });
}

test('a week with ticks, a refusal and its reason is read by axe too', async ({ page, host }) => {
  await signInParent(page, host.portalUrl, DEMO.paul);
  await page.goto(`${host.portalUrl}/reservations?semaine=2026-11-09`);
  await page.getByRole('checkbox', { name: 'vendredi 13 novembre' }).first().click();
  await page.getByRole('checkbox', { name: 'lundi 9 novembre' }).first().click({ force: true });
  await expect(page.getByText(/Annulation refusée/).locator('visible=true').first()).toBeVisible();
  await expectAccessible(page);
});

test('a parent signs in, books and signs out without a mouse', async ({ page, host }) => {
  await page.goto(`${host.portalUrl}/connexion`);
  await tabTo(page, page.getByLabel('E-mail ou identifiant'));
  await page.keyboard.type(DEMO.claire);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bonjour Claire' })).toBeVisible();

  await tabTo(page, page.getByRole('navigation').getByRole('link', { name: 'Réservations' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Réservations', level: 1 })).toBeFocused();
  for (const week of ['9 au 13', '16 au 20']) {
    await tabTo(page, page.getByRole('link', { name: 'Semaine suivante' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: `Semaine du ${week} novembre 2026` })).toBeVisible();
  }

  const grid = page.getByRole('grid').first();
  const friday = grid.getByRole('checkbox', { name: 'vendredi 20 novembre' }).first();
  const before = await friday.getAttribute('aria-checked');
  await tabTo(page, grid.locator('[data-row="0"][tabindex="0"]'));
  await pressTo(page, ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'], friday);
  await page.keyboard.press('Space');
  await expect(friday).toHaveAttribute('aria-checked', before === 'true' ? 'false' : 'true');
  await tabTo(page, page.getByRole('button', { name: 'Valider' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/C’est (réservé|enregistré)/)).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Se déconnecter' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Se déconnecter' })).toHaveCount(0);
});

test('the staff grid is walked without a mouse: a day, a reason, the whole day, undone', async ({ page, host }) => {
  await signInStaff(page, host.staffUrl, DEMO.secretary);
  await page.goto(`${host.staffUrl}/#/reservations`);
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await tabTo(page, grid.locator('[tabindex="0"]'));
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'Semaine 46, du 9 au 15 novembre 2026' })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(grid.locator('[tabindex="0"]')).toBeFocused();

  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  const waiting = page.getByRole('region', { name: 'Modifications à enregistrer' });
  await expect(waiting).toContainText('1 modification à enregistrer.');
  await page.keyboard.press('Space');
  await expect(waiting).toBeHidden();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Détails du jour' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(grid.locator('[tabindex="0"]')).toBeFocused();
});

import { expectNoSideways } from './support/axe';
import { expect, test } from './support/host';
import { DEMO, signInParent, signInStaff } from './support/people';
import { readPasswordLink } from './support/mails';

/** The parent's street with one thumb, on a phone of 390 by 844. */
test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' }, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** The town hall looks at a larger screen. */
const DESK = { viewport: { width: 1440, height: 900 }, hasTouch: false, isMobile: false };

test('a forgotten password: a link by mail, the second method, and signed in again', async ({ page, host, browser }) => {
  await page.goto(host.portalUrl);
  await page.getByRole('link', { name: 'Se connecter' }).tap();
  await page.getByRole('link', { name: 'Première connexion ou mot de passe oublié' }).tap();
  // Both pages have the same field and button: the second must be there before it is filled in.
  await expect(page.getByRole('heading', { name: 'Nouveau mot de passe', level: 1 })).toBeVisible();
  await page.getByLabel('E-mail ou identifiant').fill(DEMO.charlotte);
  await page.getByRole('button', { name: 'Valider' }).tap();
  await expect(page.getByText('courriers indésirables')).toBeVisible();

  const office = await (await browser.newContext(DESK)).newPage();
  await signInStaff(office, host.staffUrl, DEMO.administrator);
  await page.goto(await readPasswordLink(office, DEMO.charlotte));
  await office.context().close();

  await page.getByRole('button', { name: 'Générer un mot de passe à partir d’une phrase' }).tap();
  await page.getByLabel('Votre phrase').fill('Rose mange à la cantine le mardi, le jeudi et aussi le vendredi depuis 2026 !');
  const password = await page.getByText('Mot de passe tiré de la phrase').locator('..').locator('.font-mono').innerText();
  await expectNoSideways(page);
  await page.getByRole('button', { name: 'Valider' }).locator('visible=true').tap();
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Valider' }).tap();
  await expect(page.getByRole('heading', { name: 'Bonjour Charlotte' })).toBeVisible();
});

test('a week by the thumb: a day unticked, the whole week by the service’s name, saved, found again', async ({ page, host }) => {
  await signInParent(page, host.portalUrl, DEMO.paul);
  await page.getByRole('link', { name: /^Réserver ou modifier/ }).tap();
  await expect(page.getByRole('heading', { name: 'Semaine du 9 au 13 novembre 2026' })).toBeVisible();
  // A day that the rules hold says why, in place, and how to ask for it all the same.
  const held = page.getByRole('region', { name: 'ALAIN Théo' }).getByRole('checkbox', { name: /lundi 9 novembre, réservé/ });
  await expect(held).toHaveAccessibleDescription(/Annulation refusée/);
  await held.focus();
  await expect(page.getByText(/^Annulation refusée/).locator('visible=true').last()).toBeInViewport();
  await page.getByRole('link', { name: 'Demander à la mairie' }).tap();
  await expect(page.getByLabel('Objet')).toHaveValue('Annulation demandée : ALAIN Théo, Cantine, 2e service, lundi 9 novembre');
  await page.getByRole('link', { name: 'Retour' }).tap();
  await expect(page.getByRole('heading', { name: 'Semaine du 9 au 13 novembre 2026' })).toBeVisible();
  await page.getByRole('link', { name: 'Semaine suivante' }).tap();
  await expect(page.getByRole('heading', { name: 'Semaine du 16 au 20 novembre 2026' })).toBeVisible();
  await expectNoSideways(page);

  const week = page.getByRole('region', { name: 'ALAIN Théo' }).getByRole('group', { name: 'Cantine, 2e service' });
  const total = page.getByRole('status', { name: 'Total général' });
  await expect(week.getByRole('checkbox', { checked: true })).toHaveCount(4);
  await expect(total).toHaveText(/^9,60\s€$/);
  await week.getByRole('checkbox', { name: 'mardi 17 novembre' }).tap();
  await expect(total).toHaveText(/^7,20\s€$/);
  await week.getByRole('button', { name: 'Cantine, 2e service : toute la semaine' }).tap();
  await expect(total).toHaveText(/^9,60\s€$/);
  await week.getByRole('checkbox', { name: 'jeudi 19 novembre' }).tap();
  await expect(page.getByText('1 changement à enregistrer')).toBeVisible();
  await page.getByRole('button', { name: 'Valider' }).tap();
  await expect(page.getByText(/C’est enregistré/)).toBeVisible();

  await page.reload();
  await expect(week.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await expect(week.getByRole('checkbox', { name: 'jeudi 19 novembre' })).not.toBeChecked();
});

test('ticks that wait are kept from page to page, and said', async ({ page, host }) => {
  await signInParent(page, host.portalUrl, DEMO.paul);
  await page.goto(`${host.portalUrl}/reservations?semaine=2026-11-23`);
  await page.getByRole('region', { name: 'ALAIN Théo' }).getByRole('checkbox', { name: 'vendredi 27 novembre' }).tap();
  await page.getByRole('link', { name: 'Accueil' }).tap();
  await expect(page.getByRole('heading', { name: 'Bonjour Paul' })).toBeVisible();
  await expect(page.getByText('1 changement n’est pas enregistré.')).toBeVisible();
  await page.getByRole('link', { name: 'Revenir aux réservations' }).tap();
  await expect(page.getByRole('region', { name: 'ALAIN Théo' }).getByRole('checkbox', { name: /vendredi 27 novembre.*à enregistrer/ })).not.toBeChecked();
});

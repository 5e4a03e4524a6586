import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideways } from './support/axe';
import { expect, test } from './support/host';
import { DEMO, signInParent, signInStaff } from './support/people';
import { toast } from './support/toast';

/** A parent asks about an invoice, the town hall answers, the parent reads it; nobody else does (guides v1 §8, v3 §7). */
test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const titled = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });

test('a question about an invoice, its PDF, the answer of the town hall, and nothing for another parent', async ({ browser, host }) => {
  const phone = await (await browser.newContext(PHONE)).newPage();
  await signInParent(phone, host.portalUrl, DEMO.claire);
  await phone.goto(`${host.portalUrl}/factures`);
  await phone.getByRole('link', { name: /^Détail/ }).first().tap();
  await expect(titled(phone, /^Facture F-/)).toBeVisible();
  const number = (await titled(phone, /^Facture F-/).textContent())!.replace('Facture ', '');
  await phone.getByRole('link', { name: 'Une question sur cette facture' }).tap();
  await expect(phone.getByLabel('Objet')).toHaveValue(`Question sur la facture ${number}`);
  await expect(phone.getByRole('combobox', { name: 'Service' }).locator('option:checked')).toHaveText('Facturation');

  await phone.getByRole('button', { name: 'Envoyer' }).tap();
  await expect(phone.getByText('Écrivez votre message.')).toBeVisible();
  await expectAccessible(phone);
  await phone.getByRole('textbox', { name: 'Message', exact: true }).fill('Le 12, Fanny était absente.');
  await phone.locator('[data-files]').setInputFiles({ name: 'certificat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 certificat') });
  await expect(phone.getByText('Fichier chargé')).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole('textbox', { name: 'Message', exact: true })).toHaveText('Le 12, Fanny était absente.');
  await expectNoSideways(phone);
  await phone.getByRole('button', { name: 'Envoyer' }).tap();
  await expect(phone.getByText('Votre message est envoyé.')).toBeVisible();
  const conversation = phone.url();
  const file = await phone.getByRole('link', { name: /^certificat\.pdf/ }).getAttribute('href');

  const desk = await (await browser.newContext()).newPage();
  await signInStaff(desk, host.staffUrl, DEMO.secretary);
  await desk.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name: /^Messages/ }).click();
  await desk.getByRole('searchbox', { name: 'Chercher parmi les messages' }).fill(`question sur la facture ${number}`);
  const line = desk.getByRole('list', { name: 'Conversations' }).getByRole('button', { name: /BACONNAIS.*Question sur la facture/ });
  // The list follows what is typed: only when it has, the line keeps the focus.
  await expect(desk.getByRole('list', { name: 'Conversations' }).getByRole('listitem')).toHaveCount(1);
  await line.focus();
  await desk.keyboard.press('Enter');
  const answer = desk.getByRole('textbox', { name: 'Votre réponse' });
  await expect(answer).toBeFocused();
  await expect(desk.getByRole('button', { name: 'certificat.pdf' })).toBeVisible();
  await desk.getByRole('combobox', { name: 'Insérer une réponse type' }).selectOption('Facture vérifiée');
  await expect(answer).toContainText('Nous avons vérifié votre facture.');
  await desk.keyboard.press('Control+End');
  await desk.keyboard.press('Control+b');
  await desk.keyboard.type(' Un avoir suit.');
  await expect(desk.getByRole('button', { name: 'Gras' })).toHaveAttribute('aria-pressed', 'true');
  await desk.keyboard.press('Control+Enter');
  await expect(toast(desk, 'Votre réponse est envoyée.')).toBeVisible();
  await expect(answer).toHaveText('');
  await desk.context().close();

  await phone.goto(`${host.portalUrl}/accueil`);
  await expect(phone.getByRole('region', { name: 'Messagerie' })).toContainText('1\u00a0message non lu');
  await phone.getByRole('navigation', { name: 'Pages du portail' }).getByRole('link', { name: /^Messagerie.*1\snon lu/ }).tap();
  await phone.getByRole('link', { name: /^Question sur la facture.*1\snouveau message/ }).tap();
  await expect(phone.locator('strong', { hasText: 'Un avoir suit.' })).toBeVisible();
  await expect(phone.getByRole('navigation', { name: 'Pages du portail' }).getByRole('link', { name: /non lu/ })).toHaveCount(0);
  await phone.context().close();

  const other = await (await browser.newContext()).newPage();
  await signInParent(other, host.portalUrl, DEMO.paul);
  expect((await other.request.get(`${host.portalUrl}${file}`)).status()).toBe(404);
  await other.goto(conversation);
  await expect(other.getByRole('alert')).toContainText('Cette conversation n’a pas pu s’afficher');
  await other.getByRole('link', { name: 'Messagerie' }).first().click();
  await expect(other.getByRole('region', { name: 'Mes conversations' })).toContainText('Horaires de la garderie du soir');
  await expect(other.getByText(number)).toHaveCount(0);
  await other.context().close();
});

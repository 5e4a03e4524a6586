import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { foundTown, openAs } from './support/families';
import { expect, startBuiltHost, test } from './support/host';
import type { BuiltHost } from './support/host';
import { inviteGuardian } from './support/invitations';
import { readPasswordLink } from './support/mails';
import { openRoom, PASSWORD, typeParentAccess } from './support/people';
import { untilSettled } from './support/settled';

/** What people type wrongly, each met by a French sentence, with what they typed still there. One town, in order. */
test.describe.configure({ mode: 'serial' });

const SHARED = 'famille.alain@courriel.example';
let dataFolder = '';
let host: BuiltHost;
let familyId = 0;

test.beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'preau-e2e-'));
  host = await startBuiltHost({ dataFolder, now: '2026-11-05T10:01' });
  const call = await foundTown(host);
  const guardian = (firstName: string) => ({ lastName: 'ALAIN', firstName, email: SHARED });
  ({ familyId } = await call<{ familyId: number }>('families.create', {
    guardians: [guardian('Paul'), guardian('Lucie')], children: [{ lastName: 'ALAIN', firstName: 'Anna', birthOn: '2023-10-12' }],
  }));
});
test.afterAll(async () => {
  await host.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

const complaintsOf = (page: Page) => page.getByRole('alert');

test('a name too long is told at its field and stays as typed', async ({ page }) => {
  await openAs(page, host, '/reglages/commune');
  const name = page.getByLabel('Nom de la commune ou de la structure');
  await name.fill('A'.repeat(300));
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await expect(name).toHaveAccessibleDescription(/trop long|caractères/);
  await expect(name).toHaveValue('A'.repeat(300));
});

test('a day that does not exist is told before the next step', async ({ page }) => {
  await openAs(page, host, '/familles/nouvelle');
  await page.getByRole('textbox', { name: /^Nom/ }).fill('ALAIN');
  await page.getByRole('textbox', { name: /^Prénom/ }).fill('Paul');
  const birth = page.getByRole('textbox', { name: 'Date de naissance' });
  await birth.fill('31/02/1985');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(birth).toHaveAccessibleDescription('Cette date n’existe pas. Écrivez-la ainsi : 12/10/2023.');
  await expect(birth).toHaveValue('31/02/1985');
  await expect(page.locator('[aria-current=step]')).toContainText('Responsables');
});

test('a negative quotient and an unreadable one are refused; a comma is read', async ({ page }) => {
  await openAs(page, host, `/familles/${familyId}`);
  await page.getByRole('button', { name: 'Ajouter un quotient' }).click();
  const panel = page.getByRole('dialog');
  const value = panel.getByRole('textbox', { name: /^Quotient familial/ });
  for (const wrong of ['-12', 'sept cents']) {
    await value.fill(wrong);
    await page.keyboard.press('Enter');
    // The second refusal looks like the first: it has come once the form is at rest.
    await untilSettled(page);
    await expect(value).toHaveAttribute('aria-invalid', 'true');
    await expect(value).toHaveValue(wrong);
  }
  await value.fill('1 722,5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Quotient familial' })).toContainText(/1\s722,50/);
});

test('brackets that overlap or leave a gap are told at their line, and cannot be put in force', async ({ page }) => {
  await openAs(page, host, '/reglages/prestations');
  await page.getByRole('button', { name: 'Écrire le premier règlement' }).click();
  await page.getByRole('button', { name: 'Commencer le brouillon' }).click();
  const prices = page.getByRole('region', { name: 'Tarifs' });
  await prices.getByRole('button', { name: /^Tarifs/ }).click();
  await prices.getByRole('button', { name: 'Repas', expanded: false }).click();
  await prices.getByRole('combobox', { name: 'Prix' }).selectOption('Un tableau, par quotient ou par lieu');
  await typeBracket(page, 1, '0', '700', '1,20');
  await page.getByRole('button', { name: 'Ajouter une tranche' }).click();
  await typeBracket(page, 2, '650', '1200', '2,40');
  await expect(page.getByRole('region', { name: 'Tarifs' })).toContainText(/chevauchent|deux tranches/i);
  await page.getByRole('textbox', { name: 'Ligne 2, de' }).fill('800');
  await expect(page.getByRole('region', { name: 'Tarifs' })).toContainText(/trou|aucune tranche|aucun prix|n’est couvert|manque/i);
  await page.getByRole('button', { name: 'Vérifier et mettre en vigueur…' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Mettre en vigueur le/ })).toBeDisabled();
});

async function typeBracket(page: Page, line: number, from: string, to: string, price: string): Promise<void> {
  await page.getByRole('textbox', { name: `Ligne ${line}, de` }).fill(from);
  await page.getByRole('textbox', { name: `Ligne ${line}, à` }).fill(to);
  await page.getByRole('textbox', { name: new RegExp(`^Ligne ${line}, .*prix`, 'i') }).fill(price);
}

test('two guardians with one address: the second has an account too, and signs in by her identifier', async ({ page, context }) => {
  await openAs(page, host, '/portail/comptes');
  await inviteGuardian(page, 'ALAIN Paul');
  await inviteGuardian(page, 'ALAIN Lucie');
  const parent = await context.newPage();
  await parent.goto(await readPasswordLink(page, 'Lucie ALAIN'));
  const identifier = await parent.locator('main strong').first().innerText();
  expect(identifier).not.toContain('@');
  await parent.getByLabel('Nouveau mot de passe', { exact: true }).fill(PASSWORD);
  await parent.getByLabel('Confirmer le mot de passe', { exact: true }).fill(PASSWORD);
  await parent.getByRole('button', { name: 'Valider' }).click();
  await typeParentAccess(parent, identifier, PASSWORD);
  await expect(parent.getByRole('heading', { name: 'Bonjour Lucie' })).toBeVisible();
});

test('too many wrong passwords slow down whoever tries, whether the account exists or not', async ({ page }) => {
  const said: string[][] = [];
  for (const login of [SHARED, 'personne@courriel.example']) {
    await page.goto(`${host.portalUrl}/connexion`);
    const sentences: string[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const answered = page.waitForResponse('**/api/session');
      await typeParentAccess(page, login, `faux mot de passe ${tries}`);
      await answered;
      sentences.push(await page.locator('form').getByText(/ne convient pas|trop d’essais/).innerText());
    }
    await expect(page.getByLabel('E-mail ou identifiant')).toHaveValue(login);
    said.push(sentences);
  }
  expect(said[0]).toEqual(said[1]);
  expect(said[0]![0]).toContain('L’identifiant ou le mot de passe ne convient pas.');
  expect(said[0]![5]).toMatch(/^Il y a eu trop d’essais. Attendez 2\sminutes/);
});

test('without a mail server that answers, a trial says so and the mails go on waiting', async ({ page }) => {
  await openAs(page, host, '/reglages/messagerie');
  await page.getByRole('textbox', { name: /^Serveur d’envoi/ }).fill('127.0.0.1');
  await page.getByRole('textbox', { name: /^Port/ }).fill(String(await closedPort()));
  await page.getByLabel('Chiffrement').selectOption({ index: 2 });
  await page.getByRole('textbox', { name: /^Adresse d’envoi/ }).fill('mairie@saint-aubin.example');
  await page.getByRole('button', { name: 'Enregistrer la messagerie' }).click();
  await page.getByLabel('Adresse qui reçoit l’essai').fill('essai@courriel.example');
  await page.getByRole('button', { name: 'Envoyer un essai' }).click();
  await expect(complaintsOf(page)).toContainText(/serveur/i);
  await expect(page.getByLabel('Adresse qui reçoit l’essai')).toHaveValue('essai@courriel.example');
  await openRoom(page, 'Boîte d’envoi');
  await expect(page.getByRole('row', { name: /En attente.*accès au portail/ }).first()).toBeVisible();
});

/** A port where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('two days later, a link that was not used is refused with the way to another', async ({ page }) => {
  await openAs(page, host, '/');
  const link = new URL(await readPasswordLink(page, 'Paul ALAIN'));
  await host.stop();
  host = await startBuiltHost({ dataFolder, now: '2026-11-07T10:01' });
  await page.goto(`${host.portalUrl}${link.pathname}${link.hash}`);
  await expect(page.getByText('Ce lien ne peut pas servir')).toBeVisible();
  await expect(page.getByText(/^Ce lien n’est plus valable : il dure 24\sheures/)).toBeVisible();
  await page.getByRole('link', { name: 'Demander un nouveau lien' }).click();
  await expect(page.getByLabel('E-mail ou identifiant')).toBeVisible();
});

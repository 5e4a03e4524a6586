import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openRoom, PASSWORD } from './people';

export const ADMINISTRATOR = 'nadine.legoff@mairie.example';

/** First start, without the mistakes: an empty town and its administrator, who is then signed in. */
export async function foundTown(page: Page, staffUrl: string): Promise<void> {
  await page.goto(staffUrl);
  await typeTown(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await typeAdministrator(page);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Créer la commune' }).click();
  await expect(page.getByRole('heading', { name: 'Accueil', level: 1 })).toBeVisible();
}

export async function typeTown(page: Page): Promise<void> {
  await page.getByLabel('Nom de la commune ou de la structure').fill('Saint-Aubin-des-Préaux');
  await page.getByLabel('Adresse', { exact: true }).fill('1 place de la Mairie');
  await page.getByLabel('Code postal').fill('22300');
  await page.getByLabel('Ville').fill('Saint-Aubin-des-Préaux');
  await page.getByLabel('Téléphone').fill('02 96 12 34 56');
  await page.getByLabel('Adresse e-mail').fill('mairie@saint-aubin.example');
}

export async function typeAdministrator(page: Page): Promise<void> {
  await page.getByLabel('Prénom et nom').fill('Nadine Le Goff');
  await page.getByLabel('Adresse e-mail').fill(ADMINISTRATOR);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Le même, une deuxième fois').fill(PASSWORD);
}

/** École maternelle with its petite section. */
export async function createSchool(page: Page): Promise<void> {
  await openRoom(page, 'Écoles et classes');
  await page.getByRole('button', { name: 'Créer la première école' }).click();
  await page.getByLabel('Nom de l’école').fill('École maternelle');
  await page.getByRole('button', { name: 'Créer l’école' }).click();
  await page.getByRole('button', { name: 'Ajouter une classe à École maternelle' }).click();
  await page.getByLabel('Nom de la classe').fill('Petite section');
  await page.getByRole('checkbox', { name: 'Petite section', exact: true }).check();
  await page.getByRole('button', { name: 'Ajouter la classe' }).click();
  await expect(page.getByRole('row', { name: /^Petite section PS/ })).toBeVisible();
}

/** The first rulebook: one canteen at 3,20 €, in force from today on. */
export async function activateCanteen(page: Page): Promise<void> {
  await openRoom(page, 'Prestations et tarifs');
  await page.getByRole('button', { name: 'Écrire le premier règlement' }).click();
  await page.getByRole('button', { name: 'Commencer le brouillon' }).click();
  const services = page.getByRole('region', { name: 'Prestations', exact: true });
  await services.getByRole('button', { name: /^Prestations/ }).click();
  await services.getByRole('button', { name: 'Cantine', expanded: false }).click();
  await services.getByLabel('Nom', { exact: true }).fill('Cantine, 1er service');
  const prices = page.getByRole('region', { name: 'Tarifs', exact: true });
  await prices.getByRole('button', { name: /^Tarifs/ }).click();
  await prices.getByRole('button', { name: 'Repas', expanded: false }).click();
  await prices.getByRole('textbox', { name: 'Montant' }).fill('3,20');
  await page.getByRole('button', { name: 'Vérifier et mettre en vigueur…' }).click();
  await expect(page.getByRole('dialog')).toContainText('« Cantine, 1er service » : 3,20');
  await page.getByRole('button', { name: /^Mettre en vigueur le/ }).click();
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText('En vigueur');
}

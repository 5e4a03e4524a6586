import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Everybody's password in these stories and in the demo town; it follows the guides' rule. */
export const PASSWORD = 'Demo-Preau-1';

export const DEMO = {
  administrator: 'nadine.legoff@saint-aubin.example',
  secretary: 'soizic.morvan@saint-aubin.example',
  paul: 'paul.alain@courriel.example',
  claire: 'claire.baconnais@messagerie.example',
  charlotte: 'charlotte.rossi@poste.example',
} as const;

/** Opens the staff pages and signs in; ends on the home page. */
export async function signInStaff(page: Page, staffUrl: string, email: string, password = PASSWORD): Promise<void> {
  await page.goto(staffUrl);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { name: 'Accueil', level: 1 })).toBeVisible();
}

/** SE CONNECTER, Connexion, Valider; ends on the parent's home page. */
export async function signInParent(page: Page, portalUrl: string, login: string, password = PASSWORD): Promise<void> {
  await page.goto(portalUrl);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await typeParentAccess(page, login, password);
  await expect(page.getByRole('heading', { name: 'Bonjour', level: 1 })).toBeVisible();
}

/** Fills in and sends the page Connexion; what follows is the story's. */
export async function typeParentAccess(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('E-mail ou identifiant').fill(login);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Valider' }).click();
}

/** A room of the staff pages, by its name in the band on the left. */
export async function openRoom(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

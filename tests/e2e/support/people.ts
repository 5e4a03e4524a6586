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

/** Opens a staff page, signed in already: the form of sign-in is tried where it matters. */
export async function openStaff(page: Page, staffUrl: string, address: string, email: string, password = PASSWORD): Promise<void> {
  const answer = await page.request.post(`${staffUrl}/rpc/session.signIn`, { data: { email, password } });
  const { result } = (await answer.json()) as { result: { data: { token: string } } };
  // Once a tab, as the page itself keeps it: a session that has ended is not brought back by a reload.
  await page.addInitScript(([origin, token]) => {
    if (location.origin !== origin || sessionStorage.getItem('signed-in') !== null) return;
    sessionStorage.setItem('signed-in', '');
    sessionStorage.setItem('preau.session', token);
  }, [staffUrl, result.data.token] as const);
  await page.goto(`${staffUrl}/#${address}`);
}

/** The same; ends on the home page. */
export async function signInStaff(page: Page, staffUrl: string, email: string): Promise<void> {
  await openStaff(page, staffUrl, '/', email);
  await expect(page.getByRole('heading', { name: 'Accueil', level: 1 })).toBeVisible();
}

/** Opens a page of the portal, signed in already: the page Connexion is tried where it matters. */
export async function openPortal(page: Page, portalUrl: string, address: string, login: string, password = PASSWORD): Promise<void> {
  const answer = await page.request.post(`${portalUrl}/api/session`, { headers: { 'x-preau': 'portail' }, data: { login, password, remember: false } });
  expect(answer.status()).toBe(204);
  await page.goto(`${portalUrl}${address}`);
}

/** The same; ends on the parent's home page. */
export async function signInParent(page: Page, portalUrl: string, login: string): Promise<void> {
  await openPortal(page, portalUrl, '/accueil', login);
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

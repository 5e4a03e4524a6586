import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openRoom } from './people';

/** Opens the newest mail of the outbox to this person, by name or address; staff are signed in. */
export async function openMail(staff: Page, recipient: string, subject: RegExp): Promise<void> {
  await openRoom(staff, 'Boîte d’envoi');
  await staff.getByRole('searchbox', { name: 'Rechercher un mail' }).fill(recipient);
  // The list follows what is typed: only when it has, a row stays where it is clicked.
  await expect(staff.locator('tbody tr').filter({ hasNotText: recipient })).toHaveCount(0);
  await staff.getByRole('row', { name: recipient }).filter({ hasText: subject }).first().click();
  await expect(staff.getByRole('dialog', { name: subject })).toContainText(recipient);
}

/** The link of the button "Créer le mot de passe", as the outbox shows it. */
export async function readPasswordLink(staff: Page, recipient: string): Promise<string> {
  await openMail(staff, recipient, /accès au portail|mot de passe/);
  const link = await staff.getByRole('dialog').getByRole('region', { name: 'Liens du mail' }).getByText('/nouveau-mot-de-passe#').innerText();
  await staff.getByRole('button', { name: 'Fermer' }).click();
  return link;
}

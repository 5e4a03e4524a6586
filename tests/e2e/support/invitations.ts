import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openRoom } from './people';

/** Invites one guardian ("ALAIN Paul") to the portal; the mail then waits in the outbox. */
export async function inviteGuardian(staff: Page, name: string): Promise<void> {
  await openRoom(staff, 'Comptes des parents');
  await staff.getByRole('searchbox', { name: 'Chercher parmi les comptes' }).fill(name);
  await staff.getByRole('checkbox', { name: `Choisir ${name}` }).check();
  await staff.getByRole('button', { name: /^Inviter/ }).click();
  const panel = staff.getByRole('dialog', { name: 'Inviter au portail' });
  await panel.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(panel.getByRole('status')).toContainText('1 invitation est prête dans la boîte d’envoi');
  await panel.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(staff.getByRole('row', { name: new RegExp(`${name} en attente d’envoi`) })).toBeVisible();
}

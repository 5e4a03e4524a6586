import { expectAccessible } from './support/axe';
import { expect, test } from './support/host';
import { DEMO, openRoom, signInStaff } from './support/people';

test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

test('the secretary invites parents, is told who cannot be, and closes an access', async ({ page, host }) => {
  await signInStaff(page, host.staffUrl, DEMO.administrator);
  await openRoom(page, 'Comptes des parents');
  const table = page.getByRole('table', { name: 'Comptes des parents' });
  await expect(table.getByRole('row', { name: /ALAIN Paul/ })).toContainText('actif');
  await expectAccessible(page);

  await page.getByLabel('Accès', { exact: true }).selectOption({ index: 1 });
  await expect(table.getByRole('row', { name: /ALAIN Paul/ })).toHaveCount(0);
  await table.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Inviter la sélection…' }).click();
  const panel = page.getByRole('dialog', { name: 'Inviter au portail' });
  await expect(panel.getByText('mails partiront')).toBeVisible();
  await expect(panel.getByText('ne peuvent pas être invitées')).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole('button', { name: /Envoyer les/ }).click();
  await expect(panel.getByText('invitations sont prêtes')).toBeVisible();
  await panel.getByRole('button', { name: 'Fermer' }).last().click();

  await page.getByLabel('Accès', { exact: true }).selectOption({ index: 0 });
  await page.getByLabel('Chercher parmi les comptes').fill('alain lucie');
  await table.getByRole('row', { name: /ALAIN Lucie/ }).click();
  await page.getByRole('dialog', { name: 'ALAIN Lucie' }).getByRole('button', { name: 'Désactiver…' }).click();
  await page.getByRole('button', { name: 'Désactiver l’accès' }).click();
  await expect(page.getByRole('dialog', { name: 'ALAIN Lucie' }).getByText('désactivé', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(table.getByRole('row', { name: /ALAIN Lucie/ })).toContainText('désactivé');
});

import { expect, test } from './support/host';
import { DEMO, PASSWORD, signInStaff } from './support/people';
import { toast } from './support/toast';

test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

test('a backup is made, checked, brought back after a mistake, and the mistake is gone', async ({ page, host }) => {
  await signInStaff(page, host.staffUrl, DEMO.administrator);
  await page.goto(`${host.staffUrl}/#/reglages/sauvegardes`);
  await page.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
  await expect(toast(page, 'La sauvegarde est faite et vérifiée.')).toBeVisible();

  await page.goto(`${host.staffUrl}/#/reglages/commune`);
  const phone = page.getByLabel('Téléphone');
  await expect(phone).not.toHaveValue('');
  const before = await phone.inputValue();
  await phone.fill('02 99 99 99 99');
  await page.keyboard.press('Control+s');
  await expect(toast(page, 'La commune est enregistrée.')).toBeVisible();

  await page.goto(`${host.staffUrl}/#/reglages/sauvegardes`);
  await page.getByRole('row').filter({ hasText: 'Demandée' }).first().getByRole('button').click();
  await page.getByRole('button', { name: 'Vérifier à nouveau' }).click();
  await expect(toast(page, 'La vérification est terminée.')).toBeVisible();
  await page.getByRole('button', { name: 'Restaurer…' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '1 action du journal' })).toBeVisible();
  await page.getByLabel('J’ai lu ce qui sera perdu').check();
  await page.getByRole('button', { name: 'Restaurer cette sauvegarde' }).click();

  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Adresse e-mail').fill(DEMO.administrator);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('button', { name: 'Revenir à l’état d’avant la restauration' })).toBeVisible();
  await page.goto(`${host.staffUrl}/#/reglages/commune`);
  await expect(page.getByLabel('Téléphone')).toHaveValue(before);
});

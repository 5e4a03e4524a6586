import { canteen } from '../support/factories/build-rulebook';
import { foundTown, openAs } from './support/families';
import type { StaffCall } from './support/families';
import { expect, startBuiltHost, test } from './support/host';
import type { BuiltHost } from './support/host';
import { untilSettled } from './support/settled';
import { toast } from './support/toast';

/** The desk where payments are typed: by keyboard, with what goes wrong, then what is corrected. One town, in order. */
test.describe.configure({ mode: 'serial' });

let host: BuiltHost;

/** The canteen of two families, invoiced for September and October. */
async function invoiceTwoMonths(call: StaffCall): Promise<void> {
  const text = JSON.stringify({ format: 'preau-rulebook/1', town: { name: 'Saint-Aubin-des-Préaux', timeZone: 'Europe/Paris' }, versions: [canteen()] });
  const [draft] = await call<{ id: number; revision: number }[]>('rules.importDrafts', { text, versions: [0] });
  await call('rules.activateDraft', { id: draft!.id, revision: draft!.revision });
  const guardian = (firstName: string, lastName: string) => ({ firstName, lastName, email: '', address: '3 rue du Puits', postcode: '22300', city: 'Saint-Aubin' });
  const child = (firstName: string, lastName: string) => ({ firstName, lastName, birthOn: '2020-03-02' });
  await call('families.create', { guardians: [guardian('Paul', 'ALAIN'), guardian('Lucie', 'ALAIN')], children: [child('Anna', 'ALAIN')] });
  await call('families.create', { guardians: [guardian('Claire', 'BACONNAIS')], children: [child('Fanny', 'BACONNAIS')] });
  // An empty town numbers its children from 1.
  await call('enrolments.enrolMany', { enrolments: [1, 2].map((childId) => ({ childId, service: 'cantine-1', fromOn: '2026-09-01', week: ['mon', 'tue', 'thu', 'fri'] })) });
  for (const [from, to] of [['2026-09-01', '2026-09-30'], ['2026-10-01', '2026-10-31']]) {
    const { runId } = await call<{ runId: number }>('billing.startRun', { from, to });
    await call('billing.issue', { runId, version: 1 });
    await expect.poll(async () => (await call<{ state: string }>('billing.overview', { runId })).state).toBe('issued');
  }
}

test.beforeAll(async () => {
  host = await startBuiltHost({ now: '2026-11-05T10:01' });
  await invoiceTwoMonths(await foundTown(host));
});
test.afterAll(async () => {
  await host.stop();
});

test('a payment is typed without the mouse; what cannot be is told at its field, and nothing typed is lost', async ({ page }) => {
  await openAs(page, host, '/reglements');
  const payer = page.getByRole('combobox', { name: 'Qui paie ?' });
  const amount = page.getByRole('textbox', { name: 'Montant' });
  const receivedOn = page.getByRole('textbox', { name: 'Reçu le' });
  await expect(payer).toBeFocused();
  await page.keyboard.type('anna');
  await expect(page.getByRole('option', { name: /^ALAIN.*Anna.*Doit/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'À payer' })).toContainText('Facture F-2026-000001');
  await expect(amount).not.toHaveValue('');
  const due = await amount.inputValue();
  await expect(page.getByRole('row', { name: /^Total dû/ })).toContainText(due);

  // Letters choose the means while nothing is being typed.
  await page.keyboard.press('v');
  await expect(page.getByRole('radio', { name: 'Virement' })).toBeChecked();
  await page.keyboard.press('c');
  await expect(page.getByRole('radio', { name: 'Chèque' })).toBeChecked();
  await page.getByLabel('Numéro du chèque').fill('7712345');
  for (const [typed, sentence] of [['-5', 'Le montant doit être supérieur à zéro.'], ['12,345', 'Indiquez un montant en euros'], ['vingt', 'Indiquez un montant en euros']] as const) {
    await amount.fill(typed);
    await page.keyboard.press('Control+s');
    // Two of the sentences are the same: each has come once the form is at rest.
    await untilSettled(page);
    await expect(page.locator('form')).toContainText(sentence);
  }
  await expect(amount).toHaveValue('vingt');
  await amount.fill('20');
  await receivedOn.fill('10/11/2026');
  await page.keyboard.press('Control+s');
  await expect(page.locator('form')).toContainText('Cette date est dans le futur : nous sommes le 5 novembre 2026.');
  await receivedOn.fill('04/11/2026');
  await amount.fill('500');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Corriger le montant' }).click();
  await expect(amount).toHaveValue('500,00');
  await amount.fill('20');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Reçu R-2026-000001 : 20,00.€, famille ALAIN$/)).toBeVisible();
  await expect(page.getByText(/Facture F-2026-000001 : 20,00.€, il reste/)).toBeVisible();
  await expect(payer).toBeFocused();

  // The next one at once, found by the number of an invoice; more than is due is kept as credit.
  await page.keyboard.type('F-2026-000002');
  await expect(page.getByRole('option', { name: /^BACONNAIS Facture F-2026-000002/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Famille BACONNAIS' })).toBeVisible();
  await page.keyboard.press('e');
  await amount.fill('200');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Garder la différence en avoir' }).click();
  await expect(page.getByText(/^La famille a un avoir de .* pour sa prochaine facture\.$/)).toBeVisible();
  await expect(page.getByLabel('Règlements du jour')).toContainText('BACONNAIS');
  await expect(page.getByLabel('Totaux par mode')).toContainText(/Espèces \(1\)200,00/);
});

test('a payment is shared out otherwise, then taken back; the family’s account tells it all', async ({ page }) => {
  await openAs(page, host, '/reglements?vue=liste');
  await page.getByRole('searchbox', { name: 'Chercher un règlement' }).fill('7712345');
  await expect(page.getByRole('table', { name: 'Règlements' }).getByRole('row')).toHaveCount(2);
  await page.getByRole('cell', { name: 'ALAIN', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Règlement' });
  await panel.getByRole('button', { name: 'Répartir autrement' }).click();
  await panel.getByLabel('Réglé de Facture F-2026-000001').fill('');
  await panel.getByLabel('Réglé de Facture F-2026-000003').fill('25');
  await expect(panel.getByText(/^5,00.€ de trop/)).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(panel.getByText(/La répartition \(25,00.€\) dépasse le règlement \(20,00.€\)/).first()).toBeVisible();
  await panel.getByLabel('Réglé de Facture F-2026-000003').fill('20');
  await page.keyboard.press('Control+s');
  await expect(toast(page, 'La répartition est changée.')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Facture F-2026-000003' })).toBeVisible();

  await panel.getByRole('button', { name: 'Annuler ce règlement…' }).click();
  await expect(panel.getByText('Facture F-2026-000003 sera de nouveau à payer', { exact: false })).toBeVisible();
  await panel.getByLabel('Raison').fill('Chèque sans provision');
  await panel.getByRole('button', { name: 'Annuler le règlement', exact: true }).click();
  await expect(panel.getByText('Annulé le 5 novembre 2026 par Nadine Le Goff')).toBeVisible();
  await panel.getByRole('link', { name: 'ALAIN' }).click();

  const account = page.getByRole('region', { name: 'Compte' });
  await expect(account).toContainText(/Annulation du règlement R-2026-000001Chèque sans provision/);
  await expect(account).toContainText(/Règlement R-2026-000001.*annulé/);
  await account.getByRole('link', { name: 'Enregistrer un règlement' }).click();
  await expect(page.getByRole('heading', { name: 'Famille ALAIN' })).toBeVisible();
  await page.getByRole('button', { name: 'Impayés' }).click();
  await expect(page.getByRole('table', { name: 'Familles qui doivent' }).getByRole('row', { name: /^ALAIN/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Familles qui doivent' })).not.toContainText('BACONNAIS');
});

import type { Page } from '@playwright/test';
import { canteen } from '../support/factories/build-rulebook';
import { expectAccessible } from './support/axe';
import { foundTown, openAs } from './support/families';
import { expect, startBuiltHost, test } from './support/host';
import type { BuiltHost } from './support/host';
import { toast } from './support/toast';
import { watchPage } from './support/watch';

/** The end of October: looked over, read, issued, printed, sent; then one invoice taken back. One town, in order. */
test.describe.configure({ mode: 'serial' });

let host: BuiltHost;

/** Three families at the canteen, invoiced for September: one by mail, one by post, one whose address is missing. */
test.beforeAll(async () => {
  host = await startBuiltHost({ now: '2026-11-05T10:01' });
  const call = await foundTown(host);
  const text = JSON.stringify({ format: 'preau-rulebook/1', town: { name: 'Saint-Aubin-des-Préaux', timeZone: 'Europe/Paris' }, versions: [canteen()] });
  const [draft] = await call<{ id: number; revision: number }[]>('rules.importDrafts', { text, versions: [0] });
  await call('rules.activateDraft', { id: draft!.id, revision: draft!.revision });
  const people = [
    { firstName: 'Paul', lastName: 'ALAIN', email: 'paul.alain@courriel.example', address: '3 rue du Puits', child: 'Anna' },
    { firstName: 'Claire', lastName: 'BACONNAIS', email: '', address: '5 rue du Four', child: 'Fanny' },
    { firstName: 'Rose', lastName: 'CADIOU', email: 'rose.cadiou@courriel.example', address: '', child: 'Zoé' },
  ];
  for (const { child, ...guardian } of people) {
    await call('families.create', {
      guardians: [{ ...guardian, postcode: guardian.address && '22300', city: guardian.address && 'Saint-Aubin' }], children: [{ firstName: child, lastName: guardian.lastName, birthOn: '2020-03-02' }],
    });
  }
  // An empty town numbers its children from 1.
  await call('enrolments.enrolMany', { enrolments: [1, 2, 3].map((childId) => ({ childId, service: 'cantine-1', fromOn: '2026-09-01', week: ['mon', 'thu'] })) });
  const { runId } = await call<{ runId: number }>('billing.startRun', { from: '2026-09-01', to: '2026-09-30' });
  await call('billing.issue', { runId, version: 1 });
  await expect.poll(async () => (await call<{ state: string }>('billing.overview', { runId })).state).toBe('issued');
});
test.afterAll(async () => host.stop());

const step = (page: Page, name: string) => page.getByRole('navigation', { name: 'Étapes de la facturation' }).getByRole('link', { name });
const titleOf = (page: Page, name: string) => page.getByRole('heading', { name, level: 2, exact: true });
/** The words of the paper that is shown: no script runs in its frame, so that they are read from outside. */
const paperOf = (page: Page) => page.locator('iframe').first().evaluate((frame) => (frame as HTMLIFrameElement).contentDocument?.body.innerText ?? '');

test('October is looked over and read; one family is kept for later', async ({ page }) => {
  await openAs(page, host, '/facturation');
  await page.getByRole('button', { name: 'Préparer la facturation d’octobre 2026' }).click();
  await expect(page.getByRole('heading', { name: 'Facturation d’octobre 2026', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Adresse incomplète pour 1 famille' })).toBeVisible();
  await expectAccessible(page, { within: 'main' });

  // What is to be mended is one link away, and the way back finds the list again.
  await page.getByRole('link', { name: /^Compléter l’adresse/ }).click();
  await expect(page.getByRole('heading', { name: 'Famille CADIOU', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(titleOf(page, 'Vérifier')).toBeVisible();
  await page.getByRole('link', { name: 'Continuer vers l’aperçu' }).click();

  const row = (name: string) => page.getByRole('table', { name: 'Aperçu par famille' }).getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('CADIOU')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Chercher une famille de l’aperçu' }).fill('cad');
  await expect(row('ALAIN')).toHaveCount(0);
  await row('CADIOU').focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Famille CADIOU' });
  await expect.poll(() => paperOf(page)).toMatch(/À l’émission[\s\S]*Zoé CADIOU[\s\S]*Cantine, 1er service/);
  await panel.getByRole('button', { name: 'Garder pour plus tard…' }).click();
  await panel.getByRole('button', { name: 'Garder pour plus tard', exact: true }).click();
  await expect(panel.getByRole('textbox', { name: 'Motif' })).toBeFocused();
  await expect(panel).toContainText('Indiquez le motif.');
  await page.keyboard.type('Adresse demandée');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('Gardée pour plus tardAdresse demandée');
  await page.keyboard.press('Escape');
  await expect(row('CADIOU')).toContainText('gardée');
});

test('it is issued with its consequences told, printed, mailed and put in envelopes', async ({ page, context }) => {
  await openAs(page, host, '/facturation');
  await page.getByRole('link', { name: 'Reprendre la facturation d’octobre 2026' }).click();
  await step(page, 'Émettre').click();
  await page.getByRole('button', { name: 'Émettre les factures…' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(/2.familles reçoivent leur facture, pour 32,00.€ en tout\./);
  await expect(question).toContainText('Rien de ce qui est émis ne peut plus être changé');
  await expect(question).toContainText('1 famille gardée pour plus tard n’est pas facturée.');
  // A colleague looks on meanwhile.
  const colleague = await context.newPage();
  await openAs(colleague, host, '/facturation/2?etape=emettre');
  await expect(colleague.getByRole('button', { name: 'Émettre les factures…' })).toBeVisible();
  await question.getByRole('button', { name: 'Émettre les factures' }).click();
  await expect(page.getByText('Numéros F-2026-000004 à F-2026-000005')).toBeVisible();
  await colleague.reload();
  await expect(colleague.getByText('Numéros F-2026-000004 à F-2026-000005')).toBeVisible();
  await colleague.close();

  await page.getByRole('link', { name: 'Suivre l’impression' }).click();
  await expect(page.getByRole('progressbar', { name: 'Impression des PDF' })).toHaveAttribute('aria-valuenow', '100', { timeout: 20_000 });
  await step(page, 'Envoyer').click();
  await expect(page.getByText('1 facture part sur papier.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger le courrier à imprimer' }).click();
  expect((await download).suggestedFilename()).toMatch(/^courrier.*\.pdf$/);
});

test('an invoice is found again, opened, and taken back by a credit note', async ({ page }) => {
  const complaints = watchPage(page, [400]);
  await openAs(page, host, '/facturation');
  await page.getByRole('searchbox', { name: 'Chercher une facture' }).fill('alain');
  await page.getByRole('combobox', { name: 'Période des factures' }).selectOption('octobre 2026');
  await expect(page.getByRole('row', { name: /^1 pièce/ })).toBeVisible();
  await page.getByRole('cell', { name: 'F-2026-000004' }).click();
  await expect(page.getByRole('heading', { name: 'Facture F-2026-000004', level: 1 })).toBeVisible();
  await expect.poll(() => paperOf(page)).toMatch(/F-2026-000004[\s\S]*Anna ALAIN/);
  await page.getByRole('button', { name: 'Expliquer chaque ligne' }).click();
  await page.getByText('Cantine, 1er service', { exact: true }).click();
  await expect(page.getByText('jeudi 1er octobre')).toBeVisible();
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Ouvrir le PDF' }).click()]);
  expect(tab.url()).toMatch(/^blob:/);
  await tab.close();

  await page.getByRole('button', { name: 'Annuler par un avoir…' }).click();
  const panel = page.getByRole('dialog', { name: 'Annuler la facture F-2026-000004' });
  await expect(panel).toContainText(/Un avoir de .* est émis/);
  await panel.getByRole('button', { name: 'Annuler par un avoir' }).click();
  await expect(panel).toContainText('Indiquez le motif.');
  await panel.getByRole('textbox', { name: 'Motif' }).fill('Famille partie en septembre');
  await page.keyboard.press('Control+s');
  await expect(toast(page, 'annulation faite par l’avoir A-2026-000001')).toBeVisible();
  await expect(page.getByText('Annulée', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'l’avoir A-2026-000001' }).click();
  await expect(page.getByRole('heading', { name: 'Avoir A-2026-000001', level: 1 })).toBeVisible();
  await expect.poll(() => paperOf(page)).toContain('Famille partie en septembre');
  await expectAccessible(page, { within: 'main' });
  expect(complaints).toEqual([]);
});

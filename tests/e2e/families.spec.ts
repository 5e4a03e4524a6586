import { expect, startBuiltHost, test as base } from './support/host';
import type { BuiltHost } from './support/host';
import { expectAccessible } from './support/axe';
import { foundTown, openAs } from './support/families';
import type { StaffCall } from './support/families';
import { untilSettled } from './support/settled';
import { toast } from './support/toast';

/** One town for the file: a school, its classes, and the families that the tests add. */
const test = base.extend<object, { town: { host: BuiltHost; call: StaffCall } }>({
  town: [async ({}, use) => {
    const host = await startBuiltHost({ now: '2026-11-05T10:01', env: { PREAU_PORTAL_PORT: 'off' } });
    const call = await foundTown(host);
    const { schoolId } = await call<{ schoolId: number }>('schools.create', { name: 'École maternelle' });
    await call('schools.createClass', { schoolId, name: 'Petite section', levels: ['PS'] });
    await use({ host, call });
    await host.stop();
  }, { scope: 'worker', timeout: 60_000 }],
});

test('a family is typed in four steps by keyboard, found as one types, and opened with Enter', async ({ page, town }) => {
  await openAs(page, town.host, '/familles');
  await expectAccessible(page);
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('textbox', { name: /^Nom/ })).toBeFocused();
  await page.keyboard.type('Alain');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Paul');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Portable' }).fill('0612345678');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Prénom' }).fill('Anna');
  await page.getByRole('textbox', { name: 'Date de naissance' }).fill('12/10/2027');
  await page.getByRole('combobox', { name: 'École' }).selectOption('École maternelle');
  await page.getByRole('combobox', { name: 'Classe' }).selectOption('Petite section');
  await expect(page.getByRole('combobox', { name: 'Niveau' })).toContainText('Petite section');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continuer' }).click();

  await expect(page.getByRole('alert')).toContainText('Cette date de naissance est dans le futur.');
  await page.getByRole('textbox', { name: 'Date de naissance' }).fill('12/10/2023');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Créer la famille' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Famille ALAIN' })).toBeVisible();
  await expect(page.getByText('Petite section · École maternelle')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Familles' }).first().click();
  await page.getByRole('searchbox', { name: 'Chercher parmi les familles' }).fill('06.12.34');
  await expect(page.getByText('1 famille trouvée')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Famille ALAIN' })).toBeVisible();
});

test('errors stand at their fields, typed text is kept, and a change made meanwhile is told', async ({ page, town }) => {
  const { familyId, guardianIds } = await town.call<{ familyId: number; guardianIds: number[] }>('families.create', { guardians: [{ lastName: 'Hamon', firstName: 'Rose' }] });
  await openAs(page, town.host, `/familles/${familyId}`);
  await page.getByRole('button', { name: 'Modifier Rose HAMON' }).click();
  await page.getByRole('textbox', { name: 'Code postal' }).fill('22');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert')).toContainText('Le code postal a cinq chiffres');
  await expect(page.getByRole('textbox', { name: 'Code postal' })).toHaveValue('22');
  await page.getByRole('textbox', { name: 'Code postal' }).fill('22300');

  await town.call('families.saveAdult', {
    familyId, personId: guardianIds[0], version: 1, kind: 'guardian', civility: '', lastName: 'Hamon', firstName: 'Rose', birthOn: null, birthPlace: '', maritalStatus: 'unknown',
    address: '', postcode: '', city: 'Perros-Guirec', homePhone: '', mobilePhone: '', officePhone: '', email: '', occupation: '', employer: '', employerPhone: '', notes: '', relation: '', parentalAuthority: 'unknown',
  });
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert')).toContainText('Quelqu’un d’autre a modifié ces informations');
  await expect(page.getByRole('textbox', { name: 'Code postal' })).toHaveValue('22300');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Recharger' }).click();
  await expect(page.getByRole('textbox', { name: 'Commune' })).toHaveValue('Perros-Guirec');
  await page.getByRole('textbox', { name: 'Commune' }).fill('Lannion');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rester sur la page' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await page.keyboard.press('Control+s');
  await expect(toast(page, 'La fiche de Rose HAMON est enregistrée.')).toBeVisible();
  await expect(page.getByRole('article', { name: 'Rose HAMON' })).toContainText('Lannion');
});

test('a child of two families has its custody weeks, a quotient its history, an archived family a way back', async ({ page, town }) => {
  const mother = await town.call<{ familyId: number }>('families.create', { guardians: [{ lastName: 'Baconnais', firstName: 'Fanny' }], children: [{ lastName: 'Baconnais', firstName: 'Lou' }] });
  await town.call('families.create', { guardians: [{ lastName: 'Prigent', firstName: 'Yann' }] });
  await openAs(page, town.host, `/familles/${mother.familyId}`);

  await page.getByRole('button', { name: 'Garde partagée' }).click();
  await page.getByRole('combobox', { name: 'Autre famille de l’enfant' }).fill('prigent');
  await expect(page.getByRole('option', { name: 'Famille PRIGENT' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /^45/ })).toContainText('PRIGENT');
  await expect(page.getByRole('row', { name: /^46/ })).toContainText('BACONNAIS');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer la garde' }).click();
  await expect(page.getByText('semaines paires, sinon famille PRIGENT')).toBeVisible();

  await page.getByRole('button', { name: 'Ajouter un quotient' }).click();
  await page.getByRole('textbox', { name: 'Quotient familial' }).fill('722,50');
  await page.getByRole('textbox', { name: 'Date d’effet' }).fill('01/11/2026');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('722,50 depuis le 1er novembre 2026')).toBeVisible();

  await page.getByRole('button', { name: 'Archiver…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('La famille PRIGENT réservera et paiera tous les jours de Lou');
  await page.getByRole('button', { name: 'Archiver la famille' }).click();
  await expect(page.getByText('Cette famille est archivée')).toBeVisible();
  await page.getByRole('button', { name: 'Restaurer la famille' }).click();
  await expect(page.getByRole('button', { name: 'Archiver…' })).toBeVisible();
});

test('schools and classes are kept, and refuse to go while children are in them', async ({ page, town }) => {
  await openAs(page, town.host, '/reglages/ecoles');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Nouvelle école' }).click();
  await page.getByRole('textbox', { name: 'Nom de l’école' }).fill('ecole MATERNELLE');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert')).toContainText('Une école s’appelle déjà « École maternelle »');
  await page.getByRole('textbox', { name: 'Nom de l’école' }).fill('École Jules-Ferry');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Ajouter une classe à École Jules-Ferry' }).click();
  await page.getByRole('textbox', { name: 'Nom de la classe' }).fill('CE1-CE2');
  await page.getByRole('checkbox', { name: 'CE1' }).check();
  await page.getByRole('checkbox', { name: 'CE2' }).check();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('row', { name: /CE1-CE2/ })).toContainText('CE1, CE2');
});

test('from a phone, nothing is wider than the screen', async ({ page, town }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { familyId } = await town.call<{ familyId: number }>('families.create', {
    guardians: [{ lastName: 'Le Goff', firstName: 'Anne-Marie', email: 'anne-marie.le-goff.de.kerangoff@exemple-tres-long.example', address: '147 bis route de la Corniche de l’Armorique', postcode: '22300', city: 'Saint-Aubin-des-Préaux' }],
    children: [{ lastName: 'Le Goff', firstName: 'Maximilien' }, { lastName: 'Le Goff', firstName: 'Bérengère' }, { lastName: 'Le Goff', firstName: 'Anne-Charlotte' }],
  });
  for (const address of ['/familles', `/familles/${familyId}`, '/familles/nouvelle', '/reglages/ecoles']) {
    if (address === '/familles') await openAs(page, town.host, address);
    else await page.goto(`${town.host.staffUrl}/#${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await untilSettled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390);
  }
});

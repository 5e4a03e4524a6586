import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { toast } from './support/toast';
import { expect, test } from './support/host';
import { inviteGuardian } from './support/invitations';
import { tabTo } from './support/keyboard';
import { openMail, readPasswordLink } from './support/mails';
import { openRoom, PASSWORD, typeParentAccess } from './support/people';
import { activateCanteen, createSchool, typeAdministrator, typeTown } from './support/town';

/** One empty town, from the first start to the parent who books. Each test goes on where the last one ended. */
test.use({ hostOptions: { now: '2026-11-05T10:01' } });
test.describe.configure({ mode: 'serial' });

const PAUL = 'paul.alain@courriel.example';
const NEW_PASSWORD = 'Anna-et-Theo-2';
let offices: BrowserContext[] = [];
let staff: Page;
let parent: Page;

test.beforeAll(async ({ browser }) => {
  offices = [await browser.newContext(), await browser.newContext({ permissions: ['clipboard-write'] })];
  staff = await offices[0]!.newPage();
  parent = await offices[1]!.newPage();
});
test.afterAll(async () => {
  for (const context of offices) await context.close();
});

test('the secretary starts Préau: what is wrong is told at its field and nothing typed is lost', async ({ host }) => {
  await staff.goto(host.staffUrl);
  await staff.getByRole('button', { name: 'Continuer' }).click();
  await expect(staff.getByRole('alert')).toContainText('Certains champs sont à corriger.');
  await expect(staff.getByLabel('Nom de la commune ou de la structure')).toHaveAccessibleDescription('Indiquez le nom de la commune ou de la structure.');
  await expectAccessible(staff);

  await typeTown(staff);
  await staff.getByLabel('SIRET').fill('12345678901234');
  await staff.getByRole('button', { name: 'Continuer' }).click();
  await expect(staff.getByLabel('SIRET')).toHaveAccessibleDescription(/Ce SIRET n’est pas valable/);
  await expect(staff.getByLabel('SIRET')).toHaveValue('12345678901234');
  await expect(staff.getByLabel('Ville')).toHaveValue('Saint-Aubin-des-Préaux');
  await staff.getByLabel('SIRET').fill('212 209 993 00014');
  await staff.getByRole('button', { name: 'Continuer' }).click();
  await expect(staff.getByRole('heading', { name: 'Votre accès' })).toBeVisible();
});

test('she becomes the first administrator of an empty town', async () => {
  await typeAdministrator(staff);
  await staff.getByLabel('Le même, une deuxième fois').fill('autre chose');
  await staff.getByRole('button', { name: 'Continuer' }).click();
  await expect(staff.getByRole('alert')).toContainText('Le mot de passe ne respecte pas encore toute la règle');
  await staff.getByLabel('Le même, une deuxième fois').fill(PASSWORD);
  await staff.getByRole('button', { name: 'Continuer' }).click();
  await expect(staff.getByRole('radio', { name: /Commencer pour de bon/ })).toBeChecked();
  await staff.getByRole('button', { name: 'Créer la commune' }).click();
  await expect(staff.getByText('Bonjour Nadine.')).toBeVisible();
  await expect(staff.getByRole('region', { name: 'Pour bien commencer' })).toBeVisible();
});

test('she enters the school, its class and the price of the canteen', async () => {
  await createSchool(staff);
  await activateCanteen(staff);
});

test('she enters the ALAIN family; a birth in the future is refused at its field', async () => {
  await openRoom(staff, 'Familles');
  await staff.getByRole('button', { name: 'Créer la première famille' }).click();
  await typeGuardian('1er responsable', 'Paul', 'Père');
  await staff.getByRole('button', { name: 'Ajouter un autre responsable' }).click();
  await typeGuardian('2e responsable', 'Lucie', 'Mère');
  await staff.getByRole('button', { name: 'Continuer' }).click();

  const paul = staff.getByRole('region', { name: 'Paul ALAIN' });
  await paul.getByLabel('E-mail').fill(PAUL);
  await paul.getByLabel('Portable').fill('06 12 34 56 78');
  await staff.getByRole('button', { name: 'Continuer' }).click();

  await staff.getByLabel('Prénom').fill('Anna');
  await staff.getByLabel('Sexe').selectOption('Fille');
  await staff.getByRole('textbox', { name: 'Date de naissance' }).fill('12/10/2027');
  await staff.getByLabel('École', { exact: true }).and(staff.getByRole('combobox')).selectOption('École maternelle');
  await staff.getByLabel('Classe', { exact: true }).selectOption('Petite section');
  await staff.getByRole('button', { name: 'Continuer' }).click();

  await expect(staff.getByRole('textbox', { name: 'Date de naissance' })).toHaveAccessibleDescription('Cette date de naissance est dans le futur. Vérifiez l’année.');
  await expect(staff.getByRole('textbox', { name: 'Date de naissance' })).toHaveValue('12/10/2027');
  await staff.getByRole('textbox', { name: 'Date de naissance' }).fill('12/10/2023');
  await staff.getByRole('button', { name: 'Continuer' }).click();

  await staff.getByRole('textbox', { name: 'Quotient familial' }).fill('722,50');
  await staff.getByRole('textbox', { name: 'Date d’effet' }).fill('01/11/2026');
  await staff.getByRole('button', { name: 'Créer la famille' }).click();

  await expect(staff.getByRole('heading', { name: 'Famille ALAIN', level: 1 })).toBeVisible();
  await expect(staff.getByRole('article', { name: 'Anna ALAIN' })).toContainText('née le 12 octobre 2023');
  await expect(staff.getByRole('region', { name: 'Quotient familial' })).toContainText('722,50 depuis le 1er novembre 2026');
});

async function typeGuardian(place: string, firstName: string, relation: string): Promise<void> {
  const guardian = staff.getByRole('region', { name: place });
  await guardian.getByLabel('Nom', { exact: true }).fill('ALAIN');
  await guardian.getByLabel('Prénom').fill(firstName);
  await guardian.getByLabel('Lien avec les enfants').selectOption(relation);
}

test('she enrols Anna in the canteen, day by day', async () => {
  await staff.getByRole('button', { name: /^Inscrire .*Anna/ }).click();
  await staff.getByRole('checkbox', { name: 'Cantine, 1er service' }).check();
  await staff.getByRole('dialog').getByRole('button', { name: 'Inscrire', exact: true }).click();
  await expect(staff.getByRole('region', { name: /^Inscriptions d.*Anna/ })).toContainText('au jour le jour');
});

test('she invites Paul; his mail waits in the outbox as long as there is no mail server', async () => {
  await inviteGuardian(staff, 'ALAIN Paul');
  await openMail(staff, PAUL, /votre accès au portail parents/i);
  await expect(staff.getByRole('dialog')).toContainText('En attente');
  await expect(staff.getByRole('dialog')).toContainText('Merci de ne pas répondre à ce mail');
  await staff.getByRole('button', { name: 'Fermer' }).click();
});

test('Paul opens the mail’s link, looks at the three methods and creates his password', async () => {
  const link = await readPasswordLink(staff, PAUL);
  await parent.goto(link);
  await expect(parent.getByText('Bonjour Paul')).toBeVisible();
  await expectAccessible(parent);

  await parent.getByRole('button', { name: 'Générer un mot de passe automatiquement' }).click();
  const random = parent.getByText('Mot de passe généré aléatoirement').locator('..').locator('p').nth(1);
  const first = await random.innerText();
  await parent.getByRole('button', { name: 'Regénérer' }).click();
  await expect(random).not.toHaveText(first);

  await parent.getByRole('button', { name: 'Générer un mot de passe à partir d’une phrase' }).click();
  await parent.getByLabel('Votre phrase').fill('Mon mot de passe est un secret bien gardé depuis 25 ans !');
  await expect(parent.getByText('Mmdpeusbgd25a!', { exact: true })).toBeVisible();

  await parent.getByRole('button', { name: 'Saisir un mot de passe' }).click();
  await parent.getByLabel('Nouveau mot de passe', { exact: true }).fill('anna');
  await parent.getByLabel('Confirmer le mot de passe', { exact: true }).fill('anna');
  await parent.getByRole('button', { name: 'Valider' }).click();
  await expect(parent.getByLabel('Nouveau mot de passe', { exact: true })).toHaveValue('anna');
  await expect(parent.getByRole('listitem').filter({ hasText: '1 majuscule' })).toContainText('pas encore');
  await parent.getByLabel('Nouveau mot de passe', { exact: true }).fill(PASSWORD);
  await parent.getByLabel('Confirmer le mot de passe', { exact: true }).fill(PASSWORD);
  await parent.getByRole('button', { name: 'Valider' }).click();
  await expect(parent.getByText('Votre mot de passe est créé. Vous pouvez vous connecter.')).toBeVisible();

  const again = await offices[1]!.newPage();
  await again.goto(link);
  await expect(again.getByText('Ce lien ne peut pas servir')).toBeVisible();
  await expect(again.getByRole('link', { name: 'Demander un nouveau lien' })).toBeVisible();
  await again.close();
});

test('Paul signs in and books two days of next week', async () => {
  await typeParentAccess(parent, PAUL, PASSWORD);
  await expect(parent.getByRole('heading', { name: 'Bonjour Paul' })).toBeVisible();
  await parent.getByRole('navigation').getByRole('link', { name: 'Réservations' }).click();
  await parent.getByRole('link', { name: 'Semaine suivante' }).click();
  await expect(parent.getByRole('heading', { name: 'Semaine du 9 au 13 novembre 2026' })).toBeVisible();
  await expect(parent.getByText('Réservation jusqu’au vendredi 6 novembre à 10 h')).toBeVisible();

  await cell('mardi 10 novembre').click();
  await cell('jeudi 12 novembre').click();
  await expect(parent.getByRole('status', { name: 'Total général' })).toHaveText(/^6,40\s€$/);
  await expect(parent.getByRole('row', { name: /^Cantine, 1er service/ })).toContainText(/2\srepas3,20\s€6,40\s€$/);
  await parent.getByRole('button', { name: 'Valider' }).click();
  await expect(parent.getByText(/^C’est réservé|C’est enregistré/)).toContainText('Vous pouvez encore modifier jusqu’au');
  await expect(cell('mardi 10 novembre')).toBeChecked();
});

test('a day that cannot change says why, and until when it could', async () => {
  await parent.getByRole('link', { name: 'Semaine précédente' }).click();
  await expect(cell('vendredi 6 novembre')).toHaveAccessibleDescription(/jusqu’au jeudi 5 novembre à 10\sh/);
  // The cell says that it cannot be ticked (aria-disabled), and a click on it opens the reason all the same.
  await cell('vendredi 6 novembre').click({ force: true });
  await expect(parent.getByText('Réservation refusée : elle était possible jusqu’au jeudi 5 novembre à 10 h.').locator('visible=true').first()).toBeVisible();
  await cell('mardi 3 novembre').click({ force: true });
  await expect(cell('mardi 3 novembre')).toHaveAccessibleName(/fermé : /);
  await expect(cell('mardi 3 novembre')).not.toBeChecked();
});

const cell = (day: string) => parent.getByRole('checkbox', { name: `Cantine, 1er service, ${day}` });

test('the secretary sees it by class, adds a day without touching the mouse, and saves by Ctrl+S', async () => {
  await openRoom(staff, 'Réservations');
  await staff.getByRole('button', { name: 'Semaine suivante' }).click();
  await expect(staff.getByRole('heading', { name: 'Semaine 46, du 9 au 15 novembre 2026' })).toBeVisible();
  await expect(days()).toHaveText(['', '', '', '']);
  await expect(anna().getByRole('gridcell', { name: 'réservé' })).toHaveCount(2);

  await tabTo(staff, staff.getByRole('grid').locator('[tabindex="0"]'));
  await staff.keyboard.press('End');
  await expect(days().last()).toBeFocused();
  await staff.keyboard.press('Space');
  await expect(staff.getByText('1 modification à enregistrer.')).toBeVisible();
  await staff.keyboard.press('Control+s');
  await expect(anna().getByRole('gridcell', { name: 'réservé' })).toHaveCount(3);
  await expect(toast(staff, /^C’est enregistré/)).toBeVisible();
  await expect(staff.getByText('1 modification à enregistrer.')).toBeHidden();
});

test('the family’s week says the same, with its amounts', async () => {
  await openRoom(staff, 'Familles');
  await staff.getByRole('link', { name: /ALAIN/ }).or(staff.getByRole('row', { name: /ALAIN/ })).first().click();
  await staff.getByRole('main').getByRole('link', { name: 'Réservations' }).click();
  await staff.getByRole('button', { name: 'Semaine suivante' }).click();
  await expect(staff.getByRole('row', { name: /^Cantine, 1er service/ })).toContainText(/9,60\s€/);
});

test('Paul sees the day that the town hall added', async () => {
  await parent.getByRole('link', { name: 'Semaine suivante' }).click();
  await expect(cell('vendredi 13 novembre')).toBeChecked();
  await expect(parent.getByRole('status', { name: 'Total général' })).toHaveText(/^9,60\s€$/);
});

test('Paul changes his password, is told by mail, and signs out', async () => {
  await parent.getByRole('link', { name: 'Mot de passe' }).click();
  await parent.getByLabel('Ancien mot de passe', { exact: true }).fill('pas le bon');
  await parent.getByLabel('Nouveau mot de passe', { exact: true }).fill(NEW_PASSWORD);
  await parent.getByLabel('Confirmer le mot de passe', { exact: true }).fill(NEW_PASSWORD);
  await parent.getByRole('button', { name: 'Modifier' }).click();
  await expect(parent.getByLabel('Ancien mot de passe', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(parent.getByLabel('Nouveau mot de passe', { exact: true })).toHaveValue(NEW_PASSWORD);
  await parent.getByLabel('Ancien mot de passe', { exact: true }).fill(PASSWORD);
  await parent.getByRole('button', { name: 'Modifier' }).click();
  await expect(parent.getByText(/mot de passe est (changé|modifié)/)).toBeVisible();

  await openMail(staff, PAUL, /a été (changé|modifié)/);
  await staff.getByRole('button', { name: 'Fermer' }).click();

  await parent.getByRole('button', { name: 'Se déconnecter' }).click();
  await parent.goBack();
  await expect(parent.getByRole('heading', { name: /Connexion|Portail parents/ })).toBeVisible();
});

test('the journal tells all of it, for this family', async () => {
  await openRoom(staff, 'Journal');
  await staff.getByRole('button', { name: 'Toutes les familles' }).click();
  await staff.getByRole('combobox', { name: 'Rechercher une famille ou un enfant' }).fill('alain');
  await staff.getByRole('option', { name: /ALAIN/ }).click();
  const journal = staff.getByRole('main');
  for (const deed of [/famille/i, /inscri/i, /invit/i, /mot de passe/i, /réserv/i]) await expect(journal.getByText(deed).first()).toBeVisible();
});

const anna = () => staff.getByRole('row', { name: /^ALAIN Anna/ });
/** The cells of Anna's four days, without the quantity. */
const days = () => anna().locator('[data-place]').and(staff.getByRole('gridcell'));

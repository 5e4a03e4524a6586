import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import type { Look } from './support/axe';
import { expect, test } from './support/host';
import { DEMO, PASSWORD } from './support/people';
import { untilSettled } from './support/settled';
import { watchPage } from './support/watch';

/** Every page and its main states, for those who do not see, do not point, or hold a small phone. */
test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

interface Stop {
  readonly at: string;
  /** The page's heading, which says that it has come. */
  readonly heading: string | RegExp;
  /** Opens a panel, makes errors show… */
  readonly then?: (page: Page) => Promise<unknown>;
  readonly look?: Look;
}

/** Presses a button of the page; what it opens is there before the page is read. */
const press = (name: string | RegExp, opens: (page: Page) => Locator) => async (page: Page): Promise<void> => {
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await expect(opens(page)).toBeVisible();
};
const panel = (page: Page): Locator => page.getByRole('dialog');
const complaint = (page: Page): Locator => page.getByRole('alert').first();

async function oneClass(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'École' }).selectOption('École maternelle');
  await page.getByRole('combobox', { name: 'Classe' }).selectOption('Petite section');
  await expect(page.getByRole('grid', { name: /École maternelle, Petite section/ })).toBeVisible();
}

async function openForms(page: Page): Promise<void> {
  for (const section of ['Tarifs', 'Absences']) {
    const part = page.getByRole('region', { name: section });
    await part.getByRole('button', { name: section }).click();
    await part.getByRole('button', { expanded: false }).first().click();
    await expect(part.getByRole('textbox', { name: 'Nom' })).toBeVisible();
  }
}

const STAFF_PAGES: Record<string, Stop> = {
  'home': { at: '/', heading: 'Accueil' },
  'families': { at: '/familles', heading: 'Familles' },
  'families, nothing found': {
    at: '/familles', heading: 'Familles', then: async (page) => {
      await page.getByRole('searchbox', { name: 'Chercher parmi les familles' }).fill('xyzxyz');
      await expect(page.getByText('Aucune famille trouvée')).toBeVisible();
    },
  },
  'the wizard, with its errors': { at: '/familles/nouvelle', heading: 'Nouvelle famille', then: press('Continuer', complaint) },
  'a family': { at: '/familles/1', heading: /^Famille / },
  'a family, a guardian open': { at: '/familles/1', heading: /^Famille /, then: press(/^Modifier .* ALAIN/, panel) },
  'a family, quotient with its error': {
    at: '/familles/1', heading: /^Famille /, then: async (page) => {
      await press('Ajouter un quotient', panel)(page);
      await page.getByRole('dialog').getByRole('textbox', { name: 'Quotient familial' }).fill('-3');
      await page.getByRole('dialog').getByRole('button', { name: /^(Ajouter|Enregistrer)/ }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  'a family, enrolling': { at: '/familles/1', heading: /^Famille /, then: press('Inscrire', panel) },
  'bookings of a class': { at: '/reservations', heading: 'Réservations', then: oneClass },
  'bookings, a day’s details': {
    at: '/reservations', heading: 'Réservations', then: async (page) => {
      await page.getByRole('gridcell').first().click();
      await expect(page.getByRole('dialog', { name: 'Détails du jour' })).toBeVisible();
    },
    look: { within: '[role=dialog]' },
  },
  'roll call': { at: '/presences?services=cantine-1,garderie-soir', heading: 'Présences', then: press('Tous présents', (page) => page.getByRole('list', { name: 'Où en est l’appel' }).getByText('0 à pointer')) },
  'roll call, a child’s absences': {
    at: '/presences', heading: 'Présences', then: async (page) => {
      await press(/^Absences et motif/, panel)(page);
      await expect(page.getByRole('dialog')).toContainText('Aucune absence prévenue ni justifiée.');
    },
  },
  'meals of a day': { at: '/presences?vue=repas', heading: 'Présences', then: press(/^Afficher les allergies/, (page) => page.getByRole('region', { name: 'Allergies et PAI' }).getByRole('listitem').first()) },
  'disruptions, noting one': { at: '/presences?vue=perturbations', heading: 'Présences', then: press('Noter une perturbation', panel) },
  'bookings of a family': { at: '/reservations?famille=1', heading: 'Réservations' },
  'parents’ accounts': { at: '/portail/comptes', heading: 'Comptes des parents' },
  'parents’ accounts, inviting': {
    at: '/portail/comptes', heading: 'Comptes des parents', then: async (page) => {
      await page.getByRole('combobox', { name: 'Accès' }).selectOption({ index: 1 });
      await page.getByRole('checkbox', { name: /^Choisir / }).first().check();
      await page.getByRole('button', { name: /^Inviter/ }).click();
      await expect(page.getByRole('dialog')).toContainText('1 mail partira');
    },
  },
  'requests of parents, one refused': { at: '/portail/demandes', heading: 'Demandes', then: press(/^Refuser/, (page) => page.getByRole('textbox', { name: 'Motif du refus' }).first()) },
  'outbox': { at: '/portail/boite-d-envoi', heading: 'Boîte d’envoi' },
  'outbox, a mail open': {
    at: '/portail/boite-d-envoi', heading: 'Boîte d’envoi', then: async (page) => {
      await page.getByRole('row').nth(1).click();
      await expect(page.getByRole('dialog')).toContainText('Texte du mail');
    },
  },
  'messages, a conversation open': { at: '/messages?conversation=1', heading: 'Messages', then: async (page) => expect(page.getByRole('textbox', { name: 'Votre réponse' })).toBeVisible() },
  'messages, departments and a ready answer': {
    at: '/messages', heading: 'Messages', then: async (page) => {
      await press('Services et réponses types', panel)(page);
      await page.getByRole('button', { name: 'Ajouter une réponse type' }).click();
      await expect(panel(page).getByRole('textbox').last()).toBeVisible();
    },
  },
  'news, a new one': { at: '/portail/actualites', heading: 'Actualités', then: press('Nouvelle actualité', panel) },
  'payments, at the desk': { at: '/reglements?famille=1', heading: 'Règlements' },
  'payments, all of them': { at: '/reglements?vue=liste', heading: 'Règlements' },
  'documents, a paper refused': { at: '/documents', heading: 'Documents', then: press('Refuser…', (page) => page.getByRole('button', { name: 'Refuser', exact: true })) },
  'documents, families that lack one': { at: '/documents?vue=manquantes', heading: 'Documents', then: async (page) => expect(page.getByRole('row').nth(2)).toBeVisible() },
  'documents, publishing with its errors': {
    at: '/documents?vue=publies', heading: 'Documents', then: async (page) => {
      await press('Publier un document', panel)(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Publier' }).click();
      await expect(page.getByRole('alert').first()).toBeVisible();
    },
  },
  'documents, who read one': {
    at: '/documents?vue=publies', heading: 'Documents', then: async (page) => {
      await page.getByRole('row', { name: /Règlement intérieur/ }).click();
      await expect(page.getByRole('dialog').getByRole('img', { name: /page 1/ })).toBeVisible();
    },
  },
  'journal, a deed unfolded': { at: '/journal', heading: 'Journal', then: press('Détail', (page) => page.getByRole('columnheader', { name: 'Champ' })) },
  'month ends and invoices': { at: '/facturation', heading: 'Facturation' },
  'a month end, sent': { at: '/facturation/1', heading: /^Facturation d/ },
  'an invoice, its lines explained': { at: '/factures/1', heading: /^Facture F-/, then: press('Expliquer chaque ligne', (page) => page.getByRole('button', { name: 'Masquer le détail' })) },
  'texts of the invoices': { at: '/reglages/factures', heading: 'Factures' },
  'town': { at: '/reglages/commune', heading: 'Commune' },
  'schools, a new class': { at: '/reglages/ecoles', heading: 'Écoles et classes', then: press(/^Ajouter une classe/, panel) },
  'rules': { at: '/reglages/prestations', heading: 'Prestations et tarifs' },
  'rules, a version': { at: '/reglages/prestations/versions/1', heading: /^Règlement du/ },
  'rules, a draft': { at: '/reglages/prestations/brouillons/1', heading: /^Brouillon/ },
  'rules, a draft, a price and an absence open': { at: '/reglages/prestations/brouillons/1', heading: /^Brouillon/, then: openForms },
  'users, a new one': { at: '/reglages/utilisateurs', heading: 'Utilisateurs', then: press(/^(Nouvel|Ajouter)/, panel) },
  'backups': { at: '/reglages/sauvegardes', heading: 'Sauvegardes' },
  'backups, before a restore': {
    at: '/reglages/sauvegardes', heading: 'Sauvegardes', then: async (page) => {
      await page.getByRole('table', { name: 'Sauvegardes' }).getByRole('button', { name: /à/ }).first().click();
      await page.getByRole('button', { name: 'Restaurer…' }).click();
      await expect(page.getByRole('button', { name: 'Restaurer cette sauvegarde' })).toBeVisible();
    },
  },
  'mail server, with its errors': { at: '/reglages/messagerie', heading: 'Messagerie', then: press('Enregistrer la messagerie', complaint) },
  'no such page': { at: '/nulle-part', heading: /.+/ },
};

test.describe('staff pages', () => {
  let page: Page;
  let complaints: string[] = [];
  test.beforeAll(async ({ browser, host }) => {
    page = await (await browser.newContext()).newPage();
    complaints = watchPage(page, [400]);
    await page.goto(host.staffUrl);
    await page.getByLabel('Adresse e-mail').fill(DEMO.administrator);
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('heading', { name: 'Accueil', level: 1 })).toBeVisible();
  });
  test.afterAll(async () => page.context().close());

  let before: Stop | undefined;
  for (const [name, stop] of Object.entries(STAFF_PAGES)) {
    const { at, heading, then, look } = stop;
    test(`${name}: nothing that axe sees`, async ({ host }) => {
      // By way of the home page where something was opened, or where the next page has the same heading.
      if (before === undefined || before.then || String(before.heading) === String(heading)) await leaveUnsaved(page, host.staffUrl);
      before = stop;
      await page.goto(`${host.staffUrl}/#${at}`);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await untilSettled(page);
      await then?.(page);
      await expectAccessible(page, look);
    });
  }

  test('by night too', async ({ host }) => {
    await leaveUnsaved(page, host.staffUrl);
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const [at, heading] of [['/', 'Accueil'], ['/familles/1', /^Famille /], ['/reservations?famille=1', 'Réservations'], ['/reglages/prestations/versions/1', /^Règlement du/]] as const) {
      await page.goto(`${host.staffUrl}/#${at}`);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('no page wrote an error, broke its content policy, or asked another host for anything', () => {
    expect(complaints).toEqual([]);
  });
});

/** Back home: a panel is closed, and "Quitter sans enregistrer?" answered wherever something was typed. */
async function leaveUnsaved(page: Page, staffUrl: string): Promise<void> {
  const leave = page.getByRole('button', { name: /sans enregistrer/i });
  const home = page.getByRole('heading', { name: 'Accueil', level: 1 });
  const dialog = page.getByRole('dialog');
  if (await dialog.count() > 0) {
    await page.keyboard.press('Escape');
    await leave.or(page.locator('body:not(:has([role="dialog"]))')).waitFor();
    if (await leave.isVisible()) await leave.click();
    await page.locator('body:not(:has([role="dialog"]))').waitFor();
  }
  await page.goto(`${staffUrl}/#/`);
  await leave.or(home).first().waitFor();
  if (await leave.isVisible()) await leave.click();
  await home.waitFor();
}

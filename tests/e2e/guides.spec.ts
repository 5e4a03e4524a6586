import { expect as expectThat } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { PortalSettings } from '../../src-main/features/town/portal-settings-schema';
import { expect, test } from './support/host';
import type { BuiltHost } from './support/host';
import { DEMO, PASSWORD } from './support/people';

/**
 * The guides' numbered steps, in their order and by the names they give to buttons, under the
 * settings that make the portal behave as each of them (docs/portal-settings.md).
 */
test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

const PDF = { name: 'attestation.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF') };
const NEW_PASSWORD = 'Goûter-2027?';

/** The town hall's desk, without its pages. */
async function openDesk({ staffUrl }: BuiltHost) {
  const call = async <Answer>(path: string, input: unknown, token?: string): Promise<Answer> => {
    const answer = await fetch(`${staffUrl}/rpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }, body: JSON.stringify(input) });
    const body = (await answer.json()) as { result?: { data: Answer }; error?: { message: string } };
    if (!body.result) throw new Error(`${path}: ${body.error?.message}`);
    return body.result.data;
  };
  const { token } = await call<{ token: string }>('session.signIn', { email: DEMO.administrator, password: PASSWORD });
  return {
    choose: async (settings: Partial<PortalSettings>): Promise<void> => {
      await call('town.savePortal', { ...await call<PortalSettings>('town.portal', {}, token), ...settings }, token);
    },
    identifierOf: async (email: string): Promise<string> =>
      (await call<{ accounts: { identifier: string }[] }>('portalAccounts.list', { search: email }, token)).accounts[0]!.identifier,
    passwordLink: async (email: string): Promise<string> => {
      const { mails } = await call<{ mails: { id: number; kind: string }[] }>('mail.outbox', { search: email }, token);
      const { links, text } = await call<{ links: string[]; text: string }>('mail.read', { id: mails.find(({ kind }) => /forgotten|invitation|change$/.test(kind))!.id }, token);
      expectThat(text).toContain('Créer le mot de passe');
      return links.find((link) => link.includes('/nouveau-mot-de-passe#'))!;
    },
  };
}

const parts = (rule: 'hidden' | 'readOnly' | 'direct' | 'approved'): PortalSettings['fileParts'] => ({
  identity: rule, contact: rule, familyStatus: rule, work: rule, contacts: rule, pickups: rule, childIdentity: rule, childSchool: rule, childMeals: rule, childHealth: rule, childInsurance: rule, childConsents: rule,
});

/** The main band's button of this name. */
const band = (page: Page, name: string): Locator => page.getByRole('navigation', { name: 'Pages du portail' }).getByRole('link', { name });

async function press(page: Page, name: string): Promise<void> {
  await band(page, name).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** What opens in a tab of its own is shown there, not saved. */
async function opensInANewTab(page: Page, link: Locator, type: string): Promise<void> {
  await expect(link).toHaveAttribute('target', '_blank');
  const answer = await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href);
  expect([answer.status(), answer.headers()['content-type'], answer.headers()['content-disposition']?.split(';')[0]]).toEqual([200, type, 'inline']);
}

async function connect(page: Page, portalUrl: string, login: string, password: string): Promise<void> {
  await page.goto(portalUrl);
  await page.getByRole('link', { name: 'SE CONNECTER' }).click();
  await fillIn(page, login, password);
}

async function fillIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('E-mail ou identifiant').fill(login);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Valider' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bonjour' })).toBeVisible();
}

/** Unfolds a category of the file and presses its Modifier. */
async function edit(page: Page, category: string): Promise<void> {
  const fold = page.getByRole('button', { name: new RegExp(`^${category}`) }).first();
  if (await fold.getAttribute('aria-expanded') === 'false') await fold.click();
  await page.getByRole('button', { name: new RegExp(`^Modifier : ${category}`) }).first().click();
}

/** Ticks the first day that may be ticked, Valider, and the message that confirms. */
async function bookADay(page: Page): Promise<void> {
  const free = page.getByRole('checkbox', { checked: false, disabled: false }).and(page.locator(':not([aria-disabled="true"])')).locator('visible=true').first();
  await free.click();
  await page.getByRole('button', { name: 'Valider' }).click();
  await expect(page.getByText(/C’est (réservé|enregistré)/)).toBeVisible();
}

test('guide v2, postpaid: from the first connection to the contact form', async ({ page, host }) => {
  const desk = await openDesk(host);
  await desk.choose({ words: 'famille', period: 'week', saving: 'validate', showsAttendance: true, contact: 'form', fileParts: parts('direct') });

  // 1.1, steps 1 to 9
  await page.goto(host.portalUrl);
  await page.getByRole('link', { name: 'SE CONNECTER' }).click();
  await page.getByRole('link', { name: 'PREMIÈRE CONNEXION OU MOT DE PASSE OUBLIÉ' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nouveau mot de passe' })).toBeVisible();
  await page.getByLabel('E-mail').fill(DEMO.claire);
  await page.getByRole('button', { name: 'Valider' }).click();
  await expect(page.getByText('indésirables')).toBeVisible();
  await page.goto(await desk.passwordLink(DEMO.claire));
  await expect(page.getByRole('heading', { name: 'Je crée mon nouveau mot de passe' })).toBeVisible();
  await page.getByRole('button', { name: 'Générer un mot de passe automatiquement' }).click();
  await page.getByRole('button', { name: 'Regénérer' }).click();
  await page.getByRole('button', { name: 'Générer un mot de passe à partir d’une phrase' }).click();
  await page.getByLabel('Votre phrase').fill('Mon mot de passe est un secret bien gardé depuis 25 ans !');
  await expect(page.getByText('Mmdpeusbgd25a!', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Saisir un mot de passe' }).click();
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('Confirmer le mot de passe', { exact: true }).fill(NEW_PASSWORD);
  await expect(page.getByRole('listitem').filter({ hasText: 'Les 2 mots de passe saisis sont identiques' })).toContainText('c’est fait');
  await page.getByRole('button', { name: 'Valider' }).locator('visible=true').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
  await fillIn(page, DEMO.claire, NEW_PASSWORD);

  // 2.1, 2.2
  await press(page, 'Famille');
  await edit(page, 'Coordonnées');
  await page.getByLabel(/portable/i).fill('06 12 34 56 78');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await press(page, 'Enfants');
  await edit(page, 'Assurance');
  await page.getByLabel(/N° de police|police/i).fill('A-2026-77');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();

  // 3.1, 3.2
  await press(page, 'Réservations');
  await expect(page.getByRole('link', { name: 'Retour' })).toBeVisible();
  await page.getByRole('link', { name: 'Semaine suivante' }).click();
  await expect(page.getByRole('heading', { name: /9 au 13 novembre/ })).toBeVisible();
  await page.getByRole('link', { name: 'Semaine suivante' }).click();
  await expect(page.getByRole('heading', { name: /16 au 20 novembre/ })).toBeVisible();
  await bookADay(page);

  // 4
  await press(page, 'Présences');
  await page.getByRole('link', { name: /(Semaine précédente|Mois précédent)/ }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(/octobre/i);

  // 5.1, 5.2
  await press(page, 'Factures');
  await opensInANewTab(page, page.getByRole('link', { name: /^Ouvrir le PDF : Facture/ }).first(), 'application/pdf');

  // 6
  await press(page, 'Mot de Passe');
  await page.getByRole('button', { name: 'Valider' }).click();
  await expect(page.getByText(`Un e-mail a été envoyé à ${DEMO.claire}`)).toBeVisible();

  // 7
  await press(page, 'Documents');
  await opensInANewTab(page, page.getByRole('link', { name: /\(nouvel onglet\)/ }).first(), 'application/pdf');
  await expect(page.getByRole('link', { name: /^Enregistrer/ }).first()).toBeVisible();

  // 8
  await press(page, 'Contact');
  await expect(page.getByText('1 place de la Mairie')).toBeVisible();
  await page.getByLabel('Service').selectOption({ index: 1 });
  await page.getByLabel('Objet').fill('Une question');
  await page.getByRole('textbox', { name: 'Message' }).fill('Bonjour, une question.');
  await page.locator('input[type=file]').setInputFiles(PDF);
  await expect(page.getByRole('button', { name: `Retirer ${PDF.name}` })).toBeVisible();
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('Votre message est envoyé.')).toBeVisible();
});

test('guide v1: by the identifier, by the month, the old password and the new', async ({ page, host }) => {
  const desk = await openDesk(host);
  await desk.choose({ words: 'famille', period: 'month', saving: 'validate', showsAttendance: true, contact: 'form', fileParts: parts('hidden') });

  // 1.1
  await page.goto(host.portalUrl);
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible();
  await page.getByRole('checkbox', { name: /Se souvenir/ }).check();
  await fillIn(page, await desk.identifierOf(DEMO.charlotte), PASSWORD);
  await expect(band(page, 'Famille')).toHaveCount(0);
  await expect(band(page, 'Enfants')).toHaveCount(0);

  // 3.1, 3.2
  await press(page, 'Réservations');
  await page.getByRole('link', { name: 'Mois suivant' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /décembre 2026/i })).toBeVisible();
  await bookADay(page);
  await page.getByRole('link', { name: 'Retour' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bonjour' })).toBeVisible();

  // 6
  await press(page, 'Mot de Passe');
  await page.getByLabel('Ancien mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('Confirmer le mot de passe', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Modifier' }).click();
  await expect(page.getByText('Votre mot de passe est modifié.')).toBeVisible();

  // The names of other pages are those of v2: Présences, Factures, Documents, Contact.
  for (const name of ['Présences', 'Factures', 'Documents', 'Contact']) await press(page, name);
});

test('guide v3: the household, a green tick at once, bookings in bulk, the messages', async ({ page, host }) => {
  const desk = await openDesk(host);
  await desk.choose({ words: 'monFoyer', period: 'week', saving: 'immediate', showsAttendance: false, contact: 'conversations', fileParts: { ...parts('direct'), childHealth: 'approved' } });

  // 1, 2
  await connect(page, host.portalUrl, DEMO.paul, PASSWORD);
  for (const name of [/^(Documents|À fournir)$/, 'Factures', 'Messagerie', 'Aujourd’hui']) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await expect(band(page, 'Présences')).toHaveCount(0);

  // 3.1, 3.2
  await press(page, 'MON FOYER');
  await edit(page, 'Coordonnées');
  await page.getByLabel(/portable/i).fill('06 12 34 56 79');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await press(page, 'MES ENFANTS');
  await page.getByRole('link', { name: /Théo/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Théo/ })).toBeVisible();
  await expect(page.getByText(/Né(e)? le/).first()).toBeVisible();

  // 4.1: pressed twice in a row, it goes two weeks on.
  await press(page, 'RÉSERVATIONS');
  await page.getByRole('link', { name: 'Semaine suivante' }).click();
  await page.getByRole('link', { name: 'Semaine suivante' }).click();
  await expect(page.getByRole('heading', { name: /16 au 20 novembre/ })).toBeVisible();
  const day = page.getByRole('region', { name: 'ALAIN Théo' }).getByRole('checkbox', { name: 'mardi 17 novembre' }).first();
  await day.click();
  await expect(day).not.toBeChecked();
  await expect(page.getByText(/^Annulé : Théo, .*, mardi 17 novembre\.$/)).toBeVisible();
  await day.click();
  await expect(page.getByText(/^Réservé : Théo, .*, mardi 17 novembre\.$/)).toBeVisible();
  await expect(day).toBeChecked();

  // 4.2
  await page.getByRole('link', { name: 'Réserver en masse' }).click();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('checkbox', { name: /vendredi/i }).check();
  await page.getByRole('button', { name: /^D’aujourd’hui/ }).first().click();
  await page.getByRole('button', { name: 'Réserver' }).click();
  await expect(page.getByRole('button', { name: 'Réserver une autre prestation' })).toBeVisible();

  // 5
  await press(page, 'MES FACTURES');
  await opensInANewTab(page, page.getByRole('link', { name: /^Ouvrir le PDF : Facture/ }).first(), 'application/pdf');

  // 6
  await press(page, 'MES DOCUMENTS');
  await opensInANewTab(page, page.getByRole('link', { name: /\(nouvel onglet\)/ }).first(), 'application/pdf');
  await page.getByRole('link', { name: /Ajouter un document/ }).first().click();
  await page.getByLabel('Quel document ?').selectOption({ label: 'Un autre document' });
  await page.getByLabel('Nom du document').fill('Attestation');
  await page.getByLabel(/^Description/).fill('Pour la rentrée');
  await page.getByLabel('Personne concernée').selectOption({ index: 1 });
  await page.locator('input[type=file]').first().setInputFiles(PDF);
  await expect(page.getByRole('button', { name: `Retirer ${PDF.name}` })).toBeVisible();
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('Document envoyé.')).toBeVisible();

  // 7
  await press(page, 'MESSAGERIE');
  await expect(page.getByText('1 place de la Mairie')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Mes conversations' })).toBeVisible();
  await page.getByRole('region', { name: 'Écrire à un service' }).getByRole('link').first().click();
  await page.getByLabel('Objet').fill('Une question');
  await page.getByRole('textbox', { name: 'Message' }).fill('Bonjour, une question.');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText(/message est envoyé|Message envoyé/)).toBeVisible();
});

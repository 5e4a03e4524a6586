import type { Browser, Page } from '@playwright/test';
import { expectAccessible, expectNoSideways } from './support/axe';
import { expect, test } from './support/host';
import { inviteGuardian } from './support/invitations';
import { readPasswordLink } from './support/mails';
import { DEMO, openRoom, PASSWORD, signInParent, signInStaff } from './support/people';
import { toast } from './support/toast';

/** The family's file on the portal: changed at once, or asked for and decided by the town hall. */
test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

const PAULINE = 'pauline.cherif@messagerie.example';
const onPhone = async (browser: Browser): Promise<Page> => (await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
const change = (page: Page, section: string) => page.getByRole('button', { name: new RegExp(`^Modifier : ${section}`) }).first();

test('on a phone a number is changed at once; a name is asked for, refused with a reason, which the parent reads', async ({ browser, host, page: staff }) => {
  const phone = await onPhone(browser);
  await signInParent(phone, host.portalUrl, PAULINE);
  await phone.getByRole('link', { name: 'Plus' }).tap();
  await phone.getByRole('link', { name: 'Mon foyer' }).tap();
  await expect(phone.getByRole('heading', { name: 'Famille CHERIF', level: 2 })).toBeVisible();
  await change(phone, 'Coordonnées').tap();
  await phone.getByLabel('Portable').fill('zéro six');
  await phone.getByRole('button', { name: 'Enregistrer' }).tap();
  await expect(phone.getByText('Indiquez un numéro de téléphone')).toBeVisible();
  await expect(phone.getByLabel('Portable')).toHaveValue('zéro six');
  await expectAccessible(phone);
  await phone.getByLabel('Portable').fill('0612345678');
  await phone.getByRole('button', { name: 'Enregistrer' }).tap();
  await expect(phone.getByText('C’est enregistré.')).toBeVisible();
  await expect(phone.getByText('06 12 34 56 78')).toBeVisible();

  await phone.getByRole('link', { name: 'Mes enfants' }).tap();
  await phone.getByRole('main').getByRole('link', { name: /CHERIF/ }).first().tap();
  await change(phone, 'État civil').tap();
  await phone.getByLabel('Nom', { exact: false }).first().fill('CHERIF-MARTIN');
  await phone.getByRole('button', { name: 'Enregistrer' }).tap();
  await expect(phone.getByText('Votre demande est envoyée à la mairie.')).toBeVisible();
  await expect(phone.getByText('Demande envoyée')).toBeVisible();
  await expectNoSideways(phone);
  await expectAccessible(phone);

  await signInStaff(staff, host.staffUrl, DEMO.secretary);
  await staff.getByRole('link', { name: /demandes? de parents? atten/ }).click();
  await expect(staff.getByRole('heading', { name: 'Demandes', level: 1 })).toBeVisible();
  const family = staff.getByRole('region', { name: 'Famille CHERIF' });
  await expect(family.getByRole('row', { name: /^Nom/ })).toContainText('CHERIF-MARTIN');
  await family.getByRole('button', { name: /^Refuser : Nom/ }).click();
  await family.getByRole('button', { name: 'Envoyer la décision' }).click();
  await expect(family.getByText('Écrivez pourquoi : le parent le lira.').first()).toBeVisible();
  await family.getByLabel('Motif du refus').fill('Il manque le livret de famille.');
  await family.getByRole('button', { name: 'Envoyer la décision' }).click();
  await expect(toast(staff, '1 demande refusée. Le parent est prévenu par mail.')).toBeVisible();
  await expect(family).toHaveCount(0);

  await phone.reload();
  await expect(phone.getByText('Demande refusée')).toBeVisible();
  await expect(phone.getByText('Il manque le livret de famille.')).toBeVisible();
  await phone.context().close();
});

test('two guardians at once: the second is told what changed, keeps what is typed, and saves it knowingly', async ({ browser, host, page: staff }) => {
  await signInStaff(staff, host.staffUrl, DEMO.administrator);
  await inviteGuardian(staff, 'CHERIF Laurent');
  const token = new URL(await readPasswordLink(staff, 'Laurent CHERIF')).hash.slice(1);
  const chosen = await staff.request.post(`${host.portalUrl}/api/password`, { headers: { 'x-preau': 'portail' }, data: { token, password: PASSWORD, confirmation: PASSWORD } });
  expect(chosen.ok()).toBe(true);
  await openRoom(staff, 'Accueil');

  const [pauline, laurent] = [await onPhone(browser), await onPhone(browser)];
  for (const [page, login] of [[pauline, PAULINE], [laurent, 'laurent.cherif@poste.example']] as const) {
    await signInParent(page, host.portalUrl, login);
    await page.goto(`${host.portalUrl}/enfants`);
    await page.getByRole('main').getByRole('link', { name: /CHERIF/ }).first().tap();
    await page.getByRole('button', { name: /^Assurance/ }).tap();
    await change(page, 'Assurance').tap();
  }
  await pauline.getByLabel('Compagnie d’assurance').fill('Mutuelle des Préaux');
  await laurent.getByLabel('Compagnie d’assurance').fill('Assurance du Port');
  await pauline.getByRole('button', { name: 'Enregistrer' }).tap();
  await expect(pauline.getByText('C’est enregistré.')).toBeVisible();
  await laurent.getByRole('button', { name: 'Enregistrer' }).tap();
  await expect(laurent.getByText(/Entre-temps, quelqu’un d’autre a mis.*Mutuelle des Préaux/)).toBeVisible();
  await expect(laurent.getByLabel('Compagnie d’assurance')).toHaveValue('Assurance du Port');
  await laurent.getByRole('button', { name: 'Enregistrer' }).tap();
  await expect(laurent.getByText('C’est enregistré.')).toBeVisible();
  await pauline.reload();
  await pauline.getByRole('button', { name: /^Assurance/ }).tap();
  await expect(pauline.getByText('Assurance du Port')).toBeVisible();
  for (const page of [pauline, laurent]) await page.context().close();
});

test('somebody to collect the children is asked for, agreed to by the town hall, and taken out again', async ({ browser, host, page: staff }) => {
  const phone = await onPhone(browser);
  await signInParent(phone, host.portalUrl, PAULINE);
  await phone.goto(`${host.portalUrl}/foyer`);
  await phone.getByRole('button', { name: /^Ajouter une personne/ }).tap();
  const form = phone.getByRole('form', { name: /^Ajouter une personne/ });
  await form.getByLabel('Prénom').fill('Odile');
  await form.getByRole('button', { name: 'Enregistrer' }).tap();
  await expect(form.getByText('Indiquez le nom.')).toBeVisible();
  await expect(form.getByText('Indiquez au moins un numéro de téléphone.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Nom', exact: true }).fill('Le Bras');
  await form.getByLabel('Portable').fill('0611223344');
  await form.getByRole('checkbox', { name: /^Sortie : / }).first().check();
  await expectAccessible(phone);
  await expectNoSideways(phone);
  await form.getByRole('button', { name: 'Enregistrer' }).tap();
  await expect(phone.getByText('Votre demande est envoyée à la mairie.')).toBeVisible();
  await expect(phone.getByText('Odile LE BRAS', { exact: true })).toBeVisible();

  await signInStaff(staff, host.staffUrl, DEMO.secretary);
  await staff.getByRole('link', { name: /demandes? de parents? atten/ }).click();
  const family = staff.getByRole('region', { name: 'Famille CHERIF' });
  await expect(family.getByRole('row', { name: /^Ajouter une personne/ })).toContainText('06 11 22 33 44');
  await family.getByRole('button', { name: /^Accepter : Ajouter une personne/ }).click();
  await family.getByRole('button', { name: 'Envoyer la décision' }).click();
  await expect(toast(staff, '1 demande acceptée. Le parent est prévenu par mail.')).toBeVisible();

  await phone.reload();
  await phone.getByRole('button', { name: 'Retirer de la famille : Odile LE BRAS' }).tap();
  await phone.getByRole('button', { name: 'Retirer', exact: true }).tap();
  await expect(phone.getByRole('article', { name: 'Odile LE BRAS' }).getByText('Demande envoyée')).toBeVisible();
  await phone.context().close();
});

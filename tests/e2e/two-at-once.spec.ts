import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { foundTown, openAs } from './support/families';
import { expect, startBuiltHost, test } from './support/host';
import type { BuiltHost } from './support/host';
import { readPasswordLink } from './support/mails';
import { PASSWORD, signInParent } from './support/people';
import { activateCanteen } from './support/town';

/** Two people at once, and a power cut between two clicks. One town, in order. */
test.describe.configure({ mode: 'serial' });

const NOW = '2026-11-05T10:01';
const PARENTS = { Paul: 'paul.alain@courriel.example', Lucie: 'lucie.alain@courriel.example', Claire: 'claire.baconnais@courriel.example' } as const;
let dataFolder = '';
let host: BuiltHost;

/** Anna ALAIN has two parents, Fanny BACONNAIS one; the canteen has one place a day. */
test.beforeAll(async ({ browser }) => {
  test.setTimeout(90_000);
  dataFolder = await mkdtemp(join(tmpdir(), 'preau-e2e-'));
  host = await startBuiltHost({ dataFolder, now: NOW });
  const call = await foundTown(host);
  const staff = await (await browser.newContext()).newPage();
  await openAs(staff, host, '/');
  await activateCanteen(staff);
  const guardian = (firstName: keyof typeof PARENTS, lastName: string) => ({ lastName, firstName, email: PARENTS[firstName] });
  const child = (firstName: string, lastName: string) => ({ lastName, firstName, birthOn: '2020-03-02' });
  await call('families.create', { guardians: [guardian('Paul', 'ALAIN'), guardian('Lucie', 'ALAIN')], children: [child('Anna', 'ALAIN')] });
  await call('families.create', { guardians: [guardian('Claire', 'BACONNAIS')], children: [child('Fanny', 'BACONNAIS')] });
  // An empty town numbers its persons and children from 1.
  await call('enrolments.enrolMany', { enrolments: [1, 2].map((childId) => ({ childId, service: 'cantine', fromOn: '2026-11-05', week: [] })) });
  await call('rules.saveCapacity', { service: 'cantine', fromOn: '2026-11-05', places: 1 });
  await call('portalAccounts.invite', { personIds: [1, 2, 3] });
  for (const address of Object.values(PARENTS)) {
    const token = new URL(await readPasswordLink(staff, address)).hash.slice(1);
    const chosen = await staff.request.post(`${host.portalUrl}/api/password`, { headers: { 'x-preau': 'portail' }, data: { token, password: PASSWORD, confirmation: PASSWORD } });
    expect(chosen.ok()).toBe(true);
  }
  await staff.context().close();
});
test.afterAll(async () => {
  await host.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

/** A parent's own browser, on next week. */
async function openWeekAs(browser: Browser, who: keyof typeof PARENTS): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInParent(page, host.portalUrl, PARENTS[who]);
  await page.goto(`${host.portalUrl}/reservations?semaine=2026-11-09`);
  await expect(cell(page, 'lundi 9 novembre')).toBeVisible();
  return page;
}

const cell = (page: Page, day: string) => page.getByRole('checkbox', { name: `Cantine, 1er service, ${day}` });
const save = async (page: Page) => page.getByRole('button', { name: 'Valider' }).click();
const isSaved = async (page: Page) => expect(page.getByText(/C’est (réservé|enregistré)/)).toBeVisible();

test('two parents of one child tick different days at once: both are kept', async ({ browser }) => {
  const [paul, lucie] = await Promise.all([openWeekAs(browser, 'Paul'), openWeekAs(browser, 'Lucie')]);
  await cell(paul, 'mardi 10 novembre').click();
  await cell(lucie, 'jeudi 12 novembre').click();
  await Promise.all([save(paul), save(lucie)]);
  await Promise.all([isSaved(paul), isSaved(lucie)]);
  for (const page of [paul, lucie]) {
    await page.reload();
    await expect(cell(page, 'mardi 10 novembre')).toBeChecked();
    await expect(cell(page, 'jeudi 12 novembre')).toBeChecked();
    await page.context().close();
  }
});

test('the last place goes to one of two families; the other is told, and keeps what was ticked', async ({ browser }) => {
  const [paul, claire] = await Promise.all([openWeekAs(browser, 'Paul'), openWeekAs(browser, 'Claire')]);
  for (const page of [paul, claire]) await cell(page, 'vendredi 13 novembre').click();
  await Promise.all([save(paul), save(claire)]);
  const answers = await Promise.all([paul, claire].map(async (page) => {
    await expect(page.getByText(/C’est (réservé|enregistré)/).or(cell(page, 'vendredi 13 novembre').and(page.getByRole('checkbox', { name: /refusé/ })))).toBeVisible();
    return page.getByText(/C’est (réservé|enregistré)/).isVisible();
  }));
  expect(answers.filter(Boolean)).toHaveLength(1);
  const loser = answers[0] ? claire : paul;
  await expect(cell(loser, 'vendredi 13 novembre')).toHaveAccessibleDescription(/complet|place/i);
  await paul.context().close();
  await claire.context().close();
});

test('two secretaries change one family: the second is told, and her text stays', async ({ browser }) => {
  const [first, second] = await Promise.all([0, 1].map(async () => {
    const page = await (await browser.newContext()).newPage();
    await openAs(page, host, '/familles/2');
    await page.getByRole('button', { name: 'Modifier la résidence et la caisse' }).click();
    return page;
  }));
  await first!.getByLabel('Notes sur la famille').fill('Vue par la première.');
  await second!.getByLabel('Notes sur la famille').fill('Tapée par la deuxième.');
  await first!.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(first!.getByRole('dialog')).toHaveCount(0);
  await second!.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(second!.getByRole('alert')).toContainText(/entre-temps|a changé|a été modifié/);
  await expect(second!.getByLabel('Notes sur la famille')).toHaveValue('Tapée par la deuxième.');
  await second!.getByRole('button', { name: 'Recharger' }).click();
  await expect(second!.getByLabel('Notes sur la famille')).toHaveValue('Vue par la première.');
  for (const page of [first!, second!]) await page.context().close();
});

test('after a power cut the session and the bookings are there; what was ticked and not saved is told', async ({ browser }) => {
  const paul = await openWeekAs(browser, 'Paul');
  await cell(paul, 'mardi 10 novembre').click();
  await host.kill({ keepData: true });
  await save(paul);
  await expect(paul.getByText(/ne répond pas|réseau|connexion|joindre/i).locator('visible=true').first()).toBeVisible();
  await expect(cell(paul, 'mardi 10 novembre')).not.toBeChecked();

  host = await startBuiltHost({ dataFolder, now: NOW });
  const after = await paul.context().newPage();
  await after.goto(`${host.portalUrl}/reservations?semaine=2026-11-09`);
  await expect(cell(after, 'mardi 10 novembre')).toBeChecked();
  await expect(cell(after, 'jeudi 12 novembre')).toBeChecked();
  await paul.context().close();
});

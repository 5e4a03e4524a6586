import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plusSeconds } from '../../src-main/platform/clock';
import { buildParent, PASSWORD } from '../support/factories/build-access';
import { lastToken, queuedMails } from '../support/mails';
import { at } from '../support/open-test-database';
import { openPortal } from './support/open-portal';
import type { TestPortal } from './support/open-portal';

let portal: TestPortal;
const NEW = 'Goûter2027?';

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  const { db, clock } = portal.house;
  clock.set(at('2026-11-05T10:01'));
  await db.write(async () => {
    for (const table of ['password_links', 'mails', 'sessions', 'sign_in_failures', 'portal_accounts', 'family_adults']) await db.run(`DELETE FROM ${table}`);
  });
  await buildParent(portal.house);
});

const ask = (login: string) => portal.browser().post('/api/password-link', { login });
const holder = (token: string) => portal.browser().post('/api/password-link/holder', { token });
const choose = (token: string, password = NEW, confirmation = password) => portal.browser().post('/api/password', { token, password, confirmation });
const token = async (): Promise<string> => {
  await ask('paul@example.fr');
  return lastToken(portal.house.db, 'paul@example.fr');
};

describe('POST /api/password-link', () => {
  test('answers the same, and as slowly, whether or not someone is there', async () => {
    const timed = async (login: string) => {
      const start = performance.now();
      const { status, text, headers } = await ask(login);
      return { status, text, cookies: headers.getSetCookie(), slow: performance.now() - start >= 240 };
    };
    const known = await timed('paul@example.fr');
    expect(known).toEqual({ status: 204, text: '', cookies: [], slow: true });
    expect(await timed('inconnue@example.fr')).toEqual(known);
    expect(await queuedMails(portal.house.db)).toHaveLength(1);
  });

  test('points at an empty field, and slows who insists', async () => {
    expect((await ask('')).refusal?.fields).toEqual({ login: 'Saisissez votre adresse e-mail ou votre identifiant.' });
    for (let turn = 0; turn < 3; turn += 1) await ask('palain');
    expect(await ask('palain')).toMatchObject({ status: 429, refusal: { code: 'accounts.wait' } });
  });
});

describe('POST /api/password-link/holder', () => {
  test('says for whom the link is, as often as asked', async () => {
    const link = await token();
    for (let turn = 0; turn < 2; turn += 1) expect((await holder(link)).data).toEqual({ name: 'Paul ALAIN', identifier: 'palain', email: 'paul@example.fr' });
  });

  test('refuses a link that is too old, used, unknown or cut short', async () => {
    const link = await token();
    portal.house.clock.set(plusSeconds(portal.house.clock.now(), 86_400));
    expect(await holder(link)).toMatchObject({ status: 409, refusal: { code: 'accounts.linkExpired' } });
    expect(await holder('B'.repeat(43))).toMatchObject({ status: 404, refusal: { code: 'accounts.linkUnknown' } });
    expect((await holder('court')).refusal?.message).toContain('Ce lien est incomplet');
  });
});

describe('POST /api/password', () => {
  test('sets the password; then the login page', async () => {
    const link = await token();
    expect((await choose(link)).status).toBe(204);
    expect((await portal.browser().signIn('palain', NEW)).status).toBe(204);
    expect((await choose(link)).refusal?.code).toBe('accounts.linkUsed');
  });

  test('refuses what breaks the rule, and the link still serves', async () => {
    const link = await token();
    expect((await choose(link, 'cantine')).refusal?.fields).toHaveProperty('password');
    expect((await choose(link, NEW, 'autre')).refusal?.fields).toHaveProperty('confirmation');
    expect((await choose(link)).status).toBe(204);
  });
});

describe('a signed-in parent', () => {
  const signedIn = async () => {
    const browser = portal.browser();
    await browser.signIn('palain', PASSWORD);
    return browser;
  };

  test('changes the password with the old one', async () => {
    const browser = await signedIn();
    expect((await browser.mutate('account.changePassword', { current: 'faux', password: NEW, confirmation: NEW })).refusal?.fields).toHaveProperty('current');
    expect((await browser.mutate('account.changePassword', { current: PASSWORD, password: 'court', confirmation: 'court' })).refusal?.fields).toHaveProperty('password');
    expect((await browser.mutate('account.changePassword', { current: PASSWORD, password: NEW, confirmation: NEW })).status).toBe(200);
    expect((await browser.get('account.read')).status).toBe(200);
  });

  test('or asks for a link by mail', async () => {
    expect((await (await signedIn()).mutate('account.sendLink')).data).toEqual({ sentTo: 'paul@example.fr' });
    expect((await queuedMails(portal.house.db)).map(({ kind }) => kind)).toEqual(['accounts.change']);
  });

  test('without an address, is told to give one', async () => {
    const browser = await signedIn();
    await portal.house.db.write(() => portal.house.db.run("UPDATE persons SET email = ''"));
    expect((await browser.mutate('account.sendLink')).refusal?.code).toBe('accounts.noEmail');
  });

  test('sees the devices that are signed in, and signs the others out', async () => {
    const [here, elsewhere] = [await signedIn(), await signedIn()];
    expect((await here.get('account.devices')).data).toMatchObject([{ current: true }, { current: false }]);
    expect((await here.mutate('account.signOutElsewhere')).data).toBe(1);
    expect((await elsewhere.get('account.read')).status).toBe(401);
    expect((await here.get('account.read')).status).toBe(200);
  });
});

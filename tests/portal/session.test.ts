import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildParent, PASSWORD } from '../support/factories/build-access';
import { openPortal } from './support/open-portal';
import type { TestPortal } from './support/open-portal';

let portal: TestPortal;

beforeAll(async () => {
  portal = await openPortal();
  await buildParent(portal.house);
});
afterAll(() => portal.close());

describe('POST /api/session', () => {
  test('signs in: a cookie that scripts cannot read, gone with the browser', async () => {
    const browser = portal.browser();
    const answer = await browser.signIn('paul@example.fr', PASSWORD);
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-preau=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)]);
    expect((await browser.get('account.read')).data).toMatchObject({ firstName: 'Paul', identifier: 'palain', contactEmail: 'paul@example.fr' });
  });

  test('signed in again from a second tab, the device stays one', async () => {
    const browser = portal.browser();
    await browser.signIn('palain', PASSWORD);
    const before = (await browser.get('account.devices')).data as unknown[];
    await browser.signIn('palain', PASSWORD);
    expect((await browser.get('account.devices')).data).toHaveLength(before.length);
  });

  test('remembers the device for ninety days when asked', async () => {
    const [line] = (await portal.browser().signIn('palain', PASSWORD, true)).headers.getSetCookie();
    expect(line).toMatch(/Expires=Wed, 03 Feb 2027/);
  });

  test('refuses a wrong password, at the field', async () => {
    const browser = portal.browser();
    const answer = await browser.signIn('palain', 'Faux9999!');
    expect(answer.status).toBe(400);
    expect(answer.refusal).toMatchObject({ code: 'accounts.wrongPassword', fields: { password: expect.any(String) as string } });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await browser.get('account.read')).status).toBe(401);
  });

  test('points at empty fields', async () => {
    expect((await portal.browser().signIn(' ', '')).refusal?.fields).toEqual({ login: 'Saisissez votre identifiant ou votre adresse e-mail.', password: 'Saisissez le mot de passe.' });
  });

  test('tells who tries too often to wait', async () => {
    const browser = portal.browser();
    for (let turn = 0; turn < 5; turn += 1) await browser.signIn('personne', 'Faux9999!');
    expect(await browser.signIn('personne', 'Faux9999!')).toMatchObject({ status: 429, refusal: { code: 'accounts.wait' } });
  });

  test.each([['not JSON', '{'], ['a list', '[]'], ['a field more', '{"login":"a","password":"b","admin":true}'], ['nothing', '""']])('refuses %s', async (_, body) => {
    const answer = await portal.browser().post('/api/session', body);
    expect(answer.status).toBe(400);
    expect(answer.refusal?.message).toMatch(/Rechargez la page|obligatoire|pas de la forme|à corriger/);
  });

  test('refuses a body that is too long, and another type of body', async () => {
    expect((await portal.browser().post('/api/session', { login: 'x'.repeat(20_000), password: 'y' })).refusal?.code).toBe('portal.bodyTooLarge');
    expect((await portal.browser().post('/api/session', 'login=a', { 'content-type': 'application/x-www-form-urlencoded' })).refusal?.code).toBe('portal.badBody');
  });
});

describe('GET /api/session', () => {
  const town = {
    name: 'Saint-Aubin-des-Préaux', address: '1 place de la Mairie', postcode: '22300', city: 'Saint-Aubin-des-Préaux', phone: '02 96 12 34 56',
    email: 'mairie@saint-aubin.example', hasLogo: false, isDemo: false, passwordRule: 'guide',
    portal: {
      slug: '', words: 'monFoyer', period: 'week', saving: 'validate', showsAttendance: true, contact: 'conversations', colour: '#1f6f5c', accessibility: 'none', showsFile: true,
    },
  };

  test('tells anyone the town and how to reach it', async () => {
    const answer = await portal.browser().ask('/api/session');
    expect(answer.data).toEqual({ town, parent: null });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('and a parent who they are', async () => {
    const browser = portal.browser();
    await browser.signIn('palain', PASSWORD);
    expect((await browser.ask('/api/session')).data).toEqual({
      town, parent: { firstName: 'Paul', lastName: 'ALAIN', identifier: 'palain', email: 'paul@example.fr', contactEmail: 'paul@example.fr', passwordRule: 'guide' },
    });
  });
});

describe('DELETE /api/session', () => {
  test('signs out: the cookie goes and the token opens nothing any more', async () => {
    const browser = portal.browser();
    await browser.signIn('palain', PASSWORD);
    const stolen = portal.browser();
    stolen.cookie = browser.cookie;
    const answer = await browser.ask('/api/session', { method: 'DELETE' });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-preau=; .*Max-Age=0$/);
    expect((await stolen.get('account.read')).refusal?.code).toBe('signedOut');
  });

  test('nobody signs out without harm', async () => {
    expect((await portal.browser().ask('/api/session', { method: 'DELETE' })).status).toBe(204);
  });
});

describe('what comes from another site', () => {
  test.each([
    ['without our header', { 'x-preau': '' }],
    ['from another origin', { origin: 'https://ailleurs.example' }],
    ['from an opaque origin', { origin: 'null' }],
    ['as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused: %s', async (_, headers) => {
    const answer = await portal.browser().post('/api/session', { login: 'palain', password: PASSWORD }, headers);
    expect(answer).toMatchObject({ status: 403, refusal: { code: 'portal.foreignRequest' } });
    expect((await portal.browser().post('/rpc/bookings.book', {}, headers)).status).toBe(403);
  });
});

test('behind a trusted proxy the address is the one the proxy saw, not the one the caller claims', async () => {
  const proxied = await openPortal({ trustProxy: true });
  for (let turn = 0; turn < 60; turn += 1) {
    await proxied.browser().post('/api/session', { login: `inconnu${turn}`, password: 'x' }, { 'x-forwarded-for': `198.51.100.${turn}, 203.0.113.7` });
  }
  const attempt = (chain: string) => proxied.browser().post('/api/session', { login: 'autre', password: 'x' }, { 'x-forwarded-for': chain });
  expect((await attempt('198.51.100.99, 203.0.113.7')).status).toBe(429);
  expect((await attempt('203.0.113.8')).status).toBe(400);
  await proxied.close();
});

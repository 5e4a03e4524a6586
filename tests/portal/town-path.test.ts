import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellDecisions } from '../../src-main/features/portal-desk/notices';
import { portalSettingsOf, savePortalSettings } from '../../src-main/features/town/portal-settings';
import { mailReminder } from '../../src-main/features/documents/paper-mails';
import { localDate } from '../../src-main/kernel/local-date';
import { buildParent } from '../support/factories/build-access';
import { queuedMails } from '../support/mails';
import { openPortal } from './support/open-portal';
import type { TestPortal } from './support/open-portal';

let portal: TestPortal;

beforeAll(async () => {
  portal = await openPortal();
  const context = portal.house.contextOf();
  await savePortalSettings(context, { ...(await portalSettingsOf(portal.house.db)), slug: 'saint-aubin' });
});
afterAll(() => portal.close());

const get = (path: string) => portal.browser().ask(path, { headers: { accept: 'text/html' } });

test('the town’s path gives the portal, which knows where it stands', async () => {
  const page = await get('/saint-aubin/reservations');
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(page.text).toContain('<html lang="fr" data-town-path="/saint-aubin">');
  expect((await get('/saint-aubin')).text).toContain('<title>Portail</title>');
});

test('a page asked without it is sent there; another town’s path leads to this town', async () => {
  expect((await get('/')).headers.get('location')).toBe('/saint-aubin/');
  expect((await get('/factures?de=2026')).headers.get('location')).toBe('/saint-aubin/factures?de=2026');
  expect((await get('/Saint-Aubin/accueil')).headers.get('location')).toBe('/saint-aubin/accueil');
  expect((await get('/saint-aubin-les-eaux')).headers.get('location')).toBe('/saint-aubin/saint-aubin-les-eaux');
  expect((await get('/ailleurs/reservations')).headers.get('location')).toBe('/saint-aubin/ailleurs/reservations');
});

test('calls answer behind the path and without it, health too', async () => {
  expect((await portal.browser().ask('/saint-aubin/api/session')).data).toMatchObject({ parent: null });
  expect((await portal.browser().ask('/api/session')).data).toMatchObject({ parent: null });
  expect((await portal.browser().ask('/healthz')).status).toBe(200);
});

test('the mail of a first connection gives the town’s own address, its link too', async () => {
  await buildParent(portal.house, { password: null });
  await portal.browser().post('/saint-aubin/api/password-link', { login: 'palain' });
  const [mail] = await queuedMails(portal.house.db);
  expect(mail?.text).toContain('https://parents.saint-aubin.example/saint-aubin/nouveau-mot-de-passe#');
  expect(mail?.text).toMatch(/Portail : https:\/\/parents\.saint-aubin\.example\/saint-aubin\s/);
});

test('the other mails too', async () => {
  const context = portal.house.contextOf();
  const { familyId, personId } = await buildParent(portal.house, { identifier: 'lalain', firstName: 'Lucie', email: 'lucie@example.fr' });
  await context.db.write(async () => {
    await tellDecisions(context, { familyId, personId, decisions: [{ label: 'Nom', subject: 'Lucie', health: false, accepted: true, reason: '' }] });
    await mailReminder(context, familyId, { personId, name: 'Lucie ALAIN', email: 'lucie@example.fr' }, ['Assurance'], localDate('2026-11-05'));
  });
  const texts = (await queuedMails(portal.house.db)).map(({ text }) => text).join('\n');
  for (const page of ['foyer', 'documents']) expect(texts).toContain(`https://parents.saint-aubin.example/saint-aubin/${page}`);
});

test('the cookie bears the town’s name', async () => {
  const answer = await portal.browser().ask('/saint-aubin/api/session', { method: 'DELETE' });
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-preau-saint-aubin=; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=0$/);
});

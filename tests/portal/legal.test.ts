import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEGAL_PAGES } from '../../src-main/features/town/legal-schema';
import type { LegalText } from '../../src-main/features/town/legal-schema';
import { portalSettingsOf, savePortalSettings } from '../../src-main/features/town/portal-settings';
import { STAFF } from '../support/open-test-database';
import { openPortal } from './support/open-portal';
import type { TestPortal } from './support/open-portal';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const read = async (page: string) => (await portal.browser().ask(`/api/mentions/${page}`)).data as LegalText;
const words = ({ sections }: LegalText) => sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs]).join('\n');

test('anyone reads who publishes the portal, what becomes of data and whom to complain to', async () => {
  for (const page of LEGAL_PAGES) expect(words(await read(page))).toContain('Saint-Aubin-des-Préaux');
  expect(words(await read('privacy'))).toMatch(/mission d’intérêt public[^]*dix ans[^]*protection des données[^]*CNIL/);
  expect(words(await read('accessibility'))).toMatch(/non conforme\. Aucun audit[^]*RGAA[^]*Défenseur des droits/);
  expect((await portal.browser().ask('/api/mentions/secret')).status).toBe(404);
});

test('how accessible the portal is, is what the town says of its audit', async () => {
  const { house } = portal;
  await savePortalSettings(house.contextOf(STAFF), { ...(await portalSettingsOf(house.db)), accessibility: 'partial' });
  expect(words(await read('accessibility'))).toMatch(/partiellement conforme\. D’après son dernier audit/);
  expect((await portal.browser().ask('/api/session')).data).toMatchObject({ town: { portal: { accessibility: 'partial' } } });
});

test('the town’s own text goes before, in paragraphs, as words and never as markup', async () => {
  const { house } = portal;
  const settings = await portalSettingsOf(house.db);
  await savePortalSettings(house.contextOf(STAFF), { ...settings, legalText: 'Publié par la mairie.\nSur le Lin.\n\n<b>Hébergé</b> ici.' });
  expect(await read('legal')).toEqual({ sections: [{ title: '', paragraphs: ['Publié par la mairie.\nSur le Lin.', '<b>Hébergé</b> ici.'] }] });
});

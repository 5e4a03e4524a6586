import { deflateSync, crc32 } from 'node:zlib';
import { expectAccessible, expectNoSideways } from './support/axe';
import { expect, test } from './support/host';
import { DEMO, signInParent, signInStaff } from './support/people';
import { toast } from './support/toast';

/** Papers from a parent's phone to the town hall and back; a menu for the parents of one class. */
test.use({ hostOptions: { demo: true, now: '2026-11-05T10:01' } });

/** A white picture as a phone might take it. */
function picture(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  const head = Buffer.from([0, 0, 0, 40, 0, 0, 0, 60, 8, 0, 0, 0, 0]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: 60 }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(40, 255)]))));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

test('a parent photographs the missing paper, the town hall accepts it, the parent reads it', async ({ browser, host }) => {
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })).newPage();
  await signInParent(phone, host.portalUrl, DEMO.paul);
  await phone.getByRole('link', { name: 'Fiche sanitaire de Théo : à fournir' }).click();
  await expect(phone.getByRole('heading', { name: 'Ajouter un document', level: 1 })).toBeVisible();
  await expect(phone.getByLabel('Quel document ?')).toContainText('Fiche sanitaire');
  await expect(phone.getByLabel('Personne concernée')).toContainText('Théo ALAIN');
  await expect(phone.getByRole('button', { name: 'Prendre une photo' })).toBeVisible();

  await phone.getByRole('button', { name: 'Envoyer' }).click();
  await expect(phone.getByText('Choisissez au moins un fichier.')).toBeVisible();
  const files = phone.locator('[data-files]');
  await files.setInputFiles({ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0') });
  await expect(phone.getByText(/format HEIC/)).toBeVisible();
  await phone.getByRole('button', { name: 'Retirer IMG_1.HEIC' }).click();
  await expectAccessible(phone);
  // The network is cut while a page goes up; it goes on by itself when it is back.
  await phone.context().setOffline(true);
  await files.setInputFiles({ name: 'vaccins.png', mimeType: 'image/png', buffer: picture() });
  await expect(phone.getByText(/La connexion s’est coupée/)).toBeVisible();
  await phone.context().setOffline(false);
  await expect(phone.getByText('Fichier chargé')).toBeVisible();
  await phone.getByLabel('Description').fill('Vaccins à jour.');
  await phone.reload();
  await expect(phone.getByLabel('Description')).toHaveValue('Vaccins à jour.');
  await expectNoSideways(phone);
  await phone.getByRole('button', { name: 'Envoyer' }).click();
  await expect(phone.getByText(/Document envoyé/)).toBeVisible();
  const theo = phone.getByRole('region', { name: 'Théo ALAIN' });
  await expect(theo.getByText('en attente de la mairie')).toHaveCount(2);

  const desk = await (await browser.newContext()).newPage();
  await signInStaff(desk, host.staffUrl, DEMO.administrator);
  await desk.goto(`${host.staffUrl}/#/documents`);
  await desk.getByRole('navigation', { name: 'Pièces à valider' }).getByRole('button', { name: /Théo ALAIN.*Fiche sanitaire/ }).click();
  await expect(desk.getByRole('img', { name: 'vaccins.png' })).toBeVisible();
  await desk.getByLabel('Valable jusqu’au', { exact: true }).fill('31/08/2027');
  await desk.getByRole('button', { name: 'Accepter' }).click();
  await expect(toast(desk, 'Fiche sanitaire : accepté jusqu’au 31 août 2027.')).toBeVisible();

  await phone.reload();
  await expect(theo.getByText('accepté jusqu’au 31 août 2027')).toBeVisible();
  await desk.context().close();
  await phone.context().close();
});

test('a menu published to a class is read by its parents only', async ({ browser, host }) => {
  const desk = await (await browser.newContext()).newPage();
  await signInStaff(desk, host.staffUrl, DEMO.secretary);
  await desk.goto(`${host.staffUrl}/#/documents?vue=publies`);
  await desk.getByRole('button', { name: 'Publier un document' }).click();
  const panel = desk.getByRole('dialog', { name: 'Publier un document' });
  await panel.locator('[data-files]').setInputFiles({ name: 'menu-de-noel.png', mimeType: 'image/png', buffer: picture() });
  await expect(panel.getByLabel('Nom du document')).toHaveValue('Menu de noel');
  await panel.getByLabel('Nom du document').fill('Menu de Noël');
  await panel.getByLabel('Rubrique').fill('Menus');
  await panel.getByLabel('Pour qui ?').selectOption('Une classe');
  await panel.getByLabel('Classe').selectOption('CP, École élémentaire');
  await panel.getByRole('button', { name: 'Publier' }).click();
  await expect(toast(desk, '« Menu de Noël » est publié.')).toBeVisible();
  const line = desk.getByRole('row', { name: /Menu de Noël/ });
  await expect(line).toContainText('CP, École élémentaire');

  const claire = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await signInParent(claire, host.portalUrl, DEMO.claire);
  await claire.goto(`${host.portalUrl}/documents`);
  await expect(claire.getByText('refusé : la date de validité est passée').first()).toBeVisible();
  const [tab] = await Promise.all([claire.context().waitForEvent('page'), claire.getByRole('link', { name: /^Menu de Noël/ }).click()]);
  await tab.waitForLoadState();
  expect(tab.url()).toMatch(/\/api\/documents\/\d+$/);
  const address = tab.url();
  await tab.close();
  await expect(claire.getByRole('link', { name: /^Menu de Noël/ })).not.toContainText('nouveau');

  const paul = await (await browser.newContext()).newPage();
  await signInParent(paul, host.portalUrl, DEMO.paul);
  await paul.goto(`${host.portalUrl}/documents`);
  await expect(paul.getByRole('link', { name: /^Règlement intérieur/ })).toBeVisible();
  await expect(paul.getByRole('link', { name: /^Menu de Noël/ })).toHaveCount(0);
  expect((await paul.request.get(address)).status()).toBe(404);

  await desk.reload();
  await line.getByText('Menu de Noël').click();
  await expect(desk.getByText('1 responsable l’a ouvert')).toBeVisible();
  await expect(desk.getByText(/ouvert le 05\/11\/2026/)).toBeVisible();
  for (const page of [desk, claire, paul]) await page.context().close();
});

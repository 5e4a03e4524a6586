import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildParent, PASSWORD } from '../support/factories/build-access';
import { openPortal } from './support/open-portal';
import type { Browser, TestPortal } from './support/open-portal';

let portal: TestPortal;
let parent: Browser;

beforeAll(async () => {
  portal = await openPortal();
  await buildParent(portal.house);
  parent = portal.browser();
  await parent.signIn('palain', PASSWORD);
});
afterAll(() => portal.close());

const upload = (browser: Browser, content: string, name = 'attestation.pdf', headers: Record<string, string> = {}) =>
  browser.ask('/api/fichiers', { method: 'POST', body: content, headers: { 'content-type': 'application/octet-stream', 'x-nom-fichier': encodeURIComponent(name), ...headers } });

test('a file is kept by its content, under a safe name', async () => {
  const answer = await upload(parent, '%PDF-1.7 bonjour', '../été.html');
  expect(answer.status).toBe(201);
  expect(JSON.parse(answer.text)).toMatchObject({ name: 'été.pdf', type: 'application/pdf', bytes: 16 });
  expect(await portal.house.db.select('SELECT sender, name, taken_at FROM uploads')).toEqual([{ sender: 'parent', name: 'été.pdf', taken_at: null }]);
});

test('what is no PDF, JPEG or PNG is refused, whatever it is called', async () => {
  const answer = await upload(parent, '<svg onload="alert(1)">', 'photo.png');
  expect([answer.status, answer.refusal?.code, answer.refusal?.fields.file]).toEqual([400, 'documents.type', expect.stringContaining('Seuls les fichiers PDF')]);
});

test('more than ten megabytes are refused before they are kept', async () => {
  const answer = await upload(parent, `%PDF-${'x'.repeat(10_000_001)}`);
  expect(answer.refusal?.code).toBe('documents.tooLarge');
});

test('a phone that loses its network in the middle keeps nothing, and is no incident of the town’s', async () => {
  const before = await portal.house.db.select('SELECT id FROM uploads');
  const told = vi.spyOn(portal.house.services.log, 'error');
  const { hostname, port } = new URL(portal.url);
  const head = ['POST /api/fichiers HTTP/1.1', `host: ${hostname}:${port}`, `cookie: ${parent.cookie}`, 'x-preau: portail', 'x-nom-fichier: page.pdf', 'content-type: application/octet-stream', 'content-length: 100000'];
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\n%PDF-1.7 half of i`, () => resolve()));
  await upload(parent, '<html>'); // what came before it has been taken in
  socket.destroy();
  await upload(parent, '<html>');
  expect([told.mock.calls, await portal.house.db.select('SELECT id FROM uploads')]).toEqual([[], before]);
  told.mockRestore();
});

test('nobody sends a file without being signed in, nor from another site, nor with a broken name', async () => {
  expect((await upload(portal.browser(), '%PDF-')).refusal?.code).toBe('signedOut');
  expect((await upload(parent, '%PDF-', 'a.pdf', { origin: 'https://ailleurs.example' })).refusal?.code).toBe('portal.foreignRequest');
  expect((await upload(parent, '%PDF-', 'a.pdf', { 'x-nom-fichier': '%E0%A4%A' })).refusal?.code).toBe('portal.badBody');
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishDocument } from '../../src-main/features/documents/publish-document';
import { receiveUpload } from '../../src-main/features/documents/receive-upload';
import type { LocalDate } from '../../src-main/kernel/local-date';
import { buildParent, PASSWORD } from '../support/factories/build-access';
import type { BuiltParent } from '../support/factories/build-access';
import { openPortal } from './support/open-portal';
import type { Browser, TestPortal } from './support/open-portal';

let portal: TestPortal;
let paul: BuiltParent;
let browser: Browser;
let other: Browser;
let documentId: number;

beforeAll(async () => {
  portal = await openPortal();
  paul = await buildParent(portal.house);
  await buildParent(portal.house, { identifier: 'cbaco', email: 'claire@example.fr', firstName: 'Claire', lastName: 'BACONNAIS' });
  [browser, other] = [portal.browser(), portal.browser()];
  await browser.signIn('palain', PASSWORD);
  await other.signIn('cbaco', PASSWORD);
  const context = portal.house.contextOf();
  const upload = await receiveUpload(context, 'menus d’été.pdf', new TextEncoder().encode('%PDF-1.7 menus'));
  const day = '2026-11-01' as LocalDate;
  documentId = (await publishDocument(context, { category: 'Menus', name: 'Menus', description: '', fromOn: day, untilOn: null, audience: { kind: 'family', id: paul.familyId }, uploadId: upload.id, requestKey: randomUUID() })).id;
});
afterAll(() => portal.close());

const upload = (content: string) => browser.ask('/api/fichiers', { method: 'POST', body: content, headers: { 'content-type': 'application/octet-stream', 'x-nom-fichier': 'page.png' } });

test('a document opens in place, where nothing may run, is saved on request, and is read from then on', async () => {
  const answer = await browser.ask(`/api/documents/${documentId}`);
  expect([answer.status, answer.text]).toEqual([200, '%PDF-1.7 menus']);
  expect(Object.fromEntries(['content-type', 'x-content-type-options', 'cache-control', 'content-disposition'].map((name) => [name, answer.headers.get(name)]))).toEqual({
    'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-disposition': "inline; filename*=UTF-8''menus%20d%E2%80%99%C3%A9t%C3%A9.pdf",
  });
  expect(answer.headers.get('content-security-policy')).toMatch(/sandbox$/);
  expect((await browser.ask(`/api/documents/${documentId}?enregistrer`)).headers.get('content-disposition')).toMatch(/^attachment; /);
  expect((await browser.get('documents.news')).data).toMatchObject({ unread: 0 });
});

test('a paper goes up page by page, is sent, and comes back to its family only', async () => {
  const page = (await upload('\u0089PNG')).refusal;
  expect(page?.code).toBe('documents.type');
  const { id } = JSON.parse((await upload('%PDF-1.7 page')).text) as { id: number };
  const sent = await browser.mutate('documents.send', { familyId: paul.familyId, childId: null, kindId: null, name: 'Attestation', description: '', uploadIds: [id], requestKey: randomUUID() });
  expect(sent.status).toBe(200);
  const desk = (await browser.get('documents.desk')).data as { sent: { files: { id: number }[] }[] };
  const file = `/api/pieces/${desk.sent[0]!.files[0]!.id}`;
  expect((await browser.ask(file)).text).toBe('%PDF-1.7 page');
  for (const path of [file, `/api/documents/${documentId}`]) {
    expect(await other.ask(path)).toMatchObject({ status: 404, refusal: { code: 'notFound' } });
    expect(await portal.browser().ask(path)).toMatchObject({ status: 401, refusal: { code: 'signedOut' } });
  }
});

test.each(['/api/documents/999', '/api/documents/0', '/api/documents/1.5', '/api/documents/abc', '/api/pieces/999', '/api/pieces/-1', '/api/pieces/..%2f..%2fetc'])('%s is nowhere', async (path) => {
  expect((await browser.ask(path)).status).toBe(404);
});

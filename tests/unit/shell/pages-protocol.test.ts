import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { declareScheme, servePages } from '../../../src-main/shell/pages-protocol';
import { protocol } from './fake-electron';

vi.mock('electron', () => import('./fake-electron'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'preau-pages-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not for pages');
  writeFileSync(join(folder, 'renderer', 'index.html'), '<p>pages</p>');
  writeFileSync(join(folder, 'renderer', 'assets', 'index.js'), 'start()');
  servePages(join(folder, 'renderer'), () => '<p>arrêt</p>');
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string): Promise<Response> => protocol.answer({ url });

test('the scheme is a secure origin of its own', () => {
  declareScheme();
  expect(protocol.schemes).toEqual([{ scheme: 'preau', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
});

test('pages and their files are served with their type and a strict policy', async () => {
  const page = await get('preau://pages/');
  expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([200, 'text/html; charset=utf-8', '<p>pages</p>']);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  const script = await get('preau://pages/assets/index.js');
  expect([script.headers.get('content-type'), await script.text()]).toEqual(['text/javascript; charset=utf-8', 'start()']);
});

test.each(['preau://pages/missing.js', 'preau://pages/%2e%2e/secret.txt', 'preau://pages/..%2fsecret.txt', 'preau://pages/..%5csecret.txt', 'preau://pages/assets'])(
  '%s is not there',
  async (url) => {
    expect((await get(url)).status).toBe(404);
  },
);

test('the page of a stopped host can run no script', async () => {
  const page = await get('preau://stopped/');
  expect(await page.text()).toBe('<p>arrêt</p>');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

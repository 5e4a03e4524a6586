import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingHttpHeaders, RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import Koa from 'koa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pages } from '../../../src-main/platform/http/pages';

const SCRIPT = 'export const meal = 1;';
let folder: string;
let server: Server;

async function serve(single: boolean): Promise<void> {
  const app = new Koa();
  app.silent = true;
  app.use(pages(folder, { single }));
  server = createServer(app.callback() as RequestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

/** Plain HTTP: `fetch` would unpack and name its own encodings. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ port: (server.address() as AddressInfo).port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject).end();
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-built-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<title>Pages</title>');
  await writeFile(join(folder, '.secret'), 'no');
  await writeFile(join(folder, 'assets', 'a-1.js'), SCRIPT);
  await writeFile(join(folder, 'assets', 'a-1.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, 'assets', 'a-1.js.gz'), gzipSync(SCRIPT));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

describe('built pages', () => {
  test('are packed as the browser likes, and kept for a year when their name holds their content', async () => {
    await serve(true);
    for (const [accepts, encoding] of [['gzip, deflate, br', 'br'], ['gzip', 'gzip'], ['identity', undefined]] as const) {
      const { status, headers } = await ask('/assets/a-1.js', { 'accept-encoding': accepts });
      expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'accept-encoding']);
      expect(headers['content-type']).toMatch(/javascript/);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    const head = await ask('/assets/a-1.js', {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(SCRIPT.length), 0]);
  });

  test('a file that has gone since the start is not found, and the door stays open', async () => {
    await serve(true);
    await rm(join(folder, 'assets', 'a-1.js.br'));
    expect((await ask('/assets/a-1.js', { 'accept-encoding': 'br' })).body.toString()).toBe(SCRIPT);
    await rm(join(folder, 'assets'), { recursive: true });
    for (const accepts of ['br', 'gzip', 'identity']) expect((await ask('/assets/a-1.js', { 'accept-encoding': accepts })).status).toBe(404);
    expect((await ask('/')).status).toBe(200);
  });

  test('a page not changed is not sent again', async () => {
    await serve(true);
    const { etag } = (await ask('/')).headers;
    const again = await ask('/', { 'if-none-match': etag! });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('any address without a dot gives the page, where pages have their own router; never what lies outside', async () => {
    await serve(true);
    expect((await ask('/reservations/2026')).body.toString()).toContain('<title>');
    for (const path of ['/absent.js', '/.secret', '/../package.json', '/%2e%2e/package.json', '/assets/..%2f.secret']) expect((await ask(path)).status).toBe(404);
    expect((await ask('/', {}, 'POST')).status).toBe(404);
  });

  test('elsewhere only what is there', async () => {
    await serve(false);
    expect([(await ask('/')).status, (await ask('/reservations')).status]).toEqual([200, 404]);
  });
});

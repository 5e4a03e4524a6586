import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildParent, PASSWORD } from '../support/factories/build-access';
import { buildEnrolment } from '../support/factories/build-enrolment';
import { buildRulebook } from '../support/factories/build-rulebook';
import { openPortal } from './support/open-portal';
import type { TestPortal } from './support/open-portal';

let portal: TestPortal;
let cookie: string;

beforeAll(async () => {
  portal = await openPortal();
  await buildRulebook(portal.house.db);
  const { childIds } = await buildParent(portal.house);
  await buildEnrolment(portal.house.db, { childId: childIds[0]! });
  const browser = portal.browser();
  await browser.signIn('palain', PASSWORD);
  cookie = browser.cookie!;
});
afterAll(() => portal.close());

/** As it comes over the wire. */
const ask = (path: string, encoding: string) => new Promise<{ encoding: string | undefined; body: Buffer; vary: string | undefined }>((resolve, reject) => {
  request(`${portal.url}/rpc/${path}?input=${encodeURIComponent('{}')}`, { headers: { cookie, 'accept-encoding': encoding } }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => resolve({ encoding: answer.headers['content-encoding'], vary: answer.headers.vary, body: Buffer.concat(chunks) }));
  }).on('error', reject).end();
});

test('a long answer is compressed for who takes it so, and says the same', async () => {
  const [small, plain] = [await ask('bookings.period', 'gzip, br'), await ask('bookings.period', 'identity')];
  expect([small.encoding, small.vary, plain.encoding]).toEqual(['gzip', 'accept-encoding', undefined]);
  expect(gunzipSync(small.body).toString()).toBe(plain.body.toString());
  expect(small.body.length).toBeLessThan(plain.body.length / 2);
});

test('a short answer stays as it is', async () => {
  const { encoding, body } = await ask('account.read', 'gzip');
  expect(encoding).toBeUndefined();
  expect(body.toString()).toContain('palain');
});

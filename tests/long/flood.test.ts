import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBuiltHost } from '../e2e/support/host';
import type { BuiltHost } from '../e2e/support/host';

interface Accounts {
  readonly parents: readonly { readonly email: string; readonly password: string }[];
}
const HEADERS = { 'content-type': 'application/json', 'x-preau': '1' };
let host: BuiltHost;
let accounts: Accounts;

beforeAll(async () => {
  host = await startBuiltHost({ demo: true, now: '2026-11-05T10:01' });
  accounts = JSON.parse(readFileSync(join(host.dataFolder, 'demo-accounts.json'), 'utf8')) as Accounts;
});
afterAll(() => host.stop());

const signIn = (login: string, password: string) =>
  fetch(`${host.portalUrl}/api/session`, { method: 'POST', headers: HEADERS, body: JSON.stringify({ login, password, remember: false }) });

it('answers fifty parents at once, 2 000 pages, without one failure', async () => {
  const cookies = await Promise.all(accounts.parents.map(async ({ email, password }) => (await signIn(email, password)).headers.get('set-cookie')!.split(';')[0]!));
  let next = 0;
  const statuses = new Set<number>();
  await Promise.all(Array.from({ length: 50 }, async () => {
    while (next < 2000) {
      next += 1;
      const answer = await fetch(`${host.portalUrl}/rpc/bookings.period?input=%7B%7D`, { headers: { cookie: cookies[next % cookies.length]! } });
      statuses.add(answer.status);
      await answer.arrayBuffer();
    }
  }));
  expect([...statuses]).toEqual([200]);
});

it('goes on serving while passwords are guessed by the hundred', async () => {
  const guesses = Promise.all(Array.from({ length: 300 }, (_, index) => signIn(`inconnu${index % 40}@exemple.fr`, `Essai-${index}!`).then(async (answer) => {
    const text = await answer.text();
    return { status: answer.status, text };
  })));
  const health = await fetch(`${host.portalUrl}/healthz`);
  expect(health.status).toBe(200);
  const answers = await guesses;
  expect(answers.every(({ status }) => status === 400 || status === 429)).toBe(true);
  expect(answers.some(({ status }) => status === 429)).toBe(true);
  expect(answers.every(({ text }) => !/stack|Error|at /.test(text))).toBe(true);
});

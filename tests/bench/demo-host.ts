import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const STAFF_PORT = 4390;
const PORTAL_PORT = 4391;
export const PORTAL = `http://127.0.0.1:${PORTAL_PORT}`;

interface DemoAccounts {
  readonly parents: readonly { readonly email: string; readonly password: string }[];
}

/** The built host with the demo town in this folder, as a process of its own; and how long it took to answer. */
export async function startDemoHost(folder: string): Promise<{ host: ChildProcess; ms: number }> {
  const begun = performance.now();
  const host = spawn(process.execPath, ['out/main/host.js', '--demo'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PREAU_DATA: folder, PREAU_STAFF_PORT: String(STAFF_PORT), PREAU_PORTAL_PORT: String(PORTAL_PORT), PREAU_NOW: '2026-11-05T10:01' },
  });
  for (;;) {
    if (host.exitCode !== null) throw new Error('the host stopped');
    const answer = await fetch(`${PORTAL}/healthz`).catch(() => null);
    if (answer?.ok) return { host, ms: performance.now() - begun };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function endHost(host: ChildProcess): Promise<void> {
  const ended = once(host, 'exit');
  host.kill('SIGTERM');
  await ended;
}

/** A session's cookie of each parent of the demo. */
export function signInAll(folder: string): Promise<string[]> {
  const { parents } = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccounts;
  return Promise.all(parents.map(({ email, password }) => signIn(email, password)));
}

async function signIn(login: string, password: string): Promise<string> {
  const answer = await fetch(`${PORTAL}/api/session`, {
    method: 'POST', body: JSON.stringify({ login, password, remember: false }),
    headers: { 'content-type': 'application/json', 'origin': PORTAL, 'x-preau': '1' },
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || !cookie) throw new Error(`sign-in refused: ${answer.status} ${await answer.text()}`);
  return cookie;
}

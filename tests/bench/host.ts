import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measure } from './table';

const STAFF_PORT = 4390;
const PORTAL_PORT = 4391;
const PORTAL = `http://127.0.0.1:${PORTAL_PORT}`;
const AT_ONCE = 10;
const PAGES = 1500;

interface DemoAccounts {
  readonly parents: readonly { readonly email: string; readonly password: string }[];
}

/** The built host with the demo town, as a process of its own: start, pages a second, memory. */
export async function benchHost(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'preau-bench-'));
  const first = await start(folder);
  await end(first.host);
  const second = await start(folder);
  try {
    const { parents } = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccounts;
    const cookies = await Promise.all(parents.map((parent) => signIn(parent.email, parent.password)));
    await load(cookies, 200);
    const perSecond = await load(cookies, PAGES);
    const alone = await latencies(cookies[0]!, 200);
    return [
      { name: 'first start, building the demo town', value: first.ms / 1000, unit: 's', goal: { kind: 'atMost', value: 20 } },
      { name: 'start with the demo town', value: second.ms / 1000, unit: 's', goal: { kind: 'atMost', value: 3 } },
      { name: 'portal: week pages a second', value: perSecond, unit: '/s', goal: { kind: 'atLeast', value: 300 }, rival: 11 },
      { name: 'portal: a week page alone, p95', value: alone, unit: 'ms', goal: { kind: 'atMost', value: 50 } },
      { name: 'memory of the host after that', value: memoryOf(second.host) / 1e6, unit: 'MB', goal: { kind: 'atMost', value: 300 } },
    ];
  } finally {
    await end(second.host);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder: string): Promise<{ host: ChildProcess; ms: number }> {
  const begun = performance.now();
  const host = spawn(process.execPath, ['out/main/host.js', '--demo'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PREAU_DATA: folder, PREAU_STAFF_PORT: String(STAFF_PORT), PREAU_PORTAL_PORT: String(PORTAL_PORT) },
  });
  for (;;) {
    if (host.exitCode !== null) throw new Error('the host stopped');
    const answer = await fetch(`${PORTAL}/healthz`).catch(() => null);
    if (answer?.ok) return { host, ms: performance.now() - begun };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function end(host: ChildProcess): Promise<void> {
  const ended = once(host, 'exit');
  host.kill('SIGTERM');
  await ended;
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

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const WEEK = `${PORTAL}/rpc/bookings.period?input=${encodeURIComponent('{}')}`;

function ask(cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request(WEEK, { agent, headers: { cookie } }, (answer) => {
      answer.resume();
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`week page: ${answer.statusCode}`))));
    }).on('error', reject).end();
  });
}

async function load(cookies: readonly string[], pages: number): Promise<number> {
  const begun = performance.now();
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < pages) {
      next += 1;
      await ask(cookies[next % cookies.length]!);
    }
  }));
  return pages / ((performance.now() - begun) / 1000);
}

async function latencies(cookie: string, count: number): Promise<number> {
  const samples: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const begun = performance.now();
    await ask(cookie);
    samples.push(performance.now() - begun);
  }
  return samples.sort((left, right) => left - right)[Math.floor(count * 0.95)]!;
}

/** Resident memory in bytes (Linux). */
function memoryOf(host: ChildProcess): number {
  const status = readFileSync(`/proc/${host.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

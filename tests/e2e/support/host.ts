import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { copyTemplate, isDemoDay } from './demo-template';

const HOST = fileURLToPath(new URL('../../../out/main/host.js', import.meta.url));
const READY_WITHIN_MS = 60_000;
const CLOSED_WITHIN_MS = 15_000;

export interface HostOptions {
  /** The demo town instead of an empty data folder. */
  readonly demo?: boolean;
  /** The town's clock at the start, `2026-11-05T10:01`. */
  readonly now?: string;
  /** A folder of an earlier host; otherwise a temporary one, removed at the end. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take until it answers; a minute unless it has a town to build first. */
  readonly readyWithinMs?: number;
}

/** The built program, running on ports of its own. */
export interface BuiltHost {
  readonly staffUrl: string;
  readonly portalUrl: string;
  readonly dataFolder: string;
  /** All that it printed so far. */
  output(): string;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut. `keepData` leaves the temporary folder for another host. */
  kill(options?: { keepData?: boolean }): Promise<void>;
}

/** Starts `out/main/host.js` and waits until it answers. Throws with what it printed when it does not. */
export async function startBuiltHost(options: HostOptions = {}): Promise<BuiltHost> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'preau-e2e-')));
  if (options.demo && isDemoDay(options.now) && options.dataFolder === undefined) await copyTemplate(dataFolder);
  const [staffPort, portalPort] = await freePorts();
  const staffUrl = `http://127.0.0.1:${staffPort}`;
  const portalUrl = `http://127.0.0.1:${portalPort}`;
  const child = spawn(process.execPath, [HOST, ...(options.demo ? ['--demo'] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env, PREAU_DATA: dataFolder, PREAU_STAFF_PORT: String(staffPort), PREAU_PORTAL_PORT: String(portalPort),
      PREAU_PUBLIC_URL: portalUrl, PREAU_TEST: '1', ...(options.now ? { PREAU_NOW: options.now } : {}), ...options.env,
    },
  });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  const removeFolder = async (): Promise<void> => {
    if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  const end = async (signal: NodeJS.Signals, keepData = false): Promise<number | null> => {
    const code = await endOf(child, signal);
    if (!keepData) await removeFolder();
    return code;
  };
  try {
    const doors = [...(options.env?.PREAU_STAFF_PORT === 'off' ? [] : [staffUrl]), ...(options.env?.PREAU_PORTAL_PORT === 'off' ? [] : [portalUrl])];
    await Promise.all(doors.map(async (url) => untilHealthy(url, child, options.readyWithinMs ?? READY_WITHIN_MS)));
  } catch (error) {
    await end('SIGKILL');
    throw new Error(`the host did not start: ${String(error)}\n${printed}`, { cause: error });
  }
  return {
    staffUrl, portalUrl, dataFolder,
    output: () => printed,
    stop: () => end('SIGTERM'),
    kill: async ({ keepData = false } = {}) => void (await end('SIGKILL', keepData)),
  };
}

/**
 * Playwright's test with a built host for each file that says `test.use({ hostOptions: { … } })` at
 * its top (Playwright starts a worker anew for them): what one file changes no other one meets.
 */
export const test = base.extend<object, { hostOptions: HostOptions; host: BuiltHost }>({
  hostOptions: [{}, { option: true, scope: 'worker' }],
  host: [
    async ({ hostOptions }, use) => {
      const host = await startBuiltHost(hostOptions);
      await use(host);
      await host.stop();
    },
    { scope: 'worker', timeout: READY_WITHIN_MS + CLOSED_WITHIN_MS },
  ],
});

export { expect } from '@playwright/test';

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) await once(server.close(), 'close');
  return [ports[0]!, ports[1]!];
}

async function untilHealthy(url: string, child: ChildProcess, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`exit code ${child.exitCode}`);
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url}/healthz did not answer`);
}

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  const forced = setTimeout(() => child.kill('SIGKILL'), CLOSED_WITHIN_MS);
  await ended;
  clearTimeout(forced);
  return child.exitCode;
}

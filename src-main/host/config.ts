import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../kernel/errors';
import type { LocalDateTime } from '../kernel/local-date';
import type { Tls } from '../platform/http/listen';
import { parseStartTime, readPort } from './config-values';

/** How a host runs; see docs/deploy.md. */
export interface HostConfig {
  readonly dataFolder: string;
  /** Null: no staff door over HTTP (the desktop window has its own). */
  readonly staffPort: number | null;
  /** Null: the portal is off. */
  readonly portalPort: number | null;
  readonly bind: string;
  /** The portal's address as parents type it; null = the one that is listened on. */
  readonly publicUrl: string | null;
  readonly tls: Tls | null;
  readonly trustProxy: boolean;
  readonly demo: boolean;
  /** Demo and tests only: the clock starts at this wall-clock time and ticks on. */
  readonly startsAt: LocalDateTime | null;
  readonly staffPages: string;
  readonly portalPages: string;
}

type Env = Readonly<Record<string, string | undefined>>;

export const FLAGS = {
  demo: { type: 'boolean' }, data: { type: 'string' }, 'staff-port': { type: 'string' }, 'portal-port': { type: 'string' },
  bind: { type: 'string' }, 'public-url': { type: 'string' }, cert: { type: 'string' }, key: { type: 'string' },
  'trust-proxy': { type: 'boolean' }, now: { type: 'string' },
} as const;

/**
 * Reads flags (`--data`, `--staff-port` …) and environment (`PREAU_DATA`, `PREAU_STAFF_PORT` …);
 * a flag wins. `outFolder` holds the built pages. Throws AppError `host.…` with the reason.
 */
export function readConfig(args: readonly string[], env: Env, outFolder: string): HostConfig {
  const flags = readFlags(args);
  const demo = flags.demo === true || env.PREAU_DEMO === '1';
  const bind = flags.bind ?? env.PREAU_BIND ?? '127.0.0.1';
  const tls = readTls(flags.cert ?? env.PREAU_TLS_CERT, flags.key ?? env.PREAU_TLS_KEY);
  const trustProxy = flags['trust-proxy'] === true || env.PREAU_TRUST_PROXY === '1';
  if (!isLoopback(bind) && !tls && !trustProxy) throw new AppError('host.bindInsecure', { address: bind });
  const now = flags.now ?? env.PREAU_NOW;
  if (now !== undefined && !demo && env.PREAU_TEST !== '1') throw new AppError('host.nowOutsideDemo');
  return {
    dataFolder: resolve(flags.data ?? env.PREAU_DATA ?? defaultDataFolder(env, demo)),
    staffPort: readPort(flags['staff-port'] ?? env.PREAU_STAFF_PORT, 4310),
    portalPort: readPort(flags['portal-port'] ?? env.PREAU_PORTAL_PORT, 4320),
    bind,
    publicUrl: readPublicUrl(flags['public-url'] ?? env.PREAU_PUBLIC_URL),
    tls,
    trustProxy,
    demo,
    startsAt: now === undefined ? null : parseStartTime(now),
    staffPages: join(outFolder, 'renderer'),
    portalPages: join(outFolder, 'portal'),
  };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values;
  } catch {
    throw new AppError('host.unknownFlag', { flags: Object.keys(FLAGS).map((name) => `--${name}`).join(', ') });
  }
}

export const isLoopback = (address: string): boolean => address === 'localhost' || address === '::1' || address.startsWith('127.');

function readTls(cert: string | undefined, key: string | undefined): Tls | null {
  if (!cert && !key) return null;
  if (!cert || !key) throw new AppError('host.tlsIncomplete');
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } catch {
    throw new AppError('host.tlsUnreadable', { cert, key });
  }
}

function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new AppError('host.publicUrl', { url: text });
  return text.replace(/\/+$/, '');
}

function defaultDataFolder(env: Env, demo: boolean): string {
  const name = demo ? 'preau-demo' : 'preau';
  if (process.platform === 'win32') return join(env.APPDATA ?? homedir(), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), name);
}

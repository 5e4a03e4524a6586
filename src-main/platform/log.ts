import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Logger } from 'pino';

export type { Logger } from 'pino';

const SECRETS = ['password', '*.password', 'token', '*.token', 'authorization', '*.authorization', 'cookie', '*.cookie'];

/** The program's log, one JSON line an entry, in `<data folder>/logs/preau.log`. Secrets are struck out. */
export function openLog(dataFolder: string): Logger {
  mkdirSync(join(dataFolder, 'logs'), { recursive: true });
  const destination = pino.destination({ dest: join(dataFolder, 'logs', 'preau.log'), sync: true });
  return pino({ redact: SECRETS, base: null }, destination);
}

export const silentLog = (): Logger => pino({ enabled: false });

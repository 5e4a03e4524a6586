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
  return pino({ redact: SECRETS, base: null, serializers: { err: plainError } }, destination);
}

export const silentLog = (): Logger => pino({ enabled: false });

/**
 * What the log keeps of an error: what happened and where. Nothing that hangs on it besides: the
 * database's errors carry the statement with every value in it, a child's health among them; of it
 * only which table.
 */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const statement = 'sql' in error && typeof error.sql === 'string' ? /^\s*(INSERT INTO|UPDATE|DELETE FROM|SELECT)(\s+[`"]?\w+)?/.exec(error.sql)?.[0].trim() : undefined;
  return { type: name, message, stack, code, statement, ...(cause instanceof Error && { cause: plainError(cause) }) };
}

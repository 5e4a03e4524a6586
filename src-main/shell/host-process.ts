import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../host/config';
import { startHost } from '../host/start';
import { startLines } from '../host/start-lines';
import { wording } from '../host/wording';
import { AppError } from '../kernel/errors';
import { serveShell } from './host-service';

const outFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Entry of Electron's utility process: the same host as under plain Node, told by the shell. */
void serveShell({
  parent: process.parentPort,
  start: async () => {
    const host = await startHost(readConfig(process.argv.slice(2), process.env, outFolder));
    process.stdout.write(`${startLines(host).join('\n')}\n`);
    return host;
  },
  sentenceOf: (failure) => (failure instanceof AppError ? (wording[failure.code]?.(failure.details) ?? null) : null),
  report: (failure) => process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`),
  exit: (code) => process.exit(code),
});

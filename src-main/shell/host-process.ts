import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../host/config';
import { keepHost } from '../host/keep-host';
import { startLines } from '../host/start-lines';
import { wording } from '../host/wording';
import { AppError } from '../kernel/errors';
import { serveShell } from './host-service';
import { printByShell } from './print-by-shell';

const report = (failure: unknown): void => void process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);

const outFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Entry of Electron's utility process: the same host as under plain Node, told by the shell. */
void serveShell({
  parent: process.parentPort,
  start: async () => {
    const host = await keepHost(readConfig(process.argv.slice(2), process.env, outFolder), (failure) => {
      report(failure);
      process.exit(1); // the shell shows its page, with a way to start again
    }, { printHtml: printByShell(process.parentPort) });
    process.stdout.write(`${startLines(host).join('\n')}\n`);
    return host;
  },
  sentenceOf: (failure) => (failure instanceof AppError ? (wording[failure.code]?.(failure.details) ?? null) : null),
  report,
  exit: (code) => process.exit(code),
});

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../kernel/errors';
import { readConfig } from './config';
import { keepHost } from './keep-host';
import { restoreByCommand, takeRestore } from './restore-command';
import { DEMO_IN_PREPARATION, startLines } from './start-lines';
import { wording } from './wording';

const outFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The host under plain Node: servers, CI, demos, and wherever there is no Electron. */
async function main(): Promise<void> {
  const { backup, rest } = takeRestore(process.argv.slice(2));
  const config = readConfig(rest, process.env, outFolder);
  if (backup !== null) return console.log(await restoreByCommand(config.dataFolder, backup));
  if (config.demo) console.log(DEMO_IN_PREPARATION);
  const host = await keepHost(config, fail);
  console.log(startLines(host).join('\n'));
  let closing = false;
  const end = (): void => {
    if (closing) return;
    closing = true;
    void host.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** One clear sentence and a non-zero exit; unforeseen errors stand in full in the terminal. */
function fail(failure: unknown): never {
  const sentence = failure instanceof AppError ? wording[failure.code]?.(failure.details) : null;
  console.error(sentence ?? 'Préau n’a pas pu démarrer. Détail pour la personne qui s’occupe de l’informatique :');
  if (!sentence) console.error(failure);
  process.exit(1);
}

main().catch(fail);

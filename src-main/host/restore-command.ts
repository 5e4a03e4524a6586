import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { settleRestored } from '../features/backups/settle-restored';
import { AppError } from '../kernel/errors';
import { MIGRATIONS } from '../migrations';
import { applyPendingRestore } from '../platform/backup/apply-restore';
import { DATABASE, isBackupId } from '../platform/backup/manifest';
import { prepareRestore } from '../platform/backup/prepare-restore';
import { backupsFolder } from '../platform/backup/write-backup';
import { systemClock } from '../platform/clock';
import { lockFolder } from '../platform/database/folder-lock';
import { VERSION } from './version';

/** Takes `--restore <backup>` out of a command line: the backup (null when it is not asked for) and the other arguments. */
export function takeRestore(args: readonly string[]): { readonly backup: string | null; readonly rest: readonly string[] } {
  const index = args.findIndex((argument) => argument === '--restore' || argument.startsWith('--restore='));
  if (index < 0) return { backup: null, rest: args };
  const joined = args[index]!.startsWith('--restore=');
  const backup = joined ? args[index]!.slice('--restore='.length) : args[index + 1];
  return { backup: backup ?? '', rest: args.filter((_, at) => at !== index && (joined || at !== index + 1)) };
}

/**
 * Restores from the command line, for when the program does not start. `named` is a backup's folder,
 * or its name in the data folder's own. Returns what to print. Throws AppError.
 */
export async function restoreByCommand(dataFolder: string, named: string): Promise<string> {
  const folder = existsSync(resolve(named)) ? resolve(named) : join(backupsFolder(dataFolder), named);
  const id = basename(folder);
  if (!isBackupId(id) || !existsSync(folder)) throw new AppError('backups.notFound', { backup: named }, 'notFound');
  mkdirSync(dataFolder, { recursive: true });
  const lock = await lockFolder(dataFolder);
  try {
    await prepareRestore({
      dataFolder, root: dirname(folder), id, by: 'ligne de commande', program: VERSION, migrations: MIGRATIONS, clock: systemClock,
      settle: (db, restored) => settleRestored(db, systemClock, { kind: 'system', name: 'Préau (ligne de commande)' }, restored, null),
    });
    const outcome = await applyPendingRestore({ dataFolder, clock: systemClock, migrations: MIGRATIONS });
    if (outcome?.kind === 'abandoned') throw new AppError(outcome.code, outcome.details, 'conflict');
  } finally {
    await lock.release();
  }
  return `La sauvegarde ${id} est restaurée dans ${join(dataFolder, DATABASE)}. Vous pouvez démarrer Préau.`;
}

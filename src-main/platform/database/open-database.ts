import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../kernel/errors';
import { checkBackup } from '../backup/check-backup';
import { DATABASE } from '../backup/manifest';
import { backupsFolder, writeBackup } from '../backup/write-backup';
import type { Clock } from '../clock';
import { Database } from './database';
import { lockFolder } from './folder-lock';
import { migrate } from './migrate';
import type { Migration } from './migrate';

/** A database open in its data folder, with the folder held. */
export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

export interface OpeningOptions {
  /** Runs once the folder is held, before any file is opened: nobody else can touch them. */
  readonly onceHeld?: () => void | Promise<void>;
  /** Version of the program, for the backup before a migration. */
  readonly program?: string;
}

/**
 * Takes the folder, migrates the database after a backup, and opens it. Throws AppError with one clear reason:
 * `platform.folderUnwritable`, `platform.folderInUse`, `platform.databaseNewer`, `platform.databaseDiverges`,
 * `platform.databaseDamaged`.
 */
export async function openDatabase(dataFolder: string, migrations: readonly Migration[], clock: Clock, options: OpeningOptions = {}): Promise<OpenDatabase> {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
  } catch {
    throw new AppError('platform.folderUnwritable', { folder: dataFolder });
  }
  const lock = await lockFolder(dataFolder);
  try {
    await options.onceHeld?.();
    const file = join(dataFolder, DATABASE);
    await migrate(file, migrations, clock, async () => {
      const at = clock.now();
      const { id } = await writeBackup({ dataFolder, reason: 'migration', by: 'Préau', at, program: options.program ?? '' });
      await checkBackup({ root: backupsFolder(dataFolder), id, migrations, at, thorough: false });
    });
    const db = await Database.open(file);
    return {
      db,
      close: async () => {
        await db.close();
        await lock.release();
      },
    };
  } catch (failure) {
    await lock.release();
    throw isDamage(failure) ? new AppError('platform.databaseDamaged', { folder: dataFolder }) : failure;
  }
}

const isDamage = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && (failure.code === 'SQLITE_CORRUPT' || failure.code === 'SQLITE_NOTADB');

import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../kernel/errors';
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

/**
 * Takes the folder, migrates the database and opens it; `onceHeld` runs between, when nobody else can
 * touch the files. Throws AppError with one clear reason:
 * `platform.folderUnwritable`, `platform.folderInUse`, `platform.databaseNewer`, `platform.databaseDiverges`.
 */
export async function openDatabase(dataFolder: string, migrations: readonly Migration[], clock: Clock, onceHeld?: () => void): Promise<OpenDatabase> {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
  } catch {
    throw new AppError('platform.folderUnwritable', { folder: dataFolder });
  }
  const lock = await lockFolder(dataFolder);
  try {
    onceHeld?.();
    const file = join(dataFolder, 'preau.sqlite');
    await migrate(file, migrations, clock);
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
    throw failure;
  }
}

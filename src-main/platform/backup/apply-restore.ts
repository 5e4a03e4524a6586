import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { AppError } from '../../kernel/errors';
import type { RefusalDetails } from '../../kernel/errors';
import type { Clock } from '../clock';
import type { Migration } from '../database/known-migrations';
import { RawConnection } from '../database/raw-connection';
import { checkBackup } from './check-backup';
import { settleFolder, sha256OfFile } from './durable';
import { DATABASE } from './manifest';
import { dropMarker, preparedDatabase, readMarker } from './restore-marker';
import type { RestoreMarker } from './restore-marker';
import { backupsFolder, writeBackup } from './write-backup';

/** What became of a restore that waited. */
export type RestoreOutcome =
  | { readonly kind: 'done'; readonly backup: string }
  | { readonly kind: 'abandoned'; readonly code: string; readonly details: RefusalDetails };

export type ApplyStep = 'began' | 'backedUp' | 'folded' | 'cleared' | 'renamed';

export interface ApplyOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly migrations: readonly Migration[];
  /** Tests cut the power here. */
  readonly onStep?: (step: ApplyStep) => void;
  readonly freeBytes?: (folder: string) => Promise<number>;
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/**
 * Brings about the restore that waits, with the folder held and no database open: first a backup of
 * the present, then the swap. Each step may be cut short: the next start goes on, so that a folder
 * that opens holds the old data whole or the new data whole. Null when nothing waits. A present
 * that cannot be backed up for want of room is kept, and the restore given up.
 */
export async function applyPendingRestore(options: ApplyOptions): Promise<RestoreOutcome | null> {
  const { dataFolder, onStep } = options;
  const marker = await readMarker(dataFolder);
  if (!marker) return null;
  onStep?.('began');
  const prepared = preparedDatabase(dataFolder);
  if (await exists(prepared)) {
    const trouble = (await sha256OfFile(prepared)) === marker.sha256 ? await keepPresent(options, marker) : new AppError('backups.damaged', { problem: 'hash' });
    if (trouble) {
      await dropMarker(dataFolder);
      return { kind: 'abandoned', code: trouble.code, details: trouble.details };
    }
    onStep?.('backedUp');
    await swap(options, prepared);
  }
  onStep?.('renamed');
  await dropMarker(dataFolder);
  return { kind: 'done', backup: marker.backup };
}

/** The way back. Gives the reason when there would be none; a database that cannot be read any more is put aside as it is. */
async function keepPresent({ dataFolder, clock, migrations, freeBytes }: ApplyOptions, marker: RestoreMarker): Promise<AppError | null> {
  const root = backupsFolder(dataFolder);
  if (!(await exists(join(dataFolder, DATABASE))) || (await exists(join(root, marker.safety)))) return null;
  try {
    const { id } = await writeBackup({ dataFolder, reason: 'restore', by: marker.by, at: clock.now(), program: marker.program, id: marker.safety, freeBytes });
    await checkBackup({ root, id, migrations, at: clock.now(), thorough: false });
    return null;
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    if (failure.code !== 'backups.databaseDamaged') return failure;
    await rename(join(dataFolder, DATABASE), join(dataFolder, `abimee-${marker.safety}.sqlite`));
    return null;
  }
}

async function swap({ dataFolder, onStep }: ApplyOptions, prepared: string): Promise<void> {
  const present = join(dataFolder, DATABASE);
  if (await exists(present)) await foldLog(present);
  onStep?.('folded');
  // A log beside a database that it does not belong to would spoil it: gone before the swap.
  for (const end of ['-wal', '-shm']) await rm(`${present}${end}`, { force: true });
  await settleFolder(dataFolder);
  onStep?.('cleared');
  await rename(prepared, present);
  await settleFolder(dataFolder);
}

/** After a crash the last writes stand in the log only: into the file with them. */
async function foldLog(file: string): Promise<void> {
  const connection = await RawConnection.open(file, sqlite3.OPEN_READWRITE);
  try {
    await connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await connection.close();
  }
}

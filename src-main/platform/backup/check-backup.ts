import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { AppError } from '../../kernel/errors';
import type { Instant } from '../../kernel/local-date';
import { refuseStrangers } from '../database/known-migrations';
import type { Migration } from '../database/known-migrations';
import { RawConnection } from '../database/raw-connection';
import { sha256OfFile, writeDurably } from './durable';
import { holdingOf } from './holding';
import { CHECK, DATABASE, FILE_LIST, readBackup } from './manifest';
import type { BackupCheck, BackupProblem, Manifest } from './manifest';
import { damagedIn, missingIn, readFileList } from './shared-files';
import { storeOf } from './write-backup';

export interface CheckOrder {
  readonly root: string;
  readonly id: string;
  readonly migrations: readonly Migration[];
  readonly at: Instant;
  /** Reads every stored file again, not only its size. */
  readonly thorough: boolean;
}

/** Reopens a backup and proves that it restores; the answer is kept beside it. */
export async function checkBackup(order: CheckOrder): Promise<BackupCheck> {
  const check = await judge(order);
  await writeDurably(join(order.root, order.id, CHECK), JSON.stringify(check));
  return check;
}

/** The same, without keeping the answer: a disk that may only be read. */
export async function judge({ root, id, migrations, at, thorough }: CheckOrder): Promise<BackupCheck> {
  const { manifest } = await readBackup(root, id);
  const files = await readFileList(join(root, id, FILE_LIST)).catch(() => null);
  if (!manifest || !files) return { at, problem: 'unreadable', missingFiles: 0 };
  const problem = await problemOf(join(root, id, DATABASE), manifest, migrations);
  const missing = await (thorough ? damagedIn : missingIn)(storeOf(root), files);
  return { at, problem, missingFiles: missing.length };
}

async function problemOf(file: string, manifest: Manifest, migrations: readonly Migration[]): Promise<BackupProblem | null> {
  const hash = await sha256OfFile(file).catch(() => null);
  if (hash === null) return 'unreadable';
  if (hash !== manifest.database.sha256) return 'hash';
  const connection = await RawConnection.open(file, sqlite3.OPEN_READONLY).catch(() => null);
  if (!connection) return 'unreadable';
  try {
    return await problemWithin(connection, manifest, migrations);
  } catch (failure) {
    if (failure instanceof AppError) return failure.code === 'platform.databaseNewer' ? 'newer' : 'diverges';
    return 'integrity';
  } finally {
    await connection.close();
  }
}

async function problemWithin(connection: RawConnection, manifest: Manifest, migrations: readonly Migration[]): Promise<BackupProblem | null> {
  const [integrity] = await connection.all<{ integrity_check: string }>('PRAGMA integrity_check');
  if (integrity?.integrity_check !== 'ok') return 'integrity';
  if ((await connection.all('PRAGMA foreign_key_check')).length > 0) return 'links';
  const holding = await holdingOf(connection);
  refuseStrangers(holding.migrations, migrations);
  const same = Object.entries({ ...manifest.counts, ...holding.counts }).every(([table]) => manifest.counts[table] === holding.counts[table]);
  return same ? null : 'counts';
}

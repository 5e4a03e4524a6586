import { mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { AppError } from '../../kernel/errors';
import type { Instant } from '../../kernel/local-date';
import { RawConnection } from '../database/raw-connection';
import { diskTrouble } from './disk-trouble';
import { settleFile, settleFolder, sha256OfFile, writeDurably } from './durable';
import { readHolding } from './holding';
import { DATABASE, FILE_LIST, MANIFEST, newBackupId, readBackup } from './manifest';
import type { Backup, BackupReason, Manifest } from './manifest';
import { copyMissing, fileListText, listFiles, missingIn } from './shared-files';

export type BackupStep = 'database' | 'files' | 'check' | 'second' | 'prepare' | 'restart';
/** Told as work goes on; what it throws ends the work (a test's full disk). */
export type OnStep = (step: BackupStep, done: number, total: number) => void;

export interface BackupOrder {
  readonly dataFolder: string;
  readonly reason: BackupReason;
  /** Who asked. */
  readonly by: string;
  readonly at: Instant;
  /** Version of the program. */
  readonly program: string;
  readonly id?: string;
  readonly onStep?: OnStep;
  /** Room on the disk of a folder, in bytes. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

export const backupsFolder = (dataFolder: string): string => join(dataFolder, 'backups');
export const storeOf = (folder: string): string => join(folder, 'files');
const TEMPORARY = /^\.(part|gone)-/;

export const freeBytesOn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/**
 * Makes a backup of a data folder while the program may go on working: the database as one instant
 * saw it, the stored files that no earlier backup holds, and a manifest. It appears under its name
 * once it is complete and on the disk. Throws AppError `backups.diskFull`, `backups.databaseDamaged`,
 * `backups.folderUnwritable` and other troubles of the disk, leaving nothing behind.
 */
export async function writeBackup(order: BackupOrder): Promise<Backup> {
  const root = backupsFolder(order.dataFolder);
  try {
    await mkdir(root, { recursive: true });
    await dropLeftovers(root);
    await askForRoom(order, root);
    const id = await freeName(root, order.id ?? newBackupId(order.at, order.reason));
    const part = join(root, `.part-${id}`);
    try {
      await mkdir(part);
      await fill(order, root, part);
      await rename(part, join(root, id));
    } catch (failure) {
      await rm(part, { recursive: true, force: true });
      throw failure;
    }
    await settleFolder(root);
    return await readBackup(root, id);
  } catch (failure) {
    throw diskTrouble(failure, root);
  }
}

async function fill(order: BackupOrder, root: string, part: string): Promise<void> {
  const copy = join(part, DATABASE);
  order.onStep?.('database', 0, 1);
  await copyDatabase(join(order.dataFolder, DATABASE), copy);
  const holding = await readHolding(copy);
  // Listed after the database was copied: a file is stored before any row names it.
  const files = await listFiles(storeOf(order.dataFolder));
  await copyMissing(storeOf(order.dataFolder), storeOf(root), files, (done, total) => order.onStep?.('files', done, total));
  const manifest: Manifest = {
    format: 1, at: order.at, reason: order.reason, by: order.by, program: order.program, ...holding,
    database: { bytes: (await stat(copy)).size, sha256: await sha256OfFile(copy) },
    files: { count: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
  };
  await writeDurably(join(part, FILE_LIST), fileListText(files));
  await writeDurably(join(part, MANIFEST), JSON.stringify(manifest, null, 2));
}

/** Through a connection of its own: a reader never holds up those who write. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const connection = await RawConnection.open(from, sqlite3.OPEN_READWRITE);
  try {
    await connection.exec('PRAGMA busy_timeout = 5000');
    await connection.run('VACUUM INTO ?', [to]);
  } finally {
    await connection.close();
  }
  await settleFile(to);
}

/** What an interrupted work left behind. */
export async function dropLeftovers(root: string): Promise<void> {
  for (const name of (await readdir(root)).filter((entry) => TEMPORARY.test(entry))) await rm(join(root, name), { recursive: true, force: true });
}

async function askForRoom(order: BackupOrder, root: string): Promise<void> {
  const sizes = await Promise.all([DATABASE, `${DATABASE}-wal`].map((name) => stat(join(order.dataFolder, name)).then(({ size }) => size, () => 0)));
  const missing = await missingIn(storeOf(root), await listFiles(storeOf(order.dataFolder)));
  const needed = [...sizes, ...missing.map(({ bytes }) => bytes)].reduce((sum, bytes) => sum + bytes, 0);
  const free = await (order.freeBytes ?? freeBytesOn)(root);
  if (free < needed) throw new AppError('backups.diskFull', { folder: root, needed, free }, 'conflict');
}

async function freeName(root: string, wanted: string): Promise<string> {
  const taken = new Set(await readdir(root));
  let name = wanted;
  for (let turn = 2; taken.has(name); turn += 1) name = `${wanted}-${turn}`;
  return name;
}

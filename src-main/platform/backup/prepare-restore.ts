import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../kernel/errors';
import type { Instant } from '../../kernel/local-date';
import type { Clock } from '../clock';
import { Database } from '../database/database';
import type { Migration } from '../database/known-migrations';
import { migrate } from '../database/migrate';
import { judge } from './check-backup';
import { diskTrouble } from './disk-trouble';
import { settleFile, settleFolder, sha256OfFile } from './durable';
import { DATABASE, FILE_LIST, newBackupId, readBackup } from './manifest';
import { preparedDatabase, preparedFolder, writeMarker } from './restore-marker';
import { copyMissing, readFileList } from './shared-files';
import { storeOf } from './write-backup';
import type { OnStep } from './write-backup';

/** What the features are told of a restore, to settle the data that is brought back. */
export interface Restored {
  readonly at: Instant;
  readonly by: string;
  readonly backup: string;
  readonly takenAt: Instant;
  readonly safety: string;
}

export interface RestoreOrder {
  readonly dataFolder: string;
  /** The folder of backups, here or on the second disk. */
  readonly root: string;
  readonly id: string;
  readonly by: string;
  readonly program: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  /** Settles the data brought back before anybody sees it: sessions end, mails are held, the deed is told. */
  readonly settle: (db: Database, restored: Restored) => Promise<void>;
  readonly onStep?: OnStep;
}

/**
 * Makes a backup ready to take the place of the present data at the next start: checked, copied,
 * migrated, settled, on the disk. Until the marker is written nothing has changed; all that remains
 * afterwards is a rename. Throws AppError `backups.damaged`, `backups.newer` or a trouble of the disk.
 */
export async function prepareRestore(order: RestoreOrder): Promise<void> {
  const { dataFolder, root, id, clock } = order;
  const at = clock.now();
  order.onStep?.('check', 0, 1);
  const { manifest } = await readBackup(root, id);
  const { problem } = await judge({ root, id, migrations: order.migrations, at, thorough: false });
  if (problem === 'newer') throw new AppError('backups.newer', { program: manifest?.program ?? '' }, 'conflict');
  if (!manifest || problem !== null) throw new AppError('backups.damaged', { problem: problem ?? 'unreadable' }, 'conflict');
  const restored: Restored = { at, by: order.by, backup: id, takenAt: manifest.at, safety: newBackupId(at, 'restore') };
  try {
    const sha256 = await makeReady(order, restored);
    await writeMarker(dataFolder, { format: 1, backup: id, sha256, safety: restored.safety, by: order.by, program: order.program, at });
  } catch (failure) {
    await rm(preparedFolder(dataFolder), { recursive: true, force: true });
    throw diskTrouble(failure, dataFolder);
  }
}

async function makeReady({ dataFolder, root, id, migrations, clock, settle, onStep }: RestoreOrder, restored: Restored): Promise<string> {
  const prepared = preparedDatabase(dataFolder);
  await rm(preparedFolder(dataFolder), { recursive: true, force: true });
  await mkdir(preparedFolder(dataFolder));
  onStep?.('prepare', 0, 1);
  await copyFile(join(root, id, DATABASE), prepared);
  await migrate(prepared, migrations, clock, () => Promise.resolve()); // its own backup is what is being restored
  const db = await Database.open(prepared);
  try {
    await settle(db, restored);
  } finally {
    await db.close();
  }
  // Stored files are only ever added: those of the present stay for the way back.
  await copyMissing(storeOf(root), storeOf(dataFolder), await readFileList(join(root, id, FILE_LIST)), (done, total) => onStep?.('files', done, total));
  await settleFile(prepared);
  await settleFolder(preparedFolder(dataFolder));
  return sha256OfFile(prepared);
}

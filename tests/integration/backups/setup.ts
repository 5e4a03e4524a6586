import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupMessages } from '../../../src-main/features/backups/messages.fr';
import { backupsStaff } from '../../../src-main/features/backups/staff';
import { settleRestored } from '../../../src-main/features/backups/settle-restored';
import { MIGRATIONS } from '../../../src-main/migrations';
import { Backups } from '../../../src-main/platform/backup/backups';
import type { BackupsOptions } from '../../../src-main/platform/backup/backups';
import { prepareRestore } from '../../../src-main/platform/backup/prepare-restore';
import { FileStore } from '../../../src-main/platform/files/file-store';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { openTestDatabase, STAFF, TIME_ZONE } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

export const callerOf = createCallerFactory(backupsStaff);

/** A house whose backups may be given a full disk, with its data folder. */
export async function openHouse(options: Partial<BackupsOptions> = {}) {
  const house: TestDatabase = await openTestDatabase(backupMessages);
  const { dataFolder } = house.services.backups;
  const backups = new Backups({
    dataFolder, db: house.db, clock: house.clock, log: house.services.log, program: '0.1.0', migrations: MIGRATIONS,
    timeZone: () => Promise.resolve(TIME_ZONE), restart: () => undefined, ...options,
  });
  const services = { ...house.services, backups, files: new FileStore(join(dataFolder, 'files')) };
  return { ...house, services, backups, dataFolder, staff: callerOf({ ...house.doorOf(STAFF), services }) };
}
export type House = Awaited<ReturnType<typeof openHouse>>;

/** Makes a backup ready to be brought back at the next start. */
export const makeReady = ({ backups, dataFolder, clock }: House, id: string): Promise<void> => prepareRestore({
  dataFolder, root: backups.root, id, by: STAFF.name, program: '0.1.0', migrations: MIGRATIONS, clock,
  settle: (db, restored) => settleRestored(db, clock, STAFF, restored, null),
});

export const addSchool = ({ db }: Pick<House, 'db'>, code: string): Promise<number> =>
  db.write(() => db.run('INSERT INTO schools (code, name) VALUES ($code, $code)', { code }));
export const schoolsOf = async ({ db }: Pick<House, 'db'>): Promise<string[]> =>
  (await db.select<{ code: string }>('SELECT code FROM schools ORDER BY code')).map(({ code }) => code);

/** One byte of a file, turned over. */
export async function flipByte(path: string, at: number): Promise<void> {
  const handle = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  byte[0] = byte[0]! ^ 0xff;
  await handle.write(byte, 0, 1, at);
  await handle.close();
}

/** A folder elsewhere, as a disk that is plugged in. */
export function plugDisk(): { readonly folder: string; unplug(): void; plug(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'preau-disk-'));
  return { folder, unplug: () => rmSync(folder, { recursive: true }), plug: () => void mkdirSync(folder) };
}

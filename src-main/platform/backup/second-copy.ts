import { copyFile, mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { AppError } from '../../kernel/errors';
import { diskTrouble } from './disk-trouble';
import { settleFile, settleFolder, sha256OfFile } from './durable';
import { DATABASE, FILE_LIST, readBackup } from './manifest';
import type { OnStep } from './write-backup';
import { copyMissing, readFileList } from './shared-files';
import { dropLeftovers, storeOf } from './write-backup';

/** Backups lie in a folder of their own on a disk that holds other things too. */
export const secondRoot = (folder: string): string => join(folder, 'preau-sauvegardes');

/**
 * Proves that a folder can take second copies: it exists, may be written, lies outside of the data.
 * Throws AppError at the field `secondFolder`.
 */
export async function judgeSecondFolder(folder: string, dataFolder: string): Promise<void> {
  const refuse = (code: string): AppError => new AppError(code, { folder }, 'invalid', 'secondFolder');
  if (!isAbsolute(folder)) throw refuse('backups.folderRelative');
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw refuse('backups.folderGone');
  const [real, data] = await Promise.all([realpath(folder), realpath(dataFolder)]);
  if (isWithin(real, data) || isWithin(data, secondRoot(real))) throw refuse('backups.folderWithinData');
  try {
    const root = secondRoot(folder);
    await makeFolder(root);
    await writeFile(join(root, '.part-trial'), 'Préau');
    await rm(join(root, '.part-trial'));
  } catch {
    throw refuse('backups.folderUnwritable');
  }
}

const isWithin = (inner: string, outer: string): boolean => {
  const path = relative(outer, inner);
  return path === '' || (!path.startsWith('..') && !isAbsolute(path));
};

/** One level only: where nothing can be made, a recursive mkdir may go on for ever. */
async function makeFolder(path: string): Promise<void> {
  if (!(await stat(path).catch(() => null))?.isDirectory()) await mkdir(path);
}

/**
 * Copies a backup into a second folder, whole or not at all, and reads the copy back. Throws
 * AppError for troubles of that disk.
 */
export async function copyBackup(root: string, folder: string, id: string, onStep?: OnStep): Promise<void> {
  const second = secondRoot(folder);
  const part = join(second, `.part-${id}`);
  try {
    if (!(await stat(folder)).isDirectory()) throw new AppError('backups.folderGone', { folder }, 'conflict');
    await makeFolder(second);
    await dropLeftovers(second);
    await mkdir(part);
    const files = await readFileList(join(root, id, FILE_LIST));
    await copyMissing(storeOf(root), storeOf(second), files, (done, total) => onStep?.('second', done, total + 1));
    for (const name of await readdir(join(root, id))) {
      await copyFile(join(root, id, name), join(part, name));
      await settleFile(join(part, name));
    }
    const { manifest } = await readBackup(root, id);
    if ((await sha256OfFile(join(part, DATABASE))) !== manifest?.database.sha256) throw new AppError('backups.diskBroken', { folder }, 'conflict');
    await rename(part, join(second, id));
    await settleFolder(second);
  } catch (failure) {
    // The first failure is the one to tell; on a disk that is gone there is nothing to sweep.
    await rm(part, { recursive: true, force: true }).catch(() => undefined);
    throw diskTrouble(failure, folder);
  }
}

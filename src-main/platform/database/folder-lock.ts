import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { AppError } from '../../kernel/errors';

/** Holds a data folder for one process. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process. The lock is the operating system's, through a small
 * SQLite file held in an exclusive transaction, so it falls with the process, even on kill -9.
 * Throws AppError `platform.folderInUse` when another Préau lives in the folder.
 */
export function lockFolder(dataFolder: string): Promise<FolderLock> {
  return new Promise((resolve, reject) => {
    const file = join(dataFolder, 'preau.lock');
    const refuse = (): void => reject(new AppError('platform.folderInUse', { folder: dataFolder }, 'conflict'));
    const lock = new sqlite3.Database(file, (failure) => {
      if (failure) return reject(new AppError('platform.folderUnwritable', { folder: dataFolder }));
      lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE', (busy) => {
        if (busy) return lock.close(refuse);
        resolve({ release: () => new Promise((done) => lock.close(() => done())) });
      });
    });
  });
}

import { AppError } from '../../kernel/errors';

const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: 'backups.diskFull', EDQUOT: 'backups.diskFull', SQLITE_FULL: 'backups.diskFull',
  SQLITE_CORRUPT: 'backups.databaseDamaged', SQLITE_NOTADB: 'backups.databaseDamaged',
  ENOENT: 'backups.folderGone', ENOTDIR: 'backups.folderGone', ENODEV: 'backups.folderGone', ENXIO: 'backups.folderGone', EHOSTDOWN: 'backups.folderGone',
  EACCES: 'backups.folderUnwritable', EPERM: 'backups.folderUnwritable', EROFS: 'backups.folderUnwritable', SQLITE_CANTOPEN: 'backups.folderUnwritable', SQLITE_READONLY: 'backups.folderUnwritable',
  EIO: 'backups.diskBroken', SQLITE_IOERR: 'backups.diskBroken',
};

/** The refusal behind a failure of the disk or of SQLite; other failures come back as they are. */
export function diskTrouble(failure: unknown, folder: string): unknown {
  if (failure instanceof AppError) return failure;
  const code = failure instanceof Error && 'code' in failure ? REFUSALS[String(failure.code)] : undefined;
  return code === undefined ? failure : new AppError(code, { folder }, 'conflict');
}

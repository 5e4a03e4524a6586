import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_LIST, isBackupId, readBackup } from './manifest';
import type { Backup } from './manifest';
import { dropUnneeded, listFiles, readFileList } from './shared-files';
import { storeOf } from './write-backup';

/** The backups of a folder, newest first; none when the folder is not there. */
export async function listBackups(root: string): Promise<Backup[]> {
  const names = (await readdir(root).catch(() => [])).filter(isBackupId).sort().reverse();
  return Promise.all(names.map((id) => readBackup(root, id)));
}

/** Removes backups, then the stored files that no other backup needs. */
export async function removeBackups(root: string, ids: readonly string[]): Promise<void> {
  for (const id of ids.filter(isBackupId)) {
    // Out of the list in one step: half a backup is never seen.
    await rename(join(root, id), join(root, `.gone-${id}`));
    await rm(join(root, `.gone-${id}`), { recursive: true, force: true });
  }
  if (ids.length === 0) return;
  const needed = new Set<string>();
  for (const { id } of await listBackups(root)) {
    const files = await readFileList(join(root, id, FILE_LIST)).catch(() => null);
    if (!files) return; // what an unreadable one needs is unknown: nothing is removed
    for (const { sha256 } of files) needed.add(sha256);
  }
  await dropUnneeded(storeOf(root), needed);
}

/** What a folder of backups takes on the disk, in bytes. */
export async function bytesOf(root: string, backups: readonly Backup[]): Promise<number> {
  const databases = backups.reduce((sum, { manifest }) => sum + (manifest?.database.bytes ?? 0), 0);
  return (await listFiles(storeOf(root))).reduce((sum, { bytes }) => sum + bytes, databases);
}

import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../kernel/errors';
import { sha256Of, writeDurably } from './durable';

/** A stored file: named by its content, so it never changes and backups share it. */
export interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
}

const NAME = /^[0-9a-f]{64}$/;
/** Called as work goes on; what it throws ends the work. */
export type Told = (done: number, total: number) => void;

const pathOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
const sizeOf = (path: string): Promise<number | null> => stat(path).then(({ size }) => size, () => null);

/** The files of a store (`ab/abcd…`), none when the folder does not exist. */
export async function listFiles(folder: string): Promise<StoredFile[]> {
  const found: StoredFile[] = [];
  for (const shelf of (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of (await readdir(join(folder, shelf))).filter((file) => NAME.test(file))) {
      const bytes = await sizeOf(join(folder, shelf, name));
      if (bytes !== null) found.push({ sha256: name, bytes });
    }
  }
  return found.sort((left, right) => (left.sha256 < right.sha256 ? -1 : 1));
}

/** Those of `files` that a store lacks, or holds at another size. */
export async function missingIn(folder: string, files: readonly StoredFile[]): Promise<StoredFile[]> {
  const missing: StoredFile[] = [];
  for (const file of files) if ((await sizeOf(pathOf(folder, file.sha256))) !== file.bytes) missing.push(file);
  return missing;
}

/** Those of `files` whose content is no longer what their name says. */
export async function damagedIn(folder: string, files: readonly StoredFile[]): Promise<StoredFile[]> {
  const damaged: StoredFile[] = [];
  for (const file of files) {
    const bytes = await readFile(pathOf(folder, file.sha256)).catch(() => null);
    if (bytes === null || sha256Of(bytes) !== file.sha256) damaged.push(file);
  }
  return damaged;
}

/**
 * Copies what `to` lacks, each file whole or not at all. A file that is damaged where it comes from
 * is left out: its absence is told by the check. Returns how many were left out.
 */
export async function copyMissing(from: string, to: string, files: readonly StoredFile[], told: Told): Promise<number> {
  const missing = await missingIn(to, files);
  let leftOut = 0;
  for (const [index, { sha256 }] of missing.entries()) {
    told(index, missing.length);
    const bytes = await readFile(pathOf(from, sha256)).catch(() => null);
    if (bytes === null || sha256Of(bytes) !== sha256) {
      leftOut += 1;
      continue;
    }
    await mkdir(join(to, sha256.slice(0, 2)), { recursive: true });
    await writeDurably(pathOf(to, sha256), bytes);
  }
  told(missing.length, missing.length);
  return leftOut;
}

/** Removes the files of a store that nothing needs any more. */
export async function dropUnneeded(folder: string, needed: ReadonlySet<string>): Promise<void> {
  for (const { sha256 } of await listFiles(folder)) if (!needed.has(sha256)) await rm(pathOf(folder, sha256), { force: true });
}

export const fileListText = (files: readonly StoredFile[]): string => files.map(({ sha256, bytes }) => `${sha256} ${bytes}\n`).join('');

/** Reads a list of files. Throws AppError `backups.damaged` when it is none. */
export async function readFileList(path: string): Promise<StoredFile[]> {
  const text = await readFile(path, 'utf8').catch(() => null);
  const lines = text?.split('\n').filter((line) => line !== '');
  if (!lines || lines.some((line) => !/^[0-9a-f]{64} \d+$/.test(line))) throw new AppError('backups.damaged', { problem: 'unreadable' }, 'conflict');
  return lines.map((line) => ({ sha256: line.slice(0, 64), bytes: Number(line.slice(65)) }));
}

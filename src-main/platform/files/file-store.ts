import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../kernel/errors';

/** A file of the store: found again by its SHA-256, in lower-case hex. */
export interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes a file so that it survives a power cut; the tests lend one that fails. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>;

/**
 * Files by content, `<folder>/ab/<sha256>`: written beside, then moved into place, so that a file
 * that can be seen is whole. The same content is kept once. Nothing is ever changed or deleted.
 */
export class FileStore {
  private lastTemp = 0;
  private ready: Promise<void> | null = null;

  constructor(readonly folder: string, private readonly writeFile: WriteFile = writeDurably) {}

  /** Keeps bytes. Throws AppError `files.diskFull` when there is no room; nothing is left behind then. */
  async put(bytes: Uint8Array): Promise<StoredFile> {
    const sha256 = hashOf(bytes);
    const path = this.pathOf(sha256);
    const stored = { sha256, bytes: bytes.length };
    if (await isWhole(path, sha256)) return stored;
    this.ready ??= this.prepare();
    this.lastTemp += 1;
    const temp = join(this.tempFolder, String(this.lastTemp));
    try {
      await this.ready;
      await mkdir(dirname(path), { recursive: true });
      await this.writeFile(temp, bytes);
      await rename(temp, path);
      await keepName(dirname(path));
      return stored;
    } catch (failure) {
      this.ready = null;
      await rm(temp, { force: true });
      throw isDiskFull(failure) ? new AppError('files.diskFull', { folder: this.folder }, 'conflict') : failure;
    }
  }

  /** Bytes of a file. Throws AppError `files.missing` or `files.damaged`. */
  async read(sha256: string): Promise<Uint8Array> {
    const bytes = await bytesAt(this.pathOf(sha256));
    if (!bytes) throw new AppError('files.missing', { sha256 }, 'notFound');
    if (hashOf(bytes) !== sha256) throw new AppError('files.damaged', { sha256 }, 'conflict');
    return bytes;
  }

  /** Where a file lies, for backups. */
  pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`not a hash: ${sha256}`);
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  private get tempFolder(): string {
    return join(this.folder, 'temp');
  }

  /** What a crash left half-written goes: the data folder is held by this process alone. */
  private async prepare(): Promise<void> {
    await rm(this.tempFolder, { recursive: true, force: true });
    await mkdir(this.tempFolder, { recursive: true });
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isWhole = async (path: string, sha256: string): Promise<boolean> => {
  const bytes = await bytesAt(path);
  return bytes !== null && hashOf(bytes) === sha256;
};

async function bytesAt(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return null;
    throw failure;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name of a moved file lasts once its folder is flushed; Windows keeps names by itself and opens no folder. */
async function keepName(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (failure: unknown): string => (failure instanceof Error && 'code' in failure ? String(failure.code) : '');
const isDiskFull = (failure: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(failure));

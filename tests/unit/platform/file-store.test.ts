import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileStore } from '../../../src-main/platform/files/file-store';

const BYTES = new TextEncoder().encode('Facture F-2026-000123');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preau-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const storeAt = (name: string, write?: ConstructorParameters<typeof FileStore>[1]): FileStore => new FileStore(join(folder, name), write);

describe('the store of files', () => {
  it('keeps bytes under their hash, once', async () => {
    const store = storeAt('kept');
    const stored = await store.put(BYTES);
    expect(stored).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: BYTES.length });
    expect(await store.put(BYTES)).toEqual(stored);
    expect(await store.read(stored.sha256)).toEqual(BYTES);
    expect(await readdir(dirname(store.pathOf(stored.sha256)))).toEqual([stored.sha256]);
    expect(await readdir(join(folder, 'kept', 'temp'))).toEqual([]);
  });

  it('refuses a file that changed on the disk, and mends it when the same content is put again', async () => {
    const store = storeAt('damaged');
    const { sha256 } = await store.put(BYTES);
    await writeFile(store.pathOf(sha256), 'Facture F-2026-000124');
    await expect(store.read(sha256)).rejects.toMatchObject({ code: 'files.damaged' });
    await store.put(BYTES);
    expect(await store.read(sha256)).toEqual(BYTES);
  });

  it('tells a file that is gone, and takes no path for a hash', async () => {
    const store = storeAt('missing');
    await expect(store.read('a'.repeat(64))).rejects.toMatchObject({ code: 'files.missing', kind: 'notFound' });
    await expect(store.read('../../etc/passwd')).rejects.toThrow(RangeError);
  });

  it('tells a full disk in a refusal and leaves nothing behind', async () => {
    const store = storeAt('full', async (path, bytes) => {
      await writeFile(path, bytes.subarray(0, 4));
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    });
    await expect(store.put(BYTES)).rejects.toMatchObject({ code: 'files.diskFull' });
    expect(await readdir(join(folder, 'full', 'temp'))).toEqual([]);
    await expect(storeAt('other', () => Promise.reject(new Error('broken'))).put(BYTES)).rejects.toThrow('broken');
  });

  it('clears what a crash left half-written', async () => {
    const first = storeAt('crashed');
    await first.put(BYTES);
    await writeFile(join(folder, 'crashed', 'temp', '7'), 'half');
    await storeAt('crashed').put(new Uint8Array([1, 2, 3]));
    expect(await readdir(join(folder, 'crashed', 'temp'))).toEqual([]);
  });

  it('keeps many at a time', async () => {
    const store = storeAt('many');
    const stored = await Promise.all(Array.from({ length: 20 }, (_, index) => store.put(new Uint8Array([index % 10, 1]))));
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(10);
  });
});

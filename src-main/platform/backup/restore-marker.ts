import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../kernel/local-date';
import { settleFolder, writeDurably } from './durable';
import { DATABASE } from './manifest';

const shape = z.object({
  format: z.literal(1),
  /** The backup that is brought back. */
  backup: z.string(),
  /** Of the database made ready. */
  sha256: z.string(),
  /** Name that the backup of the moment before will have. */
  safety: z.string(),
  by: z.string(),
  program: z.string(),
  at: z.string().transform((text) => text as Instant),
});
/** "At the next start, this database takes the place of the other." */
export type RestoreMarker = Readonly<z.output<typeof shape>>;

const markerPath = (dataFolder: string): string => join(dataFolder, 'restore-pending.json');
/** Where a database is made ready to take the place of the present one. */
export const preparedFolder = (dataFolder: string): string => join(dataFolder, 'restore');
export const preparedDatabase = (dataFolder: string): string => join(preparedFolder(dataFolder), DATABASE);

export const writeMarker = (dataFolder: string, marker: RestoreMarker): Promise<void> => writeDurably(markerPath(dataFolder), JSON.stringify(marker));

/** The restore that waits, or null. */
export async function readMarker(dataFolder: string): Promise<RestoreMarker | null> {
  const text = await readFile(markerPath(dataFolder), 'utf8').catch(() => null);
  return text === null ? null : shape.parse(JSON.parse(text));
}

/** Nothing waits any more: the marker first, then what was made ready. */
export async function dropMarker(dataFolder: string): Promise<void> {
  await rm(markerPath(dataFolder), { force: true });
  await settleFolder(dataFolder);
  await rm(preparedFolder(dataFolder), { recursive: true, force: true });
}

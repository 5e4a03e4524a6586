import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../kernel/local-date';

/** Why a backup was made. */
export const BACKUP_REASONS = ['daily', 'asked', 'migration', 'issue', 'restore'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

const ID = new RegExp(`^\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}-\\d{3}Z-(${BACKUP_REASONS.join('|')})(-\\d+)?$`);
/** True for the name of a backup's folder; nothing else is ever read, copied or removed. */
export const isBackupId = (name: string): boolean => ID.test(name);
/** A backup's name: when, and why. */
export const newBackupId = (at: Instant, reason: BackupReason): string => `${at.replace(/[:.]/g, '-')}-${reason}`;

export const DATABASE = 'preau.sqlite';
export const MANIFEST = 'manifest.json';
export const CHECK = 'check.json';
/** Lines `sha256 bytes`: the stored files that the data needs. */
export const FILE_LIST = 'files.txt';

const instant = z.iso.datetime().transform((text) => text as Instant);

const manifestShape = z.object({
  format: z.literal(1),
  at: instant,
  reason: z.enum(BACKUP_REASONS),
  by: z.string(),
  program: z.string(),
  /** Which house made it; null before houses had a name. */
  house: z.string().nullable(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** Rows of every table. */
  counts: z.record(z.string(), z.int()),
  database: z.object({ bytes: z.int(), sha256: z.string() }),
  files: z.object({ count: z.int(), bytes: z.int() }),
});
/** What a backup says of itself. */
export type Manifest = Readonly<z.output<typeof manifestShape>>;

export const PROBLEMS = ['unreadable', 'hash', 'integrity', 'links', 'counts', 'newer', 'diverges'] as const;
const checkShape = z.object({
  at: instant,
  problem: z.enum(PROBLEMS).nullable(),
  /** Stored files that are absent or damaged: the data restores without them. */
  missingFiles: z.int(),
});
/** How a backup answered when it was reopened; `problem` null = it restores. */
export type BackupCheck = Readonly<z.output<typeof checkShape>>;
export type BackupProblem = (typeof PROBLEMS)[number];

export interface Backup {
  readonly id: string;
  /** Null when it cannot be read. */
  readonly manifest: Manifest | null;
  readonly check: BackupCheck | null;
}

/** One backup of a folder of backups, with what is known of it. */
export async function readBackup(root: string, id: string): Promise<Backup> {
  const [manifest, check] = await Promise.all([readOrNull(join(root, id, MANIFEST), manifestShape), readOrNull(join(root, id, CHECK), checkShape)]);
  return { id, manifest, check };
}

async function readOrNull<T>(path: string, shape: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null; // told as a backup that cannot be read
  }
}

import { z } from 'zod';

export type BackupReason = 'daily' | 'asked' | 'migration' | 'issue' | 'restore';
export const BACKUP_PLACES = ['here', 'second'] as const;
export type BackupPlace = (typeof BACKUP_PLACES)[number];

const whole = (least: number, most: number, sentence: string) => z.int(sentence).min(least, sentence).max(most, sentence);

export const backupSettingsInput = z.strictObject({
  hour: whole(0, 23, 'Choisissez une heure entre 0 h et 23 h.'),
  /** A folder of another disk, as the computer that runs Préau names it; empty = none. */
  secondFolder: z.string().trim().max(500, 'Ce chemin est trop long : 500 caractères au plus.').refine((path) => !path.includes('\u0000'), 'Ce chemin contient un caractère interdit.')
    .transform((path) => (path === '' ? null : path)),
  keepDays: whole(1, 60, 'Gardez entre 1 et 60 jours.'),
  keepWeeks: whole(0, 53, 'Gardez entre 0 et 53 semaines.'),
  keepMonths: whole(0, 120, 'Gardez entre 0 et 120 mois.'),
  version: z.int(),
});
export type BackupSettingsInput = z.output<typeof backupSettingsInput>;

export const backupRef = z.strictObject({
  id: z.string().max(60).regex(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z-(daily|asked|migration|issue|restore)(-\d+)?$/, 'Cette sauvegarde n’existe pas.'),
  place: z.enum(BACKUP_PLACES),
});
export type BackupRef = z.output<typeof backupRef>;

/** The person has read what will be lost, and said so. */
export const restoreInput = backupRef.extend({
  confirmed: z.literal(true, 'Cochez la case pour dire que vous avez lu ce qui sera perdu.'),
});

/** How a backup answered when it was reopened. Instants are ISO 8601 in UTC. */
export interface CheckLine {
  readonly at: string;
  /** Null = it restores; else why not, as a French sentence. */
  readonly problem: string | null;
  /** Papers that are absent from it. */
  readonly missingFiles: number;
}

/** A backup of the list. */
export interface BackupLine extends BackupRef {
  /** True when the second folder holds it as well. */
  readonly isTwice: boolean;
  readonly at: string;
  readonly reason: BackupReason;
  readonly by: string;
  /** What it holds, in words: "214 familles, 1 032 factures"; empty when it cannot be read. */
  readonly holds: string;
  readonly bytes: number;
  /** Null: not reopened yet. */
  readonly check: CheckLine | null;
  /** False for a backup of another house on a shared disk. */
  readonly isOurs: boolean;
}

export interface BackupSettingsView {
  readonly hour: number;
  readonly secondFolder: string;
  readonly keepDays: number;
  readonly keepWeeks: number;
  readonly keepMonths: number;
  readonly version: number;
}

/** What must be told about the backups; null = all is well. Shown on the page and the home page. */
export interface BackupsAlarm {
  /** The last backup that restores; null = none yet. */
  readonly lastAt: string | null;
  readonly alarms: readonly string[];
}

export interface BackupsOverview extends BackupsAlarm {
  readonly backups: readonly BackupLine[];
  readonly second: { readonly doneAt: string | null } | null;
  readonly usedBytes: number;
  readonly freeBytes: number | null;
  readonly settings: BackupSettingsView;
  /** The data in use was brought back from a backup; null once there is no way back any more. */
  readonly restored: {
    readonly at: string;
    readonly by: string;
    readonly takenAt: string;
    /** The backup of the moment before: the way back. */
    readonly safety: BackupRef;
  } | null;
}

export interface WorkProgress {
  /** The work under way: in words, with counts; null when there is none. */
  readonly running: { readonly kind: BackupReason | 'check' | 'restore'; readonly words: string; readonly done: number; readonly total: number; readonly since: string } | null;
  /** Why the last work failed, as a French sentence. */
  readonly problem: string | null;
}

/** What restoring a backup would bring and take. */
export interface RestorePreview extends BackupRef {
  readonly at: string;
  readonly reason: BackupReason;
  readonly townName: string | null;
  readonly holds: string;
  /** Null = it may be restored; else why not. */
  readonly problem: string | null;
  /** What was done since and would be lost, a line each: "12 réservations ou annulations". */
  readonly losses: readonly string[];
  /** What else to know before, a sentence each. */
  readonly warnings: readonly string[];
}

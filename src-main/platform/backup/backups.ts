import { AppError } from '../../kernel/errors';
import { dayOf, toLocal } from '../../kernel/local-date';
import type { Instant } from '../../kernel/local-date';
import type { Clock } from '../clock';
import type { Database } from '../database/database';
import type { Migration } from '../database/known-migrations';
import { WriteQueue } from '../database/write-queue';
import type { Logger } from '../log';
import type { RestoreOutcome } from './apply-restore';
import { readSettings, readState, writeState } from './backup-settings';
import type { BackupSettings, BackupState, Problem } from './backup-settings';
import { checkBackup } from './check-backup';
import { backupsToDrop } from './keep-rule';
import type { Backup, BackupCheck, BackupReason } from './manifest';
import { prepareRestore } from './prepare-restore';
import type { RestoreOrder } from './prepare-restore';
import { copyBackup, secondRoot } from './second-copy';
import { listBackups, removeBackups } from './tidy';
import { backupsFolder, writeBackup } from './write-backup';
import type { BackupStep, OnStep } from './write-backup';

export interface BackupsOptions {
  readonly dataFolder: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly program: string;
  readonly migrations: readonly Migration[];
  /** The town's time zone: a day ends at its midnight. */
  readonly timeZone: () => Promise<string>;
  /** Starts the program anew, so that a restore that waits comes about. */
  readonly restart: () => void;
  /** What became of a restore that waited for this start. */
  readonly restored?: RestoreOutcome | null;
  readonly freeBytes?: (folder: string) => Promise<number>;
  /** Tests fill the disk here. */
  readonly onStep?: OnStep;
}

/** Work under way, for a page that looks. */
export interface BackupProgress {
  readonly work: BackupReason | 'check' | 'restore';
  readonly step: BackupStep;
  readonly done: number;
  readonly total: number;
  readonly since: Instant;
}

/** How many of the last backups a second folder is given when it comes back. */
const CAUGHT_UP = 5;

/** Here beside the data, or in the second folder. */
export type BackupPlace = 'here' | 'second';

/** Makes, proves, keeps and brings back the backups of a house: one work at a time. */
export class Backups {
  private readonly queue = new WriteQueue();
  private running: BackupProgress | null = null;
  private lastProblem: Problem | null = null;
  private ending = false;

  constructor(private readonly options: BackupsOptions) {}

  /** The folder beside the data. */
  get root(): string {
    return backupsFolder(this.options.dataFolder);
  }

  get dataFolder(): string {
    return this.options.dataFolder;
  }

  get migrations(): readonly Migration[] {
    return this.options.migrations;
  }

  get restored(): RestoreOutcome | null {
    return this.options.restored ?? null;
  }

  /** The work under way, null when there is none. */
  get progress(): BackupProgress | null {
    return this.running;
  }

  /** Why the last work that was asked for failed; null when it went well. */
  get problem(): Problem | null {
    return this.lastProblem;
  }

  /** The folder of backups of a place. Throws AppError `backups.folderGone` when there is no second one. */
  async rootOf(place: BackupPlace): Promise<string> {
    if (place === 'here') return this.root;
    const { secondFolder } = await readSettings(this.options.db);
    if (secondFolder === null) throw new AppError('backups.folderGone', { folder: '' }, 'conflict');
    return secondRoot(secondFolder);
  }

  /**
   * Makes a backup, proves it, copies it to the second folder and drops what the rule no longer
   * keeps; after those asked before. A second folder that fails is told, and stops nothing.
   * Throws AppError `backups.…` when the first copy cannot be made, or does not restore.
   */
  make(reason: BackupReason, by: string): Promise<Backup> {
    return this.work(reason, async (onStep) => {
      try {
        const backup = await this.makeProved(reason, by, onStep);
        await this.keepState({ problem: null });
        await this.copyAndTidy(onStep);
        return backup;
      } catch (failure) {
        await this.keepState({ problem: problemOf(failure) });
        throw failure;
      }
    });
  }

  /** Reopens a backup, every stored file of it too. */
  check(place: BackupPlace, id: string): Promise<BackupCheck> {
    return this.work('check', async (onStep) => {
      onStep('check', 0, 1);
      return checkBackup({ root: await this.rootOf(place), id, migrations: this.options.migrations, at: this.options.clock.now(), thorough: true });
    });
  }

  /** Makes a backup ready and starts the program anew upon it. Nothing else is backed up any more until then. */
  restore(place: BackupPlace, order: Pick<RestoreOrder, 'id' | 'by' | 'settle'>): Promise<void> {
    return this.work('restore', async (onStep) => {
      const { dataFolder, migrations, clock, program, restart } = this.options;
      await prepareRestore({ ...order, root: await this.rootOf(place), dataFolder, migrations, clock, program, onStep });
      this.ending = true;
      onStep('restart', 0, 1);
      restart();
    });
  }

  /** Refuses what would have to wait. Throws AppError `backups.busy`. */
  refuseWhenBusy(): void {
    if (this.running !== null || this.ending) throw new AppError('backups.busy', {}, 'conflict');
  }

  /** How the last tries went. */
  state(): Promise<BackupState> {
    return readState(this.options.db);
  }

  /** Resolves when no work is under way. */
  idle(): Promise<void> {
    return this.queue.idle();
  }

  private work<T>(kind: BackupProgress['work'], work: (onStep: OnStep) => Promise<T>): Promise<T> {
    return this.queue.run(async () => {
      if (this.ending) throw new AppError('backups.busy', {}, 'conflict');
      const since = this.options.clock.now();
      const onStep: OnStep = (step, done, total) => {
        this.running = { work: kind, step, done, total, since };
        this.options.onStep?.(step, done, total);
      };
      this.running = { work: kind, step: 'prepare', done: 0, total: 1, since };
      try {
        const result = await work(onStep);
        this.lastProblem = null;
        return result;
      } catch (failure) {
        this.lastProblem = problemOf(failure);
        throw failure;
      } finally {
        if (!this.ending) this.running = null;
      }
    });
  }

  private async makeProved(reason: BackupReason, by: string, onStep: OnStep): Promise<Backup> {
    const { dataFolder, program, clock, freeBytes, migrations } = this.options;
    const backup = await writeBackup({ dataFolder, reason, by, at: clock.now(), program, onStep, freeBytes });
    onStep('check', 0, 1);
    const check = await checkBackup({ root: this.root, id: backup.id, migrations, at: clock.now(), thorough: false });
    if (check.problem !== null) throw new AppError('backups.madeDamaged', { problem: check.problem }, 'conflict');
    return { ...backup, check };
  }

  private async copyAndTidy(onStep: OnStep): Promise<void> {
    const settings = await readSettings(this.options.db);
    await this.tidy(this.root, settings);
    if (settings.secondFolder === null) return;
    const at = this.options.clock.now();
    try {
      onStep('second', 0, 1);
      for (const id of await this.missingOn(settings)) await copyBackup(this.root, settings.secondFolder, id, onStep);
      await this.tidy(secondRoot(settings.secondFolder), settings);
      await this.keepState({ secondTriedAt: at, secondDoneAt: at, secondProblem: null });
    } catch (err) {
      this.options.log.warn({ err, folder: settings.secondFolder }, 'second copy failed');
      await this.keepState({ secondTriedAt: at, secondProblem: problemOf(err) });
    }
  }

  /** The last ones that the second folder lacks, oldest first: those of its absence, those made without asking it. */
  private async missingOn({ secondFolder, house }: BackupSettings): Promise<string[]> {
    const there = secondFolder === null ? [] : await listBackups(secondRoot(secondFolder));
    const here = (await listBackups(this.root)).filter(({ manifest }) => manifest && (manifest.house === null || manifest.house === house));
    return here.slice(0, CAUGHT_UP).map(({ id }) => id).filter((id) => !there.some((other) => other.id === id)).reverse();
  }

  /** Only our own are ever removed: several houses may share a disk. */
  private async tidy(root: string, { house, keepDays, keepWeeks, keepMonths }: BackupSettings): Promise<void> {
    const zone = await this.options.timeZone();
    const dayAt = (at: Instant) => dayOf(toLocal(at, zone));
    const own = (await listBackups(root)).flatMap(({ id, manifest }) =>
      (manifest && (manifest.house === house || (manifest.house === null && root === this.root)) ? [{ id, reason: manifest.reason, day: dayAt(manifest.at) }] : []));
    await removeBackups(root, backupsToDrop(own, { days: keepDays, weeks: keepWeeks, months: keepMonths }, dayAt(this.options.clock.now())));
  }

  /** On a full disk even this may fail: the log has it then, and the page what memory holds. */
  private async keepState(changes: Partial<BackupState>): Promise<void> {
    const { db, clock, log } = this.options;
    try {
      await writeState(db, { ...(await readState(db)), triedAt: clock.now(), ...changes });
    } catch (err) {
      log.error({ err, changes }, 'the state of the backups could not be kept');
    }
  }
}

/** A failure as it is told: foreseen ones by their own sentence. */
function problemOf(failure: unknown): Problem {
  return failure instanceof AppError ? { code: failure.code, details: failure.details } : { code: 'backups.failed', details: {} };
}


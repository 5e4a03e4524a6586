import { AppError } from '../../kernel/errors';
import type { StaffActor } from '../../kernel/actor';
import { readSettings } from '../../platform/backup/backup-settings';
import { judgeSecondFolder } from '../../platform/backup/second-copy';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { refuseUnknown } from './preview-restore';
import type { BackupRef, BackupSettingsInput } from './schema';
import { settleRestored } from './settle-restored';

type Staff = Context<StaffActor>;

/** Begins a backup and comes back at once: `progress` tells the rest. Throws AppError `backups.busy`. */
export async function startBackup(context: Staff): Promise<void> {
  const { backups, db, actor } = context;
  backups.refuseWhenBusy();
  goOn(context, backups.make('asked', actor.name));
  await db.write(() => recordDeed(context, { action: 'backup.make', subject: 'Sauvegarde demandée' }));
}

/** Begins to reopen a backup. Throws AppError `backups.busy`, `backups.notFound`. */
export async function startCheck(context: Staff, { id, place }: BackupRef): Promise<void> {
  await refuseUnknown(context, { id, place });
  context.backups.refuseWhenBusy();
  goOn(context, context.backups.check(place, id));
}

/**
 * Begins to bring a backup back: once it is ready the program starts anew upon it. The deed is told
 * in the journal that is brought back. Throws AppError `backups.busy`, `backups.notFound`.
 */
export async function startRestore(context: Staff, { id, place }: BackupRef): Promise<void> {
  const { backups, clock, actor, db } = context;
  await refuseUnknown(context, { id, place });
  const present = await readSettings(db);
  backups.refuseWhenBusy();
  goOn(context, backups.restore(place, { id, by: actor.name, settle: (restoredDb, restored) => settleRestored(restoredDb, clock, actor, restored, present) }));
}

/** Saves how backups are made and kept. Throws AppError `changedMeanwhile`, and at `secondFolder` when it cannot serve. */
export async function saveSettings(context: Staff, { version, ...settings }: BackupSettingsInput): Promise<void> {
  const { db, backups } = context;
  if (settings.secondFolder !== null) await judgeSecondFolder(settings.secondFolder, backups.dataFolder);
  await db.write(async () => {
    const { house: _, version: __, ...before } = await readSettings(db);
    const changed = await db.run(
      `UPDATE backup_settings SET hour = $hour, second_folder = $secondFolder, keep_days = $keepDays, keep_weeks = $keepWeeks,
         keep_months = $keepMonths, version = version + 1 WHERE version = $version`, { ...settings, version });
    if (changed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
    // Another disk has no history yet.
    if (settings.secondFolder !== before.secondFolder) await db.run('UPDATE backup_state SET second_tried_at = NULL, second_done_at = NULL, second_problem = NULL');
    await recordDeed(context, { action: 'backup.settings', subject: 'Réglages des sauvegardes', before, after: settings });
  });
}

/** Lets work end by itself: how it went is kept where the page looks. */
function goOn({ log }: Staff, work: Promise<unknown>): void {
  work.catch((err: unknown) => log.warn({ err }, 'backup'));
}

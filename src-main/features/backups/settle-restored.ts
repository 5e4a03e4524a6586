import type { Actor } from '../../kernel/actor';
import { formatMoment } from '../../kernel/french-dates';
import { toLocal } from '../../kernel/local-date';
import type { BackupSettings } from '../../platform/backup/backup-settings';
import type { Restored } from '../../platform/backup/prepare-restore';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database/database';
import { recordDeed } from '../journal/record-deed';
import { findTown } from '../town/queries';

const HELD = 'Mis de côté par la restauration d’une sauvegarde : il est peut-être déjà parti. Relancez l’envoi s’il le faut.';

/**
 * Settles data that is brought back, before anybody sees it: every session ends, mails that waited
 * are held (they may have left since), the backups go on as they are set today, the deed is told.
 * `present` is null when the present data cannot be read.
 */
export async function settleRestored(db: Database, clock: Clock, actor: Actor, restored: Restored, present: BackupSettings | null): Promise<void> {
  const town = await findTown(db);
  await db.write(async () => {
    await db.run('DELETE FROM sessions');
    await db.run("UPDATE mails SET state = 'failed', next_try_at = NULL, last_error = $held WHERE state IN ('waiting', 'sending')", { held: HELD });
    if (present) {
      const { hour, secondFolder, keepDays, keepWeeks, keepMonths } = present;
      await db.run(
        'UPDATE backup_settings SET hour = $hour, second_folder = $secondFolder, keep_days = $keepDays, keep_weeks = $keepWeeks, keep_months = $keepMonths',
        { hour, secondFolder, keepDays, keepWeeks, keepMonths });
    }
    await db.run('UPDATE backup_state SET tried_at = NULL, problem = NULL');
    await db.run('INSERT INTO restores (at, by_name, backup, taken_at, safety) VALUES ($at, $by, $backup, $takenAt, $safety)', {
      at: restored.at, by: restored.by, backup: restored.backup, takenAt: restored.takenAt, safety: restored.safety,
    });
    const taken = town ? ` du ${formatMoment(toLocal(restored.takenAt, town.timeZone))}` : '';
    await recordDeed({ db, clock, actor }, { action: 'backup.restore', subject: `Sauvegarde${taken} restaurée` });
  });
}

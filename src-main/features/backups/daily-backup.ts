import { addDays, dayOf, localDateTime, timeOf, toInstant, toLocal } from '../../kernel/local-date';
import type { Instant, LocalDateTime } from '../../kernel/local-date';
import { readSettings } from '../../platform/backup/backup-settings';
import { secondsBetween } from '../../platform/clock';
import type { Services } from '../../platform/procedures/services';
import { findTown } from '../town/queries';

/** A try that failed is not repeated before this. */
const PAUSE_SECONDS = 3600;

/** The last moment, up to now, at which the backup of a day falls due. */
export function lastDueMoment(now: LocalDateTime, hour: number): LocalDateTime {
  const time = `${String(hour).padStart(2, '0')}:00`;
  return localDateTime(timeOf(now) >= time ? dayOf(now) : addDays(dayOf(now), -1), time);
}

/** True when no daily backup was made since its hour: a machine that slept makes the missed one on waking, once. */
export async function isBackupDue(services: Services, lastRunAt: Instant | null): Promise<boolean> {
  const { db, clock, backups } = services;
  const town = await findTown(db);
  if (!town) return false;
  const now = clock.now();
  const { hour } = await readSettings(db);
  const due = toInstant(lastDueMoment(toLocal(now, town.timeZone), hour), town.timeZone);
  if (lastRunAt !== null && lastRunAt >= due) return false;
  const { triedAt, problem } = await backups.state();
  return problem === null || triedAt === null || secondsBetween(triedAt, now) >= PAUSE_SECONDS;
}

/** The backup of the day. Throws AppError `backups.…`; the page and the home page tell it. */
export async function makeDailyBackup({ backups }: Services): Promise<void> {
  await backups.make('daily', 'Préau');
}

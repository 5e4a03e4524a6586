import { addDays, mondayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { BackupReason } from './manifest';

/** How long backups are kept: all of some days, then one a week, then one a month. */
export interface KeepRule {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
}

export interface DatedBackup {
  readonly id: string;
  /** The town's day on which it was made. */
  readonly day: LocalDate;
  readonly reason: BackupReason;
}

/** Whatever the rule says. */
const NEVER_FEWER_THAN = 3;
/** Made before something that is hard to undo. */
const TURNING_POINTS: readonly BackupReason[] = ['migration', 'issue', 'restore'];
const TURNING_POINTS_KEPT_DAYS = 30;

/** Backups that are no longer kept today; their names sort by time. */
export function backupsToDrop(backups: readonly DatedBackup[], rule: KeepRule, today: LocalDate): string[] {
  const newestFirst = [...backups].sort((left, right) => (left.id < right.id ? 1 : -1));
  const kept = new Set([
    ...newestFirst.slice(0, NEVER_FEWER_THAN),
    ...newestFirst.filter(({ day }) => day > addDays(today, -rule.days)),
    ...newestFirst.filter(({ day, reason }) => TURNING_POINTS.includes(reason) && day >= addDays(today, -TURNING_POINTS_KEPT_DAYS)),
    ...newestOfEach(newestFirst, ({ day }) => mondayOf(day), lastWeeks(today, rule.weeks)),
    ...newestOfEach(newestFirst, ({ day }) => day.slice(0, 7), lastMonths(today, rule.months)),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ id }) => id);
}

function newestOfEach(newestFirst: readonly DatedBackup[], spanOf: (backup: DatedBackup) => string, spans: readonly string[]): DatedBackup[] {
  return spans.flatMap((span) => newestFirst.find((backup) => spanOf(backup) === span) ?? []);
}

const lastWeeks = (today: LocalDate, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(mondayOf(today), -7 * index));

function lastMonths(today: LocalDate, count: number): string[] {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const back = month - index;
    return `${Math.floor(back / 12)}-${String((back % 12) + 1).padStart(2, '0')}`;
  });
}

import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../src-main/kernel/local-date';
import { backupsToDrop } from '../../../src-main/platform/backup/keep-rule';
import type { DatedBackup } from '../../../src-main/platform/backup/keep-rule';
import type { BackupReason } from '../../../src-main/platform/backup/manifest';

const TODAY = localDate('2026-11-05'); // a Thursday
const RULE = { days: 7, weeks: 5, months: 13 };

const backup = (ageDays: number, reason: BackupReason = 'daily'): DatedBackup => {
  const day = addDays(TODAY, -ageDays);
  return { id: `${day}T11-00-00-000Z-${reason}`, day, reason };
};
const daily = (days: number) => Array.from({ length: days }, (_, age) => backup(age));
const keptAges = (backups: readonly DatedBackup[], rule = RULE): number[] => {
  const dropped = new Set(backupsToDrop(backups, rule, TODAY));
  return backups.flatMap((kept, index) => (dropped.has(kept.id) ? [] : [index]));
};

describe('how long backups are kept', () => {
  it('all of seven days, then the last of each of five weeks, then the last of each of thirteen months', () => {
    const dropped = new Set(backupsToDrop(daily(430), RULE, TODAY));
    expect(daily(430).filter(({ id }) => !dropped.has(id)).map(({ day }) => day)).toEqual([
      '2026-11-05', '2026-11-04', '2026-11-03', '2026-11-02', '2026-11-01', '2026-10-31', '2026-10-30',
      '2026-10-25', '2026-10-18', '2026-10-11', // Sundays; that of 1 November is among the days
      '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31', '2025-11-30',
    ]);
  });

  it.each<[string, DatedBackup[], string[]]>([
    ['none', [], []],
    ['never fewer than three, however old', [backup(800), backup(900), backup(1000)], []],
    ['the fourth goes', [backup(800), backup(900), backup(1000), backup(1100)], [backup(1100).id]],
    ['before a migration, an issue or a restore: thirty days', [...daily(3), backup(29, 'migration'), backup(20, 'issue'), backup(8, 'restore')], []],
    ['then no longer than the others', [...daily(3), backup(40), backup(41, 'issue')], [backup(41, 'issue').id]],
    ['several on one day of the last seven', [backup(1), backup(1, 'asked'), backup(1, 'issue'), backup(0)], []],
    ['a clock that was ahead', [backup(-3), ...daily(3)], []],
  ])('%s', (_name, backups, dropped) => {
    expect(backupsToDrop(backups, RULE, TODAY)).toEqual(dropped);
  });

  it('reaches as far as the town asks', () => {
    expect(keptAges(daily(40), { days: 2, weeks: 0, months: 0 })).toEqual([0, 1, 2]);
    expect(keptAges(daily(10), { days: 5, weeks: 0, months: 0 })).toEqual([0, 1, 2, 3, 4]);
  });
});

import { expect, it } from 'vitest';
import { lastDueMoment } from '../../../src-main/features/backups/daily-backup';
import type { LocalDateTime } from '../../../src-main/kernel/local-date';

it.each([
  ['2026-11-05T12:00', 12, '2026-11-05T12:00'],
  ['2026-11-05T11:59', 12, '2026-11-04T12:00'],
  ['2026-11-01T00:10', 23, '2026-10-31T23:00'],
  ['2026-11-05T00:00', 0, '2026-11-05T00:00'],
])('at %s a backup of %i h fell due last at %s', (now, hour, due) => {
  expect(lastDueMoment(now as LocalDateTime, hour)).toBe(due);
});

import type { z } from 'zod';
import { version } from '../../../src-main/features/rulebook/schema';
import type { Database } from '../../../src-main/platform/database/database';

type VersionToBuild = Partial<z.input<typeof version>>;

/**
 * A canteen on school days in two services at 3,20 €, booked until two days before at 10:00 and not
 * after. What is given replaces a section.
 */
export const canteen = (given: VersionToBuild = {}): z.input<typeof version> => ({
  from: '2026-09-01',
  zones: [{ id: 'commune', label: 'Commune' }, { id: 'hors', label: 'Hors commune' }],
  measures: [{ id: 'qf', label: 'Quotient familial', source: 'declared', effective: 'nextMonth', missing: 'highest' }],
  services: [
    { id: 'cantine-1', label: 'Cantine, 1er service', kind: 'meal', unit: 'repas', weekdays: ['mon', 'tue', 'thu', 'fri'] },
    { id: 'cantine-2', label: 'Cantine, 2e service', kind: 'meal', unit: 'repas', weekdays: ['mon', 'tue', 'thu', 'fri'] },
  ],
  deadlines: [{ id: 'deux-jours', label: 'Deux jours avant, 10 h', kind: 'before', days: 2, count: 'calendar', at: '10:00' }],
  booking: [{ services: ['cantine-1', 'cantine-2'], unbooked: 'accept', book: { limit: 'deux-jours', after: 'refuse' }, cancel: { limit: 'deux-jours', after: 'refuse' } }],
  prices: [{ id: 'repas', label: 'Repas', services: ['cantine-1', 'cantine-2'], price: 320 }],
  ...given,
});

/** Puts a version in force. */
export function buildRulebook(db: Database, given: VersionToBuild = {}): Promise<void> {
  const parsed = version.parse(canteen(given));
  return db.write(async () => {
    await db.run(
      "INSERT INTO rulebook_versions (from_on, body, activated_at, activated_by) VALUES ($from, $body, '2026-08-01T08:00:00.000Z', 'test')",
      { from: parsed.from, body: JSON.stringify(parsed) },
    );
  });
}

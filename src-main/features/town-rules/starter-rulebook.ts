import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { Version } from '../rulebook/schema';

/**
 * The first text of a new town: one canteen, its deadlines and its absences as most towns have
 * them, its price left to the council (`null`), so that nobody starts from a blank page.
 */
export async function starterVersion(db: Database, from: LocalDate): Promise<Version> {
  const schools = await db.select<{ id: string; label: string }>('SELECT code AS id, name AS label FROM schools WHERE archived_at IS NULL ORDER BY name');
  return {
    from,
    zones: [{ id: 'commune', label: 'Commune' }, { id: 'hors-commune', label: 'Hors commune' }],
    ...(schools.length > 0 && { schools }),
    measures: [{ id: 'qf', label: 'Quotient familial', source: 'declared', effective: 'nextMonth', missing: 'highest' }],
    services: [{ id: 'cantine', label: 'Cantine', kind: 'meal', unit: 'repas', weekdays: ['mon', 'tue', 'thu', 'fri'] }],
    deadlines: [{ id: 'veille', label: 'La veille ouvrée', kind: 'before', days: 1, count: 'working', at: '10:00' }],
    booking: [{
      services: ['cantine'], unbooked: 'accept', book: { limit: 'veille', after: 'refuse' }, cancel: { limit: 'veille', after: 'refuse' },
    }],
    prices: [{ id: 'cantine', label: 'Repas', services: ['cantine'], price: null }],
    absences: [{ id: 'facturee', label: 'non annulée à temps', charge: 'full' }],
    rounding: { at: 'unit', mode: 'halfUp' },
  };
}

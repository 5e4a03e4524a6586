import { describe, expect, it } from 'vitest';
import { openingOf } from '../../../src-main/features/rulebook/opening';
import { localDate } from '../../../src-main/kernel/local-date';
import { bareTown, services } from '../../support/val-fleuri';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, '\'');

/** Why a service is closed on a day, or "ouvert". */
function opening(day: string, service: object = {}, calendar: object = {}): string {
  const rulebook = bareTown({ services: [{ ...services.canteen, ...service }], prices: [], calendar });
  const found = openingOf(rulebook.versions[0]!, undefined, 'cantine', localDate(day));
  return found.open ? 'ouvert' : plain(found.reason);
}

describe('a service', () => {
  it('is open on its weekdays', () => {
    expect(opening('2026-11-12')).toBe('ouvert');
    expect(opening('2026-11-18')).toBe('fermé le mercredi');
    expect(opening('2026-11-18', { label: 'Jeudi, demi-journée' })).toBe('fermé le mercredi');
  });
  it('is closed on public holidays unless it says otherwise', () => {
    expect(opening('2026-11-11', { weekdays: ['wed'] })).toBe('fermé : jour férié (Armistice)');
    expect(opening('2026-11-11', { weekdays: ['wed'], openOnHolidays: true })).toBe('ouvert');
    expect(opening('2027-03-26')).toBe('ouvert');
    expect(opening('2027-03-26', {}, { holidayRegion: '67' })).toBe('fermé : jour férié (Vendredi saint)');
  });
  it('is closed in breaks', () => {
    const breaks = [{ label: 'Vacances de la Toussaint', from: '2026-10-17', to: '2026-11-01' }];
    expect(opening('2026-10-19', {}, { breaks })).toBe('fermé : vacances de la Toussaint');
  });
  it('is open in breaks by its periods or an opening row', () => {
    const calendar = {
      breaks: [{ from: '2026-10-17', to: '2026-11-01' }],
      periods: [{ id: 'toussaint', kind: 'vacances', label: 'Toussaint', from: '2026-10-17', to: '2026-11-01' }],
    };
    expect(opening('2026-10-19', { periods: ['vacances'] }, calendar)).toBe('ouvert');
    expect(opening('2026-11-12', { periods: ['vacances'] }, calendar)).toBe('fermé : hors de la période d\'ouverture');
    const leisure = { weekdays: undefined, opening: [{ weekdays: ['wed'] }, { period: 'vacances', weekdays: ['mon', 'tue'] }] };
    expect(opening('2026-10-19', leisure, calendar)).toBe('ouvert');
    expect(opening('2026-10-21', leisure, calendar)).toBe('fermé le mercredi à cette période de l\'année');
    expect(opening('2026-11-18', leisure, calendar)).toBe('ouvert');
  });
  it('is closed by closures, of days or of a span', () => {
    expect(opening('2026-11-12', {}, { closures: [{ label: 'Travaux', days: ['2026-11-12'] }] })).toBe('fermé : travaux');
    expect(opening('2026-11-12', {}, { closures: [{ from: '2026-11-10', to: '2026-11-13', services: ['cantine'] }] })).toBe('fermé : fermeture exceptionnelle');
  });
});

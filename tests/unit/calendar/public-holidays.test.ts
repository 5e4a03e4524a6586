import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { HOLIDAY_REGIONS, publicHolidays } from '../../../src-main/features/calendar/public-holidays';

describe('public holidays', () => {
  it('are named in French', () => {
    expect(publicHolidays(2026).map(({ day, name }) => `${day} ${name}`)).toEqual([
      '2026-01-01 Jour de l\'an', '2026-04-06 Lundi de Pâques', '2026-05-01 Fête du travail', '2026-05-08 Victoire 1945',
      '2026-05-14 Ascension', '2026-05-25 Lundi de Pentecôte', '2026-07-14 Fête nationale', '2026-08-15 Assomption',
      '2026-11-01 Toussaint', '2026-11-11 Armistice', '2026-12-25 Noël',
    ]);
  });

  // Saint-Martin moved from 27 to 28 May in 2012; the library kept the older day.
  it.each([undefined, ...HOLIDAY_REGIONS.filter((region) => region !== 'MF')])('are those of date-holidays from 2010 to 2060 (%s)', (region) => {
    const theirs = region ? new Holidays('FR', region) : new Holidays('FR');
    for (let year = 2010; year <= 2060; year += 1) {
      const days = theirs.getHolidays(year).filter((one) => one.type === 'public').map((one) => one.date.slice(0, 10));
      expect([...new Set(publicHolidays(year, region).map((one) => one.day))]).toEqual([...new Set(days)].sort());
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { LocationQuery } from 'vue-router';
import { localDate } from '../../../src-main/kernel/local-date';
import { weekTitle } from '../../../src-renderer/components/bookings/week-words';
import { readAddress, writeAddress } from '../../../src-renderer/pages/bookings/use-bookings-address';

describe('the address of the bookings', () => {
  it('opens a family from its page', () => {
    expect(readAddress({ famille: '12', semaine: '2026-11-05' })).toMatchObject({ mode: 'family', familyId: 12, monday: '2026-11-02' });
  });

  it('leaves out what makes no sense', () => {
    expect(readAddress({ famille: '0', semaine: '2026-02-31', ecole: '1;drop', classe: ['1', '2'], prestation: '' }))
      .toEqual({ mode: 'class', monday: undefined, service: undefined, schoolId: undefined, classId: undefined, familyId: undefined });
  });

  it.each<LocationQuery>([
    { ecole: '3', classe: '7', prestation: 'cantine-1', semaine: '2026-11-09' },
    { famille: '12', semaine: '2026-11-09' },
    { vue: 'famille' },
    {},
  ])('comes back as it was: %o', (query) => {
    expect(writeAddress(readAddress(query))).toEqual(query);
  });
});

describe('a week in words', () => {
  it.each([
    ['2026-11-02', 'Semaine 45, du 2 au 8 novembre 2026'],
    ['2026-09-28', 'Semaine 40, du 28 septembre au 4 octobre 2026'],
    ['2026-12-28', 'Semaine 53, du 28 décembre 2026 au 3 janvier 2027'],
    ['2026-06-01', 'Semaine 23, du 1er au 7 juin 2026'],
  ])('%s', (monday, words) => {
    expect(weekTitle(localDate(monday))).toBe(words);
  });
});

import { describe, expect, it } from 'vitest';
import { breaksFor, isSchoolBreak, schoolHolidays } from '../../../src-main/features/calendar/school-holidays';
import { localDate } from '../../../src-main/kernel/local-date';

describe('school holidays', () => {
  it('hold their first and last days', () => {
    expect(isSchoolBreak('A', localDate('2026-10-16'))).toBe(false);
    expect(isSchoolBreak('A', localDate('2026-10-17'))).toBe(true);
    expect(isSchoolBreak('A', localDate('2026-11-01'))).toBe(true);
    expect(isSchoolBreak('A', localDate('2026-11-02'))).toBe(false);
  });

  it('differ by zone in winter', () => {
    expect(isSchoolBreak('A', localDate('2027-02-15'))).toBe(true);
    expect(isSchoolBreak('B', localDate('2027-02-15'))).toBe(false);
  });

  it('are not known where the rectorat sets its own calendar', () => {
    expect(schoolHolidays('none')).toEqual([]);
    expect(isSchoolBreak('none', localDate('2026-07-20'))).toBe(false);
  });

  it('serve as breaks of a rulebook', () => {
    expect(breaksFor('C')).toContainEqual({ label: 'Vacances de Noël', from: '2026-12-19', to: '2027-01-03' });
  });
});

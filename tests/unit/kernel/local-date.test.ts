import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays, addMonths, ageOn, daysBetween, daysFrom, isLocalDate, isoWeek, lastOfMonth, localDate, makeDate, mondayOf, toInstant, toLocal, weekdayOf,
} from '../../../src-main/kernel/local-date';
import type { Instant, LocalDateTime } from '../../../src-main/kernel/local-date';

const day = localDate;
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((offset) => addDays(day('1950-01-01'), offset));

describe('days', () => {
  it.each(['2026-02-31', '2026-2-3', '1899-12-31', '2200-01-01', '2026-13-01', 'demain', ''])('%s does not exist', (text) => expect(isLocalDate(text)).toBe(false));
  it.each(['2024-02-29', '2026-11-05'])('%s exists', (text) => expect(isLocalDate(text)).toBe(true));

  it('move by whole days across months, years and leap days', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count);
    }));
  });
  it('keep to the last day of a shorter month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2026-03-15'), -4)).toBe('2025-11-15');
    expect(lastOfMonth(day('2028-02-10'))).toBe('2028-02-29');
  });
  it('list a period, both ends included', () => {
    expect(daysFrom(day('2026-11-30'), day('2026-12-02'))).toEqual(['2026-11-30', '2026-12-01', '2026-12-02']);
    expect(daysFrom(day('2026-12-02'), day('2026-11-30'))).toEqual([]);
  });
  it('count years as the law does', () => {
    expect(ageOn(day('2023-10-12'), day('2026-10-11'))).toBe(2);
    expect(ageOn(day('2023-10-12'), day('2026-10-12'))).toBe(3);
    expect(ageOn(day('2020-02-29'), day('2026-02-28'))).toBe(5);
  });
});

describe('weeks', () => {
  it('begin on Monday', () => {
    expect(weekdayOf(day('2026-11-02'))).toBe('mon');
    fc.assert(fc.property(anyDay, (one) => {
      expect(weekdayOf(mondayOf(one))).toBe('mon');
      expect(daysBetween(mondayOf(one), one)).toBeLessThan(7);
    }));
  });
  it.each([['2026-12-31', 53], ['2027-01-03', 53], ['2027-01-04', 1], ['2024-12-30', 1], ['2026-11-09', 46]])('%s is in ISO week %i', (text, week) =>
    expect(isoWeek(day(text))).toBe(week));
});

describe('the town’s clock', () => {
  const paris = 'Europe/Paris';
  it('is an hour or two ahead of the universal one', () => {
    expect(toLocal('2026-11-05T09:01:00.000Z' as Instant, paris)).toBe('2026-11-05T10:01');
    expect(toLocal('2026-07-05T22:30:00.000Z' as Instant, paris)).toBe('2026-07-06T00:30');
    expect(toLocal('2026-11-05T09:01:00.000Z' as Instant, 'Indian/Reunion')).toBe('2026-11-05T13:01');
  });
  it('skips an hour in spring and shows one twice in autumn', () => {
    expect(toInstant('2026-03-29T02:30' as LocalDateTime, paris)).toBe('2026-03-29T01:30:00.000Z');
    expect(toInstant('2026-10-25T02:30' as LocalDateTime, paris)).toBe('2026-10-25T00:30:00.000Z');
  });
  it('goes to the instant and back, whatever the hour that exists', () => {
    fc.assert(fc.property(fc.constantFrom(paris, 'America/Martinique', 'Indian/Reunion'), fc.integer({ min: 0, max: 3_000_000 }), (zone, minutes) => {
      const instant = new Date(Date.UTC(2024, 0, 1) + minutes * 60_000).toISOString() as Instant;
      const local = toLocal(instant, zone);
      expect(toLocal(toInstant(local, zone), zone)).toBe(local);
    }));
  });
  it('knows 29 February only when there is one', () => expect(() => makeDate(2026, 2, 29)).toThrow(RangeError));
});

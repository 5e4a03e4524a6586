import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { custodyFault, custodyWeeks, familyInCharge, keepersOn } from '../../../src-main/features/families/custody';
import type { Custody, CustodyLink, CustodyPeriod } from '../../../src-main/features/families/schema';
import { addDays, daysFrom, isoWeek, localDate, mondayOf } from '../../../src-main/kernel/local-date';

const [MOTHER, FATHER] = [1, 2];
const link = (familyId: number, custody: Custody, ...periods: string[][]): CustodyLink => ({
  familyId, custody, periods: periods.map(([fromOn, toOn]) => ({ fromOn: localDate(fromOn!), toOn: localDate(toOn!) })),
});
const today = localDate('2026-11-05');
const inCharge = (links: CustodyLink[], day: string): number | null => familyInCharge(links, localDate(day));

const day = fc.integer({ min: 0, max: 50_000 }).map((offset) => addDays(localDate('1990-01-01'), offset));
const period: fc.Arbitrary<CustodyPeriod> = fc.tuple(day, fc.integer({ min: 0, max: 40 })).map(([fromOn, length]) => ({ fromOn, toOn: addDays(fromOn, length) }));

describe('the family in charge', () => {
  const alternate = [link(MOTHER, 'evenWeeks'), link(FATHER, 'oddWeeks')];

  it('is the only family of a child, whatever was noted while there were two', () => {
    expect(inCharge([link(MOTHER, 'always')], '2026-11-05')).toBe(MOTHER);
    expect(inCharge([link(MOTHER, 'evenWeeks')], '2026-11-05')).toBe(MOTHER);
    expect(inCharge([], '2026-11-05')).toBeNull();
  });

  it('changes on Monday with even and odd ISO weeks', () => {
    expect(isoWeek(localDate('2026-11-08'))).toBe(45);
    expect(inCharge(alternate, '2026-11-08')).toBe(FATHER);
    expect(inCharge(alternate, '2026-11-09')).toBe(MOTHER);
  });

  it('is the same in week 53 and in week 1, both odd, at the turn of the year', () => {
    expect(isoWeek(localDate('2026-12-31'))).toBe(53);
    expect([inCharge(alternate, '2026-12-31'), inCharge(alternate, '2027-01-01'), inCharge(alternate, '2027-01-04')]).toEqual([FATHER, FATHER, FATHER]);
    expect(inCharge(alternate, '2027-01-11')).toBe(MOTHER);
  });

  it('has the dates it chose, both included, and the other family all other days', () => {
    const links = [link(MOTHER, 'otherDates'), link(FATHER, 'chosenDates', ['2026-12-19', '2026-12-26'])];
    expect(['2026-12-18', '2026-12-19', '2026-12-26', '2026-12-27'].map((one) => inCharge(links, one))).toEqual([MOTHER, FATHER, FATHER, MOTHER]);
  });

  it('is exactly one on every day, and for seven days running with alternate weeks', () => {
    fc.assert(fc.property(day, (any) => {
      const week = daysFrom(mondayOf(any), addDays(mondayOf(any), 6)).map((one) => keepersOn(alternate, one));
      expect(new Set(week.map(String)).size).toBe(1);
      expect(week[0]).toHaveLength(1);
    }));
  });

  it('is exactly one on every day with chosen dates, in whichever order the links come', () => {
    fc.assert(fc.property(day, fc.array(period, { minLength: 1, maxLength: 12 }), (any, periods) => {
      const links: CustodyLink[] = [{ familyId: FATHER, custody: 'chosenDates', periods }, link(MOTHER, 'otherDates')];
      expect(keepersOn(links, any)).toHaveLength(1);
      expect(familyInCharge(links, any)).toBe(familyInCharge([...links].reverse(), any));
    }));
  });
});

describe('custody that cannot be', () => {
  const fault = (...links: CustodyLink[]) => custodyFault(links, today);

  it('is refused with a day that shows it', () => {
    expect(fault(link(MOTHER, 'always'), link(FATHER, 'evenWeeks'))).toEqual({ code: 'families.custodyBoth', day: '2026-11-09' });
    expect(fault(link(MOTHER, 'evenWeeks'), link(FATHER, 'evenWeeks'))).toEqual({ code: 'families.custodyNone', day: '2026-11-05' });
    expect(fault(link(MOTHER, 'oddWeeks'), link(FATHER, 'otherDates'))).toEqual({ code: 'families.custodyBoth', day: '2026-11-05' });
  });

  it('is a share alone, or chosen dates without dates', () => {
    expect(fault(link(MOTHER, 'evenWeeks'))).toEqual({ code: 'families.custodyAlone', day: null });
    expect(fault(link(MOTHER, 'otherDates'), link(FATHER, 'chosenDates'))).toEqual({ code: 'families.custodyNoDates', day: null });
  });

  it('leaves the sound pairs alone', () => {
    expect(fault(link(MOTHER, 'always'))).toBeNull();
    expect(fault(link(MOTHER, 'oddWeeks'), link(FATHER, 'evenWeeks'))).toBeNull();
    expect(fault(link(MOTHER, 'chosenDates', ['2026-12-19', '2026-12-26']), link(FATHER, 'otherDates'))).toBeNull();
  });

  it('is every pair with a day kept by none or by both', () => {
    const custody = fc.constantFrom<Custody>('always', 'evenWeeks', 'oddWeeks', 'otherDates', 'chosenDates');
    const anyLink = (familyId: number) => fc.tuple(custody, fc.array(period, { minLength: 1, maxLength: 3 }))
      .map(([one, periods]): CustodyLink => ({ familyId, custody: one, periods: one === 'chosenDates' ? periods : [] }));
    fc.assert(fc.property(anyLink(MOTHER), anyLink(FATHER), day, (first, second, any) => {
      if (custodyFault([first, second], today) === null) expect(keepersOn([first, second], any)).toHaveLength(1);
    }));
  });
});

it('previews weeks with their ISO numbers', () => {
  const weeks = custodyWeeks([link(MOTHER, 'evenWeeks'), link(FATHER, 'oddWeeks')], localDate('2026-12-21'), 3);
  expect(weeks.map(({ week, days }) => [week, days[0]])).toEqual([[52, [MOTHER]], [53, [FATHER]], [1, [FATHER]]]);
});

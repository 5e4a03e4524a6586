import { describe, expect, it } from 'vitest';
import { limitOf } from '../../../src-main/features/rulebook/limits';
import { localDate } from '../../../src-main/kernel/local-date';
import { bareTown } from '../../support/val-fleuri';

/** The limit for a canteen day, by a deadline in a calendar. */
function limit(deadline: object, day: string, calendar: object = {}): unknown {
  const rulebook = bareTown({ deadlines: [{ id: 'd', label: 'Délai', ...deadline }], calendar });
  return limitOf(rulebook.versions[0]!, undefined, 'd', 'cantine', localDate(day));
}

describe('a deadline some days before', () => {
  it('counts calendar days', () => expect(limit({ kind: 'before', days: 2, at: '10:00' }, '2026-11-09')).toBe('2026-11-07T10:00'));
  it('counts working days: no weekend, no public holiday', () => {
    expect(limit({ kind: 'before', days: 1, count: 'working', at: '10:00' }, '2026-11-09')).toBe('2026-11-06T10:00');
    expect(limit({ kind: 'before', days: 1, count: 'working', at: '10:00' }, '2026-11-12')).toBe('2026-11-10T10:00');
  });
  it('counts days on which the town hall is open', () => {
    expect(limit({ kind: 'before', days: 1, count: 'office', at: '10:00' }, '2026-11-10', { officeClosed: ['2026-11-09'] })).toBe('2026-11-06T10:00');
    expect(limit({ kind: 'before', days: 1, count: 'office', at: '10:00' }, '2026-11-09', { officeWeekdays: ['tue', 'sat'] })).toBe('2026-11-07T10:00');
  });
  it('counts days on which the service is open, breaks left out', () => {
    const calendar = { breaks: [{ from: '2026-10-17', to: '2026-11-01' }] };
    expect(limit({ kind: 'before', days: 1, count: 'service', at: '09:00' }, '2026-11-02', calendar)).toBe('2026-10-16T09:00');
  });
  it('leaves clear days between', () => expect(limit({ kind: 'before', days: 2, clear: true, at: '24:00' }, '2026-11-09')).toBe('2026-11-06T24:00'));
  it('starts from the first day of a period', () => {
    const calendar = { periods: [{ id: 'p1', kind: 'bloc', label: 'Bloc 1', from: '2026-11-02', to: '2026-12-18' }] };
    expect(limit({ kind: 'before', days: 15, anchor: 'bloc', at: '24:00' }, '2026-11-30', calendar)).toBe('2026-10-18T24:00');
    expect(limit({ kind: 'before', days: 15, anchor: 'bloc', at: '24:00' }, '2027-01-05', calendar)).toBeNull();
  });
  it('is the same day with no days', () => expect(limit({ kind: 'before', days: 0, at: '09:00' }, '2026-11-09')).toBe('2026-11-09T09:00'));
  it('crosses 29 February', () => expect(limit({ kind: 'before', days: 1, at: '10:00' }, '2028-03-01')).toBe('2028-02-29T10:00'));
});

describe('a deadline some hours before', () => {
  it('counts back from the session, on the wall clock', () => {
    expect(limit({ kind: 'hours', hours: 48 }, '2026-11-12')).toBe('2026-11-10T12:00');
    expect(limit({ kind: 'hours', hours: 1, of: '07:30' }, '2026-11-12')).toBe('2026-11-12T06:30');
  });
  it('ignores the change of the clock', () => {
    expect(limit({ kind: 'hours', hours: 24, of: '12:00' }, '2026-03-29')).toBe('2026-03-28T12:00');
    expect(limit({ kind: 'hours', hours: 24, of: '12:00' }, '2026-10-25')).toBe('2026-10-24T12:00');
  });
  it('lets uncounted days consume no hours', () => {
    expect(limit({ kind: 'hours', hours: 48, count: 'working' }, '2026-11-09')).toBe('2026-11-05T12:00');
    expect(limit({ kind: 'hours', hours: 12, count: 'working', of: '12:00' }, '2026-11-09')).toBe('2026-11-09T00:00');
  });
});

describe('other deadlines', () => {
  const table = {
    kind: 'table',
    rows: [
      { ifHolidayOn: 'wed', for: ['thu'], weekday: 'mon', weeksBefore: 0, at: '10:00' },
      { for: ['thu', 'fri'], weekday: 'tue', weeksBefore: 0, at: '10:00' },
      { for: ['mon', 'tue'], weekday: 'thu', weeksBefore: 1, at: '10:00' },
    ],
  };
  it('read a table by the weekday of the service', () => {
    expect(limit(table, '2026-11-05')).toBe('2026-11-03T10:00');
    expect(limit(table, '2026-11-09')).toBe('2026-11-05T10:00');
  });
  it('serve a row only in weeks with that holiday', () => expect(limit(table, '2026-11-12')).toBe('2026-11-09T10:00'));
  it('never take a day that no row serves', () => expect(limit(table, '2026-11-11')).toBe('never'));
  it('set the 20th for the next month', () => {
    expect(limit({ kind: 'monthDay', day: 20, monthsBefore: 1, at: '12:00' }, '2027-01-15')).toBe('2026-12-20T12:00');
  });
  it('set fixed windows', () => {
    const dates = { kind: 'dates', rows: [{ from: '2026-10-19', to: '2026-10-30', opens: '2026-09-13T08:00', until: '2026-09-22T24:00' }] };
    expect(limit(dates, '2026-10-20')).toBe('2026-09-22T24:00');
    expect(limit(dates, '2026-11-20')).toBe('never');
  });
  it('move when the town hall is closed', () => {
    const rule = { kind: 'before', days: 1, at: '10:00', ifClosed: { on: 'office', move: 'earlier' } };
    expect(limit(rule, '2026-11-09')).toBe('2026-11-06T10:00');
    expect(limit({ ...rule, ifClosed: { on: 'holiday', move: 'later' } }, '2026-11-12')).toBe('2026-11-12T10:00');
    expect(limit({ ...rule, ifClosed: { on: 'working', move: 'earlier' } }, '2026-11-12')).toBe('2026-11-10T10:00');
  });
  it('are unknown while the council has not fixed them', () => {
    expect(limit({ kind: 'before', days: 1, at: null }, '2026-11-12')).toBeNull();
    expect(limit({ kind: null }, '2026-11-12')).toBeNull();
    expect(limit({ kind: 'table', rows: [null] }, '2026-11-12')).toBeNull();
  });
  it('may always or never be met', () => {
    expect(limit({ kind: 'none' }, '2026-11-12')).toBe('none');
    expect(limit({ kind: 'never' }, '2026-11-12')).toBe('never');
  });
  it('know week 53', () => {
    expect(limit({ kind: 'table', rows: [{ weekday: 'wed', weeksBefore: 1, at: '24:00' }] }, '2027-01-04')).toBe('2026-12-30T24:00');
  });
});

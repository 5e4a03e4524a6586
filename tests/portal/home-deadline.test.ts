import { describe, expect, test } from 'vitest';
import { deadlineToday, farDays } from '../../portal/server/home-deadline';
import { localDate, localDateTime } from '../../src-main/kernel/local-date';
import type { Deadline, Rulebook } from '../../src-main/features/rulebook/schema';
import { plainSpaces } from '../support/plain-spaces';

const TODAY = localDate('2026-11-20');

describe('a limit that ends today', () => {
  const row = (label: string, ...cells: [day: string, until: string | null, mayChange?: boolean][]) => ({
    label, cells: cells.map(([day, until, mayChange = true]) => ({ day: localDate(day), mayChange, until: until === null ? null : localDateTime(localDate(until.slice(0, 10)), until.slice(11)) })),
  });
  const told = (...rows: ReturnType<typeof row>[]) => {
    const deadline = deadlineToday([{ children: [{ rows }] }] as unknown as Parameters<typeof deadlineToday>[0], localDateTime(TODAY, '10:30'));
    return deadline && { words: plainSpaces(deadline.words), day: deadline.day };
  };

  test('is told with its services and days; the first of several', () => {
    expect(told(row('Cantine', ['2026-11-23', '2026-11-20T18:00'], ['2026-11-24', '2026-11-21T18:00']))).toEqual({ words: 'Dernier délai aujourd’hui à 18 h : « Cantine » du lundi 23 novembre.', day: '2026-11-23' });
    expect(told(row('Étude', ['2026-11-23', '2026-11-20T18:00']), row('Cantine', ['2026-11-24', '2026-11-20T18:00'], ['2026-11-23', '2026-11-20T18:00']), row('Garderie', ['2026-11-23', '2026-11-20T23:00'])))
      .toEqual({ words: 'Dernier délai aujourd’hui à 18 h : « Cantine » et « Étude » du lundi 23 novembre au mardi 24 novembre.', day: '2026-11-23' });
  });

  test('is silent when nothing can change any more, when it is over (booked late), or ends another day', () => {
    expect(told(row('Cantine', ['2026-11-23', '2026-11-20T18:00', false], ['2026-11-24', null], ['2026-11-26', '2026-11-20T10:00'], ['2026-11-25', '2026-11-22T18:00']))).toBeNull();
  });
});

describe('days further than next week', () => {
  const rulebook = (...deadlines: unknown[]) => ({ versions: [{ deadlines: deadlines as Deadline[] }] }) as unknown as Rulebook;

  test('are read around the day of the month that closes the next, and around a date that closes holidays', () => {
    expect(farDays(rulebook({ kind: 'monthDay', day: 20, monthsBefore: 1, at: '23:59' }), TODAY)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    const holidays = { from: '2026-12-21', to: '2027-01-03', until: '2026-11-20T12:00' };
    expect(farDays(rulebook({ kind: 'dates', rows: [holidays, { from: '2027-02-01', to: '2027-02-12', until: '2027-01-10T12:00' }] }), TODAY)).toMatchObject({ from: '2026-12-21', to: '2027-01-03' });
  });

  test('are not read on any other day, nor for deadlines of some days', () => {
    expect(farDays(rulebook({ kind: 'monthDay', day: 5, monthsBefore: 1, at: '23:59' }, { kind: 'before', days: 2, at: '10:00' }, { kind: 'dates', rows: null }), TODAY)).toBeNull();
  });
});

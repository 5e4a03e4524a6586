import { describe, expect, test } from 'vitest';
import { CallRefused, refusalOf, refusalOfBody, UNREACHABLE } from '../../../portal/client/api/refusal';
import { secureRandomBelow } from '../../../portal/client/pages/access/secure-random';
import { moveInGrid } from '../../../portal/client/pages/bookings/grid-keys';
import { daysByMonth } from '../../../portal/client/pages/bookings/days-by-month';
import { dayAsked, periodNamed, periodTitle } from '../../../portal/client/pages/bookings/period-words';
import { doneSentence } from '../../../portal/client/pages/bookings/saving-words';
import { weekTitle } from '../../../portal/client/pages/bookings/week-words';
import type { CellChange, PeriodTable } from '../../../src-main/features/bookings/schema';
import type { Refusal } from '../../../src-main/kernel/errors';
import type { LocalDate } from '../../../src-main/kernel/local-date';

describe('the title of a week', () => {
  test.each([
    ['2026-11-09', [], 'Semaine du 9 au 13 novembre 2026'],
    ['2026-11-09', ['2026-11-09', '2026-11-14'], 'Semaine du 9 au 14 novembre 2026'],
    ['2026-11-30', ['2026-12-01'], 'Semaine du 30 novembre au 4 décembre 2026'],
    ['2026-12-28', [], 'Semaine du 28 décembre 2026 au 1er janvier 2027'],
    ['2027-02-01', [], 'Semaine du 1er au 5 février 2027'],
  ])('from Monday %s', (monday, days, title) => expect(weekTitle(monday as LocalDate, days as LocalDate[])).toBe(title));
});

describe('the arrows of a table of 2 rows and 5 columns', () => {
  test.each([
    ['ArrowRight', { row: 0, column: 1 }, { row: 0, column: 2 }],
    ['ArrowRight', { row: 0, column: 4 }, { row: 0, column: 4 }],
    ['ArrowLeft', { row: 1, column: 0 }, { row: 1, column: 0 }],
    ['ArrowDown', { row: 0, column: 3 }, { row: 1, column: 3 }],
    ['ArrowUp', { row: 0, column: 3 }, { row: 0, column: 3 }],
    ['Home', { row: 1, column: 3 }, { row: 1, column: 0 }],
    ['End', { row: 1, column: 3 }, { row: 1, column: 4 }],
    ['a', { row: 1, column: 3 }, null],
  ])('%s', (key, from, to) => expect(moveInGrid(key, from, 2, 5)).toEqual(to));
});

describe('what a call throws, as a sentence', () => {
  const refusal: Refusal = { code: 'x', message: 'Non.', fields: {}, reference: null };

  test('a refusal, from a plain route or a procedure', () => {
    expect(refusalOf(new CallRefused(refusal))).toBe(refusal);
    expect(refusalOf(Object.assign(new Error('x'), { data: { refusal } }))).toBe(refusal);
    expect(refusalOfBody({ refusal })).toBe(refusal);
  });

  test('no answer, or one that makes no sense', () => {
    expect(refusalOf(new TypeError('Failed to fetch'))).toBe(UNREACHABLE);
    expect(refusalOf(new SyntaxError('bad JSON')).code).toBe('unreadable');
    expect(refusalOfBody('<html>').code).toBe('unreadable');
    expect(refusalOf(null)).toBe(UNREACHABLE);
  });
});

test('random numbers stay below their bound and reach all of it', () => {
  const drawn = Array.from({ length: 500 }, () => secureRandomBelow(7));
  expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
});

describe('a period in words', () => {
  const day = (text: string) => text as LocalDate;

  test('its title, its name in a sentence, its address', () => {
    expect(periodTitle({ by: 'month', from: day('2026-10-01'), days: [] })).toBe('Octobre 2026');
    expect(periodNamed('month', day('2026-10-01'))).toBe('Mois d’octobre 2026');
    expect(periodNamed('month', day('2026-11-01'))).toBe('Mois de novembre 2026');
    expect(periodNamed('week', day('2026-11-09'))).toBe('Semaine du lundi 9 novembre');
    expect(dayAsked({ semaine: '2026-02-31', mois: '2026-11-01' })).toBe('2026-11-01');
    expect(dayAsked({})).toBeUndefined();
  });

  test('many days, month by month', () => {
    expect(daysByMonth([day('2026-12-01'), day('2026-11-12'), day('2026-11-13')])).toEqual([{ month: 'Novembre 2026', days: '12 et 13' }, { month: 'Décembre 2026', days: '1er' }]);
  });

  test('what was saved at once: one cell by its name, several by their number', () => {
    const table = { children: [{ childId: 1, firstName: 'Anna', rows: [{ service: 'cantine', label: 'Cantine' }] }] } as unknown as PeriodTable;
    const change = (of: string, booked: boolean): CellChange => ({ childId: 1, service: 'cantine', day: day(of), booked });
    expect(doneSentence([change('2026-11-12', true)], table)).toBe('Réservé : Anna, Cantine, jeudi 12 novembre.');
    expect(doneSentence([change('2026-11-12', false)], table)).toBe('Annulé : Anna, Cantine, jeudi 12 novembre.');
    expect(doneSentence([change('2026-11-12', true), change('2026-11-13', true), change('2026-11-16', false)], table)).toBe('Enregistré : 2\u00a0réservations et 1\u00a0annulation.');
  });
});

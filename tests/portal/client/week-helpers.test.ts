import { describe, expect, test } from 'vitest';
import { CallRefused, refusalOf, refusalOfBody, UNREACHABLE } from '../../../portal/client/api/refusal';
import { secureRandomBelow } from '../../../portal/client/pages/access/secure-random';
import { moveInGrid } from '../../../portal/client/pages/bookings/grid-keys';
import { weekTitle } from '../../../portal/client/pages/bookings/week-words';
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

import { describe, expect, test } from 'vitest';
import { byPeriod, wantedOf, withWanted } from '../../../portal/client/state/pending-changes';
import { cellAt, stillWanted } from '../../../portal/client/pages/bookings/still-wanted';
import type { Cell, CellChange, PeriodTable } from '../../../src-main/features/bookings/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';

const thursday = { childId: 1, service: 'cantine', day: '2026-11-05' as LocalDate };
const friday = { ...thursday, day: '2026-11-06' as LocalDate };

describe('ticks waiting to be saved', () => {
  test('a tick is a change, unticking it again is none', () => {
    const once = withWanted([], thursday, true, false);
    expect(once).toEqual([{ ...thursday, booked: true }]);
    expect(wantedOf(once, thursday)).toBe(true);
    expect(withWanted(once, thursday, false, false)).toEqual([]);
  });

  test('each cell counts once, the others stay', () => {
    const two = withWanted(withWanted([], thursday, true, false), friday, false, true);
    expect(withWanted(two, thursday, true, false)).toHaveLength(2);
    expect(wantedOf(two, friday)).toBe(false);
    expect(wantedOf(two, { ...friday, childId: 2 })).toBeUndefined();
  });
});

test('ticks go by week or by month, the earliest first', () => {
  const changes = ['2026-12-01', '2026-11-30', '2026-11-05'].map((day) => ({ ...thursday, day: day as LocalDate, booked: true }));
  expect(byPeriod(changes, 'week')).toEqual([{ from: '2026-11-02', day: '2026-11-05', count: 1 }, { from: '2026-11-30', day: '2026-11-30', count: 2 }]);
  expect(byPeriod(changes, 'month')).toEqual([{ from: '2026-11-01', day: '2026-11-05', count: 2 }, { from: '2026-12-01', day: '2026-12-01', count: 1 }]);
});

describe('when the table comes back', () => {
  const cell = (day: LocalDate, given: Partial<Cell>): Cell => ({ day, state: 'free', booked: false, mayChange: true, pending: false, priceCents: 320, invoiced: false, words: '', reason: null, until: null, ...given });
  const week = {
    children: [{ childId: 1, rows: [{ service: 'cantine', cells: [cell(thursday.day, { booked: true }), cell(friday.day, { booked: true, pending: true })] }] }],
  } as unknown as PeriodTable;
  const changes: CellChange[] = [{ ...thursday, booked: true }, { ...friday, booked: true }, { ...friday, childId: 9, booked: true }];

  test('what the other parent has saved meanwhile, and what is no longer shown, is dropped', () => {
    expect(stillWanted(changes, week)).toEqual([{ ...friday, booked: true }]);
    expect(cellAt(week, { ...friday, service: 'bus' })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { moveIn, within } from '../../../src-renderer/components/bookings/grid-moves';

const SIZE = { rows: 3, columns: 5 };

describe('the keys of the week', () => {
  it('move by one cell, up to the days and left to the names', () => {
    expect(moveIn('ArrowDown', false, { row: 0, column: 2 }, SIZE)).toEqual({ row: 1, column: 2 });
    expect(moveIn('ArrowUp', false, { row: 0, column: 2 }, SIZE)).toEqual({ row: -1, column: 2 });
    expect(moveIn('ArrowLeft', false, { row: 1, column: 0 }, SIZE)).toEqual({ row: 1, column: -1 });
    expect(moveIn('ArrowRight', false, { row: 1, column: 4 }, SIZE)).toEqual({ row: 1, column: 4 });
  });

  it('never stand in the corner above the names', () => {
    expect(moveIn('ArrowUp', false, { row: 0, column: -1 }, SIZE)).toEqual({ row: 0, column: -1 });
    expect(moveIn('ArrowLeft', false, { row: -1, column: 0 }, SIZE)).toEqual({ row: 0, column: -1 });
  });

  it('go to the ends of the line, with Ctrl to the ends of the week', () => {
    expect(moveIn('Home', false, { row: 1, column: 3 }, SIZE)).toEqual({ row: 1, column: 0 });
    expect(moveIn('End', false, { row: 1, column: 0 }, SIZE)).toEqual({ row: 1, column: 4 });
    expect(moveIn('Home', true, { row: 2, column: 3 }, SIZE)).toEqual({ row: 0, column: 0 });
    expect(moveIn('End', true, { row: 0, column: 0 }, SIZE)).toEqual({ row: 2, column: 4 });
  });

  it('leave letters alone', () => {
    expect(moveIn('a', false, { row: 0, column: 0 }, SIZE)).toBeNull();
  });

  it('stay inside when the other week is shorter', () => {
    expect(within({ row: 7, column: 6 }, SIZE)).toEqual({ row: 2, column: 4 });
    expect(within({ row: 0, column: 0 }, { rows: 0, columns: 0 })).toEqual({ row: -1, column: -1 });
  });
});

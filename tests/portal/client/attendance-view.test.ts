import { describe, expect, it } from 'vitest';
import { byWeek, cellSentence, columnOf, hoursOf, LEGEND, LOOKS, weekdaysOf } from '../../../portal/client/pages/attendance/attendance-view';
import type { AttendanceCell } from '../../../src-main/features/attendance/schema';
import { localDate } from '../../../src-main/kernel/local-date';

const cell = (day: string, given: Partial<AttendanceCell> = {}): AttendanceCell => ({ day: localDate(day), state: 'present', words: 'présent', arrival: null, departure: null, ...given });
// The canteen of October: no Wednesday, no weekend; it begins on a Thursday.
const days = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-08', '2026-10-09', '2026-10-12'].map(localDate);

describe('presences on a phone', () => {
  it('have a column for each weekday that is shown', () => {
    const weekdays = weekdaysOf(days);
    expect(weekdays).toEqual([0, 1, 3, 4]);
    expect(days.map((day) => columnOf(day, weekdays))).toEqual([3, 4, 1, 2, 3, 4, 1]);
  });
  it('have a line for each week', () => {
    expect(byWeek(days.map((day) => cell(day))).map((week) => week.length)).toEqual([2, 4, 1]);
  });
});

describe('a day’s words', () => {
  it('say the day, the state and the hours', () => {
    expect(cellSentence(cell('2026-10-05', { words: 'absence excusée' }))).toBe('lundi 5 octobre\u00a0: absence excusée'.replace('\u00a0', ' '));
    expect(hoursOf(cell('2026-10-05'))).toBe('');
    expect(hoursOf(cell('2026-10-05', { departure: '17:45' }))).toBe('départ 17\u00a0h\u00a045');
    expect(hoursOf(cell('2026-10-05', { arrival: '07:45' }))).toBe('arrivée 7\u00a0h\u00a045');
    expect(hoursOf(cell('2026-10-05', { arrival: '07:45', departure: '08:30' }))).toBe('7\u00a0h\u00a045 – 8\u00a0h\u00a030');
  });
  it('never rest on colour alone: each sign has an icon and a word of its own', () => {
    const icons = LEGEND.map(({ state }) => LOOKS[state].icon);
    expect(icons).not.toContain(null);
    expect(new Set(icons).size).toBe(icons.length);
    expect(new Set(LEGEND.map(({ words }) => words)).size).toBe(LEGEND.length);
  });
});

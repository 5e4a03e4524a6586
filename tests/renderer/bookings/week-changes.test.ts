import { describe, expect, it } from 'vitest';
import { cellsOfDay, cellsOfLine, mayForceCell, useWeekChanges } from '../../../src-renderer/components/bookings/week-changes';
import { BOOKED, buildCell, buildLine, buildSheet, CLOSED, MONDAY, PAST } from './build-sheet';

const anna = buildLine(1, 'ALAIN Anna', [{}, BOOKED, CLOSED]);
const theo = buildLine(2, 'ALAIN Théo', [{}, {}, CLOSED]);
const sheet = buildSheet([anna, theo], { placesLeft: [1, null, null] });
const started = () => useWeekChanges(() => sheet);

describe('ticks that wait to be saved', () => {
  it('are what differs from what is saved: a second press takes them back', () => {
    const changes = started();
    expect(changes.toggle({ line: anna, index: 0 })).toBe(true);
    expect(changes.list.value).toEqual([{ childId: 1, service: 'cantine-1', day: MONDAY, booked: true }]);
    expect(changes.said.value).toBe('ALAIN Anna, lundi 9 novembre : réservé, pas encore enregistré');
    changes.toggle({ line: anna, index: 0 });
    expect(changes.list.value).toEqual([]);
  });

  it('leave a closed day alone', () => {
    const changes = started();
    expect(changes.toggle({ line: anna, index: 2 })).toBe(false);
    expect(changes.list.value).toEqual([]);
  });

  it('count units a day and places left at once', () => {
    const changes = started();
    expect(changes.counts.value).toEqual({ byDay: [0, 1, 0], total: 1 });
    changes.toggleAll(cellsOfDay(sheet, 0), 'lundi');
    expect(changes.counts.value).toEqual({ byDay: [2, 1, 0], total: 3 });
    expect(changes.placesLeft.value).toEqual([-1, null, null]);
  });

  it('take a whole line: all booked, then all cancelled', () => {
    const changes = started();
    expect(changes.toggleAll(cellsOfLine(anna), anna.said)).toBe(1);
    expect(changes.said.value).toBe('ALAIN Anna : 1\u00a0jour réservé');
    expect(changes.toggleAll(cellsOfLine(anna), anna.said)).toBe(2);
    expect(changes.list.value).toMatchObject([{ day: '2026-11-10', booked: false }]);
    expect(changes.set(cellsOfLine(anna), false, anna.said)).toBe(0);
    expect(changes.said.value).toBe('ALAIN Anna : rien à changer');
  });
});

describe('days decided against the rules', () => {
  it('may be those that a deadline or a capacity closes, never a holiday', () => {
    expect(mayForceCell(buildCell(PAST))).toBe(true);
    expect(mayForceCell(buildCell(CLOSED))).toBe(false);
    expect(mayForceCell(buildCell())).toBe(false);
  });

  it('are put by their own command, and taken back by a press', () => {
    const late = buildLine(3, 'MARTIN Zoé', [PAST]);
    const changes = useWeekChanges(() => buildSheet([late]));
    expect(changes.toggle({ line: late, index: 0 })).toBe(false);
    changes.force({ line: late, index: 0 });
    expect(changes.hasForced.value).toBe(true);
    expect(changes.toggle({ line: late, index: 0 })).toBe(true);
    expect(changes.list.value).toEqual([]);
  });
});

describe('what a save refuses', () => {
  const refusal = { childId: 1, service: 'cantine-1', day: MONDAY, booked: true, sentence: 'Toutes les places sont prises ce jour-là.', mayForce: true };

  it('stands at its cell until it is ticked anew', () => {
    const changes = started();
    changes.toggle({ line: anna, index: 0 });
    changes.refuse([refusal]);
    expect(changes.refusalAt({ line: anna, index: 0 })).toEqual(refusal);
    changes.toggle({ line: anna, index: 0 });
    expect(changes.refusalAt({ line: anna, index: 0 })).toBeUndefined();
  });

  it('can be given up, the rest stays', () => {
    const changes = started();
    changes.toggle({ line: anna, index: 0 });
    changes.toggle({ line: theo, index: 1 });
    changes.refuse([refusal]);
    changes.dropRefused();
    expect(changes.list.value).toMatchObject([{ childId: 2 }]);
    expect(changes.refusals.size).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { RollCallRow } from '../../../src-main/features/attendance/schema';
import { changed, countsOf, keepMarks, keptMarks, rowKey, shownRows } from '../../../src-renderer/components/attendance/marks';
import type { Change, Mark } from '../../../src-renderer/components/attendance/marks';
import { hourLater, minutesAfter, parseTypedHour } from '../../../src-renderer/components/attendance/hours';
import { momentCame } from '../../../src-renderer/components/attendance/absence-words';
import { readAddress, writeAddress } from '../../../src-renderer/pages/attendance/use-attendance-address';
import { localDate } from '../../../src-main/kernel/local-date';

const DAY = localDate('2026-11-05');
const buildRow = (given: Partial<RollCallRow> = {}): RollCallRow => ({
  childId: 1, service: 'cantine-1', name: 'ALAIN Anna', school: 'École', className: 'PS', diet: '', hasPai: null, isUnderSix: true, booked: true,
  state: null, arrival: null, departure: null, recordedAt: null, reasons: [], isBilled: false, ...given,
});
const tap = (row: RollCallRow, change: Change, mark?: Mark): Mark | null => {
  const [shown] = shownRows([row], new Map(mark ? [[rowKey(row), mark]] : []), [row.service]);
  return changed(shown!, row, mark, change);
};

describe('what is tapped on a roll call', () => {
  it('waits with the state that the page saw, and goes when it is taken back', () => {
    const mark = tap(buildRow(), { state: 'present' });
    expect(mark).toEqual({ childId: 1, service: 'cantine-1', state: 'present', arrival: null, departure: null, seenAt: null });
    expect(tap(buildRow(), { state: null }, mark!)).toBeNull();
    const saved = buildRow({ state: 'present', recordedAt: '2026-11-05T11:00:00.000Z' as RollCallRow['recordedAt'] });
    expect(tap(saved, { state: 'absent' })).toMatchObject({ state: 'absent', seenAt: '2026-11-05T11:00:00.000Z' });
    expect(tap(saved, { state: 'present' })).toBeNull();
    expect(tap(saved, { state: null })).toMatchObject({ state: null });
  });

  it('drops the hours of a child who is not there, and confirms an absence that was told', () => {
    const there = tap(buildRow(), { state: 'present', departure: '17:45' });
    expect(there).toMatchObject({ departure: '17:45' });
    expect(tap(buildRow(), { state: 'absent' }, there!)).toMatchObject({ state: 'absent', departure: null });
    expect(tap(buildRow({ state: 'excused' }), { state: 'excused' })).toMatchObject({ state: 'excused' });
  });

  it('counts what the screen shows, children added by hand included', () => {
    const guest: Mark = { childId: 9, service: 'cantine-1', state: 'present', arrival: null, departure: null, seenAt: null, added: { name: 'LE GALL Éloïse', className: '' } };
    const rows = shownRows([buildRow(), buildRow({ childId: 2, state: 'absent' })], new Map([[rowKey(guest), guest]]), ['cantine-1']);
    expect(rows.map(({ name, booked, isPending }) => [name, booked, isPending])).toEqual([['ALAIN Anna', true, false], ['ALAIN Anna', true, false], ['LE GALL Éloïse', false, true]]);
    expect(countsOf(rows)).toEqual({ expected: 3, present: 1, absent: 1, excused: 0, left: 1 });
  });

  describe('is kept on the device', () => {
    beforeEach(() => sessionStorage.clear());
    it('day by day, until nothing waits; what makes no sense is left out', () => {
      const mark = tap(buildRow(), { state: 'present' })!;
      keepMarks(DAY, new Map([[rowKey(mark), mark]]));
      expect([...keptMarks(DAY).values()]).toEqual([mark]);
      expect(keptMarks(localDate('2026-11-06')).size).toBe(0);
      keepMarks(DAY, new Map());
      expect(keptMarks(DAY).size).toBe(0);
      sessionStorage.setItem('preau.roll-call.2026-11-05', '[{"childId":"x"},{"childId":1,"service":"cantine-1","state":"gone"}]');
      expect(keptMarks(DAY).size).toBe(0);
    });
  });
});

it('reads hours as people type them', () => {
  expect(['1745', '17h45', '17:45', '9', '9h', '8.05', '845'].map(parseTypedHour)).toEqual(['17:45', '17:45', '17:45', '09:00', '09:00', '08:05', '08:45']);
  expect(['', '25:00', '17:60', 'midi', '17456'].map(parseTypedHour)).toEqual([null, null, null, null, null]);
  expect(minutesAfter('18:30', '18:42')).toBe(12);
  expect(minutesAfter('18:30', '18:00')).toBe(0);
  expect(hourLater('17:58', 3 * 60_000)).toBe('18:01');
});

it('keeps the view in the address, without what makes no sense', () => {
  const address = readAddress({ jour: '2026-11-05', services: 'cantine-1,garderie-soir', ecole: '2', classe: 'x' });
  expect(address).toEqual({ view: 'call', day: DAY, services: ['cantine-1', 'garderie-soir'], schoolId: 2, classId: undefined });
  expect(writeAddress(address)).toEqual({ jour: '2026-11-05', services: 'cantine-1,garderie-soir', ecole: '2' });
  expect(readAddress({ jour: '2026-02-31', vue: 'repas' })).toMatchObject({ view: 'meals', day: undefined });
});

it('takes when a certificate came as it is typed: now when nothing is said today, noon of another day', () => {
  expect(momentCame('2026-11-05', '', DAY)).toBeNull();
  expect(momentCame('2026-10-08', '', DAY)).toBe('2026-10-08T12:00');
  expect(momentCame('2026-10-08', '8h05', DAY)).toBe('2026-10-08T08:05');
  expect(momentCame('2026-11-05', 'tôt', DAY)).toBe('2026-11-05Ttôt');
  expect(momentCame(null, '', DAY)).toBe('T12:00');
  expect(readAddress({ manque: '1' })).toMatchObject({ seeksLeft: true });
  expect(writeAddress(readAddress({ manque: '1', jour: '2026-11-05' }))).toEqual({ jour: '2026-11-05' });
});

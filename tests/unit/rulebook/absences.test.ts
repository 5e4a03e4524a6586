import { describe, expect, it } from 'vitest';
import { bareTown, november, oneChild } from '../../support/val-fleuri';

const deadlines = [{ id: 'matin', label: 'Le matin', kind: 'before', days: 0, at: '09:00', strict: true }];
const days = ['2026-11-12', '2026-11-13', '2026-11-16', '2026-11-17'];
const booked = (list = days): object => ({ type: 'book', at: '2026-10-01T10:00', child: 'a', service: 'cantine', days: list });
const tell = (at: string, list: string[], more: object = {}): object => ({ type: 'tellAbsence', at, child: 'a', days: list, reason: 'illness', ...more });
const absent = (list: string[], more: object = {}): object => ({ type: 'absent', child: 'a', service: 'cantine', days: list, ...more });
const proof = (at: string, more: object): object => ({ type: 'proof', at, child: 'a', kind: 'medical', ...more });

/** What each booked day costs, with these absence rows: 300 is full. */
function billed(absences: object[], events: object[], parts: object = {}): number[] {
  const rulebook = bareTown({ deadlines, absences, ...parts } as never);
  return november(rulebook, oneChild(events)).lines.map((line) => line.totalCents);
}

describe('an absence', () => {
  it('is due in full without a rule, late supplement included', () => {
    expect(billed([], [booked(), absent(days.slice(0, 1))])).toEqual([300, 300, 300, 300]);
    const late = { booking: [{ services: ['cantine'], book: { limit: 'matin', after: 'late' } }], adjustments: [{ id: 't', label: 'Tard', when: { booking: ['late'] }, add: 100 }] };
    const event = { type: 'book', at: '2026-11-12T10:00', child: 'a', service: 'cantine', days: ['2026-11-12'] };
    expect(billed([], [event, absent(['2026-11-12'])], late)).toEqual([400]);
  });
  it('may be free, have its own amount, a share, or a share plus cents', () => {
    const charge = (one: unknown): number[] => billed([{ id: 'r', label: 'Règle', charge: one }], [booked(['2026-11-12']), absent(['2026-11-12'])]);
    expect([charge('none'), charge('full'), charge({ price: 120 }), charge({ percent: '10' }), charge({ percent: '100', plus: 50 })]).toEqual([[0], [300], [120], [30], [350]]);
  });
  it('stands with an unknown price while the charge is not fixed', () => {
    const rulebook = bareTown({ absences: [{ id: 'r', label: 'Règle', charge: null }] } as never);
    expect(november(rulebook, oneChild([booked(['2026-11-12']), absent(['2026-11-12'])])).lines[0]).toMatchObject({ quantity: 1, unitPriceCents: null, totalCents: 0 });
  });
  it('carries its row and the price row', () => {
    const rulebook = bareTown({ absences: [{ id: 'due', label: 'due', charge: 'full' }] } as never);
    expect(november(rulebook, oneChild([booked(['2026-11-12']), absent(['2026-11-12'])])).lines[0]).toMatchObject({ rule: 'due', priceRule: 'repas' });
  });
  it('is judged by when it was told', () => {
    const rows = [{ id: 'dite', label: 'dite', when: { toldBefore: 'matin' }, charge: 'none' }];
    expect(billed(rows, [booked(days.slice(0, 2)), tell('2026-11-12T08:59', ['2026-11-12']), tell('2026-11-13T09:00', ['2026-11-13'])])).toEqual([0, 300]);
  });
  it('is judged by when its spell was told', () => {
    const rows = [{ id: 'dite', label: 'dite', when: { spellToldBefore: 'matin' }, charge: 'none' }];
    expect(billed(rows, [booked(), tell('2026-11-12T08:30', ['2026-11-12']), absent(['2026-11-13', '2026-11-16'])])).toEqual([0, 0, 0, 300]);
  });
  it('owes the first days of a spell, or frees them', () => {
    const spell = [booked(), absent(['2026-11-13', '2026-11-16', '2026-11-17'])];
    expect(billed([{ id: 'c', label: 'carence', when: { spellDay: { min: 2 } }, charge: 'none' }], spell)).toEqual([300, 300, 0, 0]);
    expect(billed([{ id: 'c', label: 'inverse', when: { spellDay: { max: 1 } }, charge: 'none' }], spell)).toEqual([300, 0, 300, 300]);
  });
  it('is measured by its length in bookings or in calendar days', () => {
    const spell = [booked(), absent(['2026-11-13', '2026-11-16'])];
    const rows = (range: object): object[] => [{ id: 'l', label: 'longue', when: { spellLength: range }, charge: 'none' }];
    expect(billed(rows({ min: 3 }), spell)).toEqual([300, 300, 300, 300]);
    expect(billed(rows({ unit: 'calendar', min: 4 }), spell)).toEqual([300, 0, 0, 300]);
  });
  it('lies in a spell that presence breaks, not a booking cancelled in time', () => {
    const rows = [{ id: 'c', label: 'carence', when: { spellDay: { min: 2 } }, charge: 'none' }];
    expect(billed(rows, [booked(), absent(['2026-11-12', '2026-11-16'])])).toEqual([300, 300, 300, 300]);
    const cancel = { type: 'cancel', at: '2026-11-01T10:00', child: 'a', service: 'cantine', days: ['2026-11-13'] };
    expect(billed(rows, [booked(), cancel, absent(['2026-11-12', '2026-11-16'])])).toEqual([300, 0, 300]);
  });
  it('is excused by a proof that comes in its delay', () => {
    const rows = (when: object): object[] => [{ id: 'p', label: 'certificat', when: { proof: { kinds: ['medical'], ...when } }, charge: 'none' }];
    const given = (when: object, at: string): number => billed(rows(when), [booked(['2026-11-12']), absent(['2026-11-12']), proof(at, { days: ['2026-11-12'] })])[0]!;
    expect([given({ withinHours: 48 }, '2026-11-14T00:00'), given({ withinHours: 48 }, '2026-11-14T00:01')]).toEqual([0, 300]);
    expect([given({ withinHours: 48, from: 'start' }, '2026-11-14T12:00'), given({ withinHours: 48, from: 'end' }, '2026-11-15T00:00')]).toEqual([0, 0]);
    expect([given({ withinDays: 10 }, '2026-11-22T23:59'), given({ withinDays: 10 }, '2026-11-23T00:00')]).toEqual([0, 300]);
    expect(given({}, '2027-06-01T10:00')).toBe(0);
    expect(billed(rows({}), [booked(['2026-11-12']), proof('2026-11-12T10:00', { days: ['2026-11-12'] })])).toEqual([300]);
  });
  it('is excused by a proof that covers enough days', () => {
    const rows = [{ id: 'c', label: 'longue maladie', when: { covers: { minDays: 7 } }, charge: 'none' }];
    const events = (to: string): object[] => [booked(['2026-11-12', '2026-11-13']), absent(['2026-11-12', '2026-11-13']), proof('2026-11-20T10:00', { from: '2026-11-12', to })];
    expect([billed(rows, events('2026-11-18')), billed(rows, events('2026-11-17'))]).toEqual([[0, 0], [300, 300]]);
  });
  it('runs until the return is told', () => {
    const rows = [{ id: 'dite', label: 'dite', when: { told: true }, charge: 'none' }];
    const events = [booked(), tell('2026-11-12T08:00', [], { days: undefined, from: '2026-11-12' }), { type: 'tellReturn', at: '2026-11-15T10:00', child: 'a', on: '2026-11-17' }];
    expect(billed(rows, events)).toEqual([0, 0, 0, 300]);
  });
  it('gives way to attendance', () => {
    const rows = [{ id: 'dite', label: 'dite', when: { told: true }, charge: 'none' }];
    expect(billed(rows, [booked(['2026-11-12']), tell('2026-11-12T08:00', ['2026-11-12']), { type: 'attend', child: 'a', service: 'cantine', days: ['2026-11-12'] }])).toEqual([300]);
  });
  it('comes of a disruption, which nobody has to tell; a closure removes the unit', () => {
    const rows = [{ id: 'greve', label: 'grève', when: { reason: ['strike'] }, charge: 'none' }];
    const strike = (reason: string): object => ({ type: 'disruption', reason, days: ['2026-11-12'] });
    expect(billed(rows, [booked(['2026-11-12', '2026-11-13']), strike('strike')])).toEqual([0, 300]);
    expect(billed(rows, [booked(['2026-11-12', '2026-11-13']), strike('closure')])).toEqual([300]);
  });
  it('says until when the meal may be fetched', () => {
    const rulebook = bareTown({ absences: [{ id: 'due', label: 'due', charge: 'full', takeAwayFrom: '11:30', takeAwayUntil: '12:00' }] } as never);
    expect(november(rulebook, oneChild([booked(['2026-11-12']), absent(['2026-11-12'])])).lines[0]!.explanation).toContain('repas à emporter de 11 h 30 à 12 h');
  });
});

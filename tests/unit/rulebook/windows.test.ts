import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import type { Result } from '../../../src-main/features/rulebook/schema';
import { localDate } from '../../../src-main/kernel/local-date';
import { bareTown, facts, november, oneChild, totals } from '../../support/val-fleuri';

const book = (service: string, days: string[], child = 'a'): object => ({ type: 'book', at: '2026-10-01T10:00', child, service, days });
const days = (count: number): string[] => ['02', '03', '05', '06', '09', '10', '12', '13', '16', '17', '19', '20'].slice(0, count).map((day) => `2026-11-${day}`);
const bundle = (more: object): object => ({ id: 'forfait', label: 'Forfait', services: ['cantine'], per: 'month', by: 'child', effect: 'replace', price: 1000, ...more });

function run(parts: object, events: object[], family: object = {}, child: object = {}): Result {
  return november(bareTown(parts as never), oneChild(events, family, child));
}

describe('bundles', () => {
  it('replace the lines from a threshold on, even if dearer', () => {
    expect(run({ bundles: [bundle({ from: 4 })] }, [book('cantine', days(3))]).totals.totalCents).toBe(900);
    const result = run({ bundles: [bundle({ from: 4 })] }, [book('cantine', days(4))]);
    expect(totals(result.lines)).toEqual([['unit repas', 0], ['unit repas', 0], ['unit repas', 0], ['unit repas', 0], ['bundle forfait', 1000]]);
    expect(result.lines.at(-1)).toMatchObject({ day: '2026-11-06', child: 'a', service: 'cantine', quantity: 1 });
    expect(run({ bundles: [bundle({ price: 5000 })] }, [book('cantine', days(1))]).totals.totalCents).toBe(5000);
  });
  it('bound the total from above or below', () => {
    expect(totals(run({ bundles: [bundle({ effect: 'atMost' })] }, [book('cantine', days(5))]).lines).at(-1)).toEqual(['bundle forfait', -500]);
    expect(totals(run({ bundles: [bundle({ effect: 'atLeast' })] }, [book('cantine', days(1))]).lines).at(-1)).toEqual(['bundle forfait', 700]);
    expect(run({ bundles: [bundle({ effect: 'atLeast' })] }, []).lines).toEqual([]);
  });
  it('look at one day and all the services that they need', () => {
    const parts = { bundles: [bundle({ services: ['cantine', 'soir'], needs: ['cantine', 'soir'], per: 'day', price: 400 })] };
    expect(run(parts, [book('cantine', days(2)), book('soir', days(1))]).totals.totalCents).toBe(700);
  });
  it('leave adjustments marked outside on top', () => {
    const parts = { bundles: [bundle({ from: 2 })], adjustments: [{ id: 'hors', label: 'Hors', add: 50, outsideBundles: true }] };
    expect(run(parts, [book('cantine', days(2))]).totals.totalCents).toBe(1100);
  });
  it('take the smaller window first; the larger one sees its line', () => {
    const parts = { bundles: [bundle({ id: 'mois', effect: 'atMost', price: 700, services: ['cantine', 'soir'] }), bundle({ id: 'jour', services: ['cantine', 'soir'], needs: ['soir'], per: 'day', price: 400 })] };
    expect(totals(run(parts, [book('cantine', days(2)), book('soir', days(2))]).lines).filter(([name]) => name.startsWith('bundle'))).toEqual([['bundle jour', 400], ['bundle jour', 400], ['bundle mois', -100]]);
  });
  it('leave absences aside unless they count', () => {
    const absent = { type: 'absent', child: 'a', service: 'cantine', days: days(1) };
    expect(run({ bundles: [bundle({ from: 2 })] }, [book('cantine', days(2)), absent]).totals.totalCents).toBe(600);
    expect(run({ bundles: [bundle({ from: 2, countAbsences: true })] }, [book('cantine', days(2)), absent]).totals.totalCents).toBe(1000);
  });
  it('count days or presences, for a child or for the family', () => {
    const family = { children: [{ id: 'a', birthOn: '2016-01-01' }, { id: 'b', birthOn: '2018-01-01' }] };
    const events = [book('cantine', days(2)), book('cantine', days(2), 'b')];
    expect(run({ bundles: [bundle({ by: 'family', count: 'days', from: 3 })] }, events, family).totals.totalCents).toBe(1200);
    expect(run({ bundles: [bundle({ by: 'family', count: 'presences', from: 3 })] }, events, family).totals.totalCents).toBe(1000);
  });
  it('price a week by its number of days', () => {
    const ladder = { kind: 'ladder', over: 'count', steps: [{ upTo: 3, price: 900 }, { upTo: 4, price: 1100 }, { price: 1300 }] };
    expect(run({ bundles: [bundle({ per: 'week', price: ladder })] }, [book('cantine', days(7))]).totals.totalCents).toBe(2000);
  });
  it('sell booklets of tickets and carry over what is left', () => {
    const booklet = bundle({ price: { kind: 'slices', over: 'count', size: 10, started: true, price: 2500 }, carryOver: 'schoolYear' });
    const result = run({ bundles: [booklet] }, [book('cantine', ['2026-10-05', '2026-10-06', '2026-10-08']), book('cantine', days(8))]);
    expect(result.lines.at(-1)).toMatchObject({ totalCents: 2500, remaining: 9 });
    expect(run({ bundles: [booklet] }, [book('cantine', ['2026-10-05', '2026-10-06']), book('cantine', days(8))]).lines.at(-1)).toMatchObject({ totalCents: 0, remaining: 0 });
  });
  it('leave the lines as they are while their price is not fixed', () => {
    const result = run({ bundles: [bundle({ price: null })] }, [book('cantine', days(1))]);
    expect(result.lines).toMatchObject([{ totalCents: 300 }]);
    expect(result.lines[0]!.explanation).toContain('Forfait : prix non fixé');
  });
  it('see the days of their own version only', () => {
    const first = bareTown({ bundles: [bundle({ from: 3 })] } as never);
    const rulebook = { ...first, versions: [first.versions[0]!, { ...first.versions[0]!, from: localDate('2026-11-05') }] };
    expect(november(rulebook, oneChild([book('cantine', days(4))])).totals.totalCents).toBe(1200);
  });
});

describe('charges', () => {
  const charge = (more: object): object => ({ id: 'frais', label: 'Frais', nature: 'fee', trigger: 'enrolment', per: 'child', every: 'month', price: 1000, ...more });
  const enrolled = { enrolments: [{ service: 'cantine', from: '2026-09-10' }] };
  const period = (parts: object, from: string, to: string, child: object = enrolled, family: object = {}): [string, number][] =>
    evaluate(bareTown(parts as never), oneChild([], family, child), { from: localDate(from), to: localDate(to) }).lines.map((line) => [line.day, line.totalCents]);
  it('are due for each month that an enrolment touches', () => {
    expect(period({ charges: [charge({})] }, '2026-09-01', '2026-11-30')).toEqual([['2026-09-10', 1000], ['2026-10-01', 1000], ['2026-11-01', 1000]]);
    expect(period({ charges: [charge({ months: [9, 11] })] }, '2026-09-01', '2026-12-31')).toEqual([['2026-09-10', 1000], ['2026-11-01', 1000]]);
  });
  it('make a membership due once a school year, dated its first day', () => {
    const membership = { charges: [charge({ nature: 'membership', per: 'family', every: 'schoolYear' })] };
    expect(period(membership, '2026-11-01', '2026-11-30')).toEqual([]);
    expect(period(membership, '2026-09-01', '2027-10-31')).toEqual([['2026-09-10', 1000], ['2027-09-01', 1000]]);
  });
  it('are not due when they were paid elsewhere', () => {
    expect(period({ charges: [charge({ every: 'schoolYear' })] }, '2026-09-01', '2026-09-30', { ...enrolled, held: [{ charge: 'frais', on: '2026-09-02' }] })).toEqual([]);
  });
  it('follow a kind of periods, and only inside them', () => {
    const calendar = { periods: [{ id: 't1', kind: 'trimestre', label: 'T1', from: '2026-09-01', to: '2026-12-18' }, { id: 't2', kind: 'trimestre', label: 'T2', from: '2027-01-04', to: '2027-03-31' }] };
    expect(period({ calendar, charges: [charge({ every: 'trimestre' })] }, '2026-09-01', '2027-06-30')).toEqual([['2026-09-10', 1000], ['2027-01-04', 1000]]);
  });
  it('are due on the first use, or on each late unit, once a day', () => {
    expect(run({ charges: [charge({ trigger: 'use', every: 'schoolYear' })] }, [book('cantine', days(3))]).lines.filter((line) => line.kind === 'charge')).toMatchObject([{ day: '2026-11-02', totalCents: 1000 }]);
    const came = { type: 'attend', child: 'a', services: ['cantine', 'soir'], days: days(2) };
    expect(run({ charges: [charge({ trigger: 'late', every: 'event', price: 100 })] }, [came]).totals.totalCents).toBe(1200);
  });
  it('penalise a late collection, once for the family and day, the longest', () => {
    const family = { children: [{ id: 'a' }, { id: 'b' }] };
    const late = (child: string, departure: string): object => ({ type: 'attend', child, service: 'soir', days: days(1), departure });
    const penalty = charge({ trigger: 'lateCollection', per: 'family', every: 'event', nature: 'penalty', graceMinutes: 10, price: { kind: 'slices', size: 15, started: true, price: 500 } });
    const fined = (more: object, ...events: object[]): number => run({ charges: [{ ...penalty, ...more }] }, events, family).lines.filter((line) => line.kind === 'charge').reduce((sum, line) => sum + line.totalCents, 0);
    expect(fined({}, late('a', '18:40'))).toBe(0);
    expect(fined({}, late('a', '18:41'), late('b', '18:50'))).toBe(1000);
    expect(fined({ per: 'child' }, late('a', '18:41'), late('b', '18:50'))).toBe(1500);
    expect(fined({ countFromGrace: true }, late('a', '18:41'))).toBe(500);
  });
  it('follow a counter: from the second of the year', () => {
    const counters = [{ id: 'retards', label: 'Retards', counts: 'lateCollection', per: 'family', every: 'schoolYear' }];
    const penalty = charge({ trigger: 'lateCollection', per: 'family', every: 'event', when: { counter: { id: 'retards', min: 2 } }, price: 500 });
    const late = { type: 'attend', child: 'a', service: 'soir', days: days(3), departure: '18:45' };
    expect(run({ counters, charges: [penalty] }, [late]).lines.filter((line) => line.kind === 'charge').map((line) => line.day)).toEqual(['2026-11-03', '2026-11-05']);
  });
  it('come of happenings; price 0 with a message is a warning', () => {
    const charges = [charge({ trigger: 'happening', happening: 'carte', every: 'event', per: 'family', price: 300 }), charge({ id: 'avis', trigger: 'happening', happening: 'carte', every: 'schoolYear', per: 'family', price: 0, message: 'Attention' })];
    const result = run({ charges }, [{ type: 'happening', kind: 'carte', on: '2026-11-03' }, { type: 'happening', kind: 'carte', on: '2026-11-05' }]);
    expect(totals(result.lines)).toEqual([['charge frais', 300], ['charge frais', 300], ['charge avis', 0]]);
    expect(result.lines.at(-1)!.explanation).toContain('Attention');
  });
  it('are given back for a long absence that is proved', () => {
    const charges = [charge({ refund: [{ when: { covers: { minDays: 15 } }, percent: '50' }] })];
    const proof = { type: 'proof', at: '2026-11-20T10:00', child: 'a', kind: 'medical', from: '2026-10-25', to: '2026-11-15' };
    expect(run({ charges }, [proof], {}, enrolled).totals.totalCents).toBe(500);
    expect(run({ charges }, [{ ...proof, to: '2026-11-14' }], {}, enrolled).totals.totalCents).toBe(1000);
  });
  it('stand with an unknown price', () => expect(run({ charges: [charge({ price: null })] }, [], {}, enrolled).lines).toMatchObject([{ unitPriceCents: null, totalCents: 0 }]));
});

describe('counters on lines', () => {
  const counters = [{ id: 'tard', label: 'Tard', counts: 'late', per: 'child', every: 'month' }];
  it('raise only the first units', () => {
    const adjustments = [{ id: 'x', label: 'X', when: { booking: ['none'], counter: { id: 'tard', max: 2 } }, add: 100 }];
    const result = run({ counters, adjustments }, [{ type: 'attend', child: 'a', service: 'cantine', days: days(4) }]);
    expect(result.lines.map((line) => line.totalCents)).toEqual([400, 400, 300, 300]);
  });
  it('reprice the whole order of the month', () => {
    const prices = [{ id: 'tard', label: 'Tard', services: ['cantine'], when: { lateOrder: 'month' }, price: 400 }, { id: 'repas', label: 'R', services: ['cantine'], price: 300 }];
    const parts = { prices, deadlines: [{ id: 'veille', label: 'V', kind: 'before', days: 1, at: '10:00' }], booking: [{ services: ['cantine'], book: { limit: 'veille', after: 'late' } }] };
    const late = { type: 'book', at: '2026-11-09T12:00', child: 'a', service: 'cantine', days: ['2026-11-10'] };
    expect(run(parts, [book('cantine', days(2)), late]).totals.totalCents).toBe(1200);
  });
});

describe('aids', () => {
  const aid = (more: object): object => ({ id: 'ccas', label: 'CCAS', payer: 'CCAS', mode: 'deduct', services: ['cantine'], amount: 120, ...more });
  it('deduct, never more than the line', () => {
    expect(run({ aids: [aid({})] }, [book('cantine', days(2))]).totals).toMatchObject({ totalCents: 360, aids: { ccas: 240 } });
    expect(run({ aids: [aid({ amount: 900 }), aid({ id: 'autre', amount: 50 })] }, [book('cantine', days(1))]).totals).toMatchObject({ totalCents: 0, aids: { ccas: 300 } });
    expect(run({ aids: [aid({ amount: undefined, percent: '25' })] }, [book('cantine', days(1))]).totals.totalCents).toBe(225);
  });
  it('stop at their cap', () => {
    expect(run({ aids: [aid({ cap: { cents: 300, per: 'family', every: 'month' } })] }, [book('cantine', days(4))]).totals).toMatchObject({ totalCents: 900, aids: { ccas: 300 } });
  });
  it('only count what the State pays', () => expect(run({ aids: [aid({ mode: 'track' })] }, [book('cantine', days(2))]).totals).toEqual({ totalCents: 600, byFamily: { f: 600 }, aids: { ccas: 240 } }));
  it('pay memberships where they name them', () => {
    const charges = [{ id: 'adhesion', label: 'Adhésion', nature: 'membership', trigger: 'enrolment', per: 'family', every: 'schoolYear', price: 2000 }];
    const family = { children: [{ id: 'a', enrolments: [{ service: 'cantine', from: '2026-11-02' }] }] };
    expect(november(bareTown({ charges, aids: [aid({ services: undefined, charges: ['adhesion'], amount: 500 })] } as never), facts({ family: { id: 'f', zone: 'commune', fund: 'CAF', ...family } as never })).totals.totalCents).toBe(1500);
  });
});

describe('a cart', () => {
  const parts = {
    deadlines: [{ id: 'veille', label: 'V', kind: 'before', days: 1, at: '12:00' }],
    booking: [{ services: ['cantine'], book: { limit: 'veille', after: 'refuse' }, payment: { holdMinutes: 60, latePayment: 'bookElseCredit' } }],
  };
  const put = (at: string): object => ({ type: 'book', at, child: 'a', service: 'cantine', days: ['2026-11-12'], cart: 'p1' });
  const pay = (at: string, more: object = {}): object => ({ type: 'pay', at, cart: 'p1', ...more });
  const state = (events: object[], at: string, other: object = parts): [string, number] => {
    const result = november(bareTown(other as never), { ...oneChild(events), at: at as never });
    return [result.carts[0]!.state, result.lines.length];
  };
  it('waits, is paid or is released', () => {
    expect(state([put('2026-11-10T10:00')], '2026-11-10T11:00')).toEqual(['pending', 0]);
    expect(state([put('2026-11-10T10:00')], '2026-11-10T11:01')).toEqual(['released', 0]);
    expect(state([put('2026-11-10T10:00'), pay('2026-11-10T11:00')], '2026-11-10T12:00')).toEqual(['firm', 1]);
  });
  it('keeps its place while it is held, past the limit of booking', () => expect(state([put('2026-11-11T11:50'), pay('2026-11-11T12:30')], '2026-11-11T13:00')).toEqual(['firm', 1]));
  it('is booked again by a late payment, else credited', () => {
    expect(state([put('2026-11-10T10:00'), pay('2026-11-11T12:00')], '2026-11-12T10:00')).toEqual(['firm', 1]);
    expect(state([put('2026-11-10T10:00'), pay('2026-11-11T12:01')], '2026-11-12T10:00')).toEqual(['credited', 0]);
    expect(state([put('2026-11-10T10:00'), pay('2026-11-11T11:00', { placesLeft: false })], '2026-11-12T10:00')).toEqual(['credited', 0]);
  });
  it('must be paid by a deadline', () => {
    const by = { ...parts, booking: [{ ...parts.booking[0], payment: { by: 'veille', latePayment: 'credit' } }] };
    expect(state([put('2026-11-10T10:00'), pay('2026-11-11T12:00')], '2026-11-12T10:00', by)).toEqual(['firm', 1]);
    expect(state([put('2026-11-10T10:00'), pay('2026-11-11T12:01')], '2026-11-12T10:00', by)).toEqual(['credited', 0]);
  });
});

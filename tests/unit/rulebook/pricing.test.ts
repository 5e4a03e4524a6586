import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import type { Line } from '../../../src-main/features/rulebook/schema';
import { localDate } from '../../../src-main/kernel/local-date';
import { bareTown, facts, november, oneChild, services } from '../../support/val-fleuri';

const book = (days: string[], more: object = {}): object => ({ type: 'book', at: '2026-10-01T10:00', child: 'a', service: 'cantine', days, ...more });
const stay = (departure: string, more: object = {}): object[] => [
  { type: 'book', at: '2026-10-01T10:00', child: 'a', service: 'soir', days: ['2026-11-12'] },
  { type: 'attend', child: 'a', service: 'soir', days: ['2026-11-12'], departure, ...more },
];

/** The line of one meal with this price. */
function meal(price: unknown, family: object = {}, parts: object = {}): Line {
  const rulebook = bareTown({ prices: [{ id: 'repas', label: 'Repas', services: ['cantine'], price }, { id: 'soir', label: 'Soir', services: ['soir'], price: 200 }], ...parts });
  return november(rulebook, oneChild([book(['2026-11-12'])], family)).lines[0]!;
}
const evening = (price: unknown, departure: string, parts: object = {}, more: object = {}): Line =>
  november(bareTown({ prices: [{ id: 'soir', label: 'Soir', services: ['soir'], price }], ...parts }), oneChild(stay(departure, more))).lines[0]!;
const qf = (value: string): object => ({ measures: { qf: [{ value, from: '2026-01-01' }] } });

describe('brackets', () => {
  const grid = { kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { from: '701', upTo: '1000', price: 200 }, { from: '1001', price: 300 }] };
  it('take the first whose upper bound is not below the value', () => {
    expect(['700', '700.5', '701', '1000.01'].map((value) => meal(grid, qf(value)).totalCents)).toEqual([100, 200, 200, 300]);
  });
  it('take the last one without proof, and say so', () => {
    const result = november(bareTown({ prices: [{ id: 'r', label: 'Repas', services: ['cantine'], price: grid }, { id: 's', label: 'S', services: ['soir'], price: 1 }] }), oneChild([book(['2026-11-12'])]));
    expect(result).toMatchObject({ flags: ['noProof'], totals: { totalCents: 300 } });
  });
  it('give no price where the proof must be asked', () => {
    const measures = [{ id: 'qf', label: 'Quotient familial', source: 'declared', missing: 'ask' }];
    expect(meal(grid, {}, { measures })).toMatchObject({ unitPriceCents: null, totalCents: 0, explanation: ['Repas : QF à demander, prix non fixé'] });
  });
  it('take the last one where the text says so', () => {
    const measures = [{ id: 'qf', label: 'QF', source: 'declared', missing: 'highest', highestWhen: { fund: ['autre'] } }];
    expect(meal(grid, { ...qf('100'), fund: 'autre' }, { measures }).totalCents).toBe(300);
  });
  it('share the bounds of a scale', () => {
    const scales = [{ id: 'tranches', measure: 'qf', rows: [{ upTo: '700' }, {}] }];
    expect(meal({ kind: 'brackets', scale: 'tranches', prices: [150, 250] }, qf('701'), { scales }).totalCents).toBe(250);
  });
  it('are unknown where a bound is', () => {
    expect(meal({ kind: 'brackets', measure: 'qf', rows: [{ upTo: null, price: 100 }, { price: 200 }] }, qf('5')).unitPriceCents).toBeNull();
  });
  it('shift for everyone concerned, and stop at the first and last', () => {
    const adjustments = [{ id: 'moins', label: 'tranche inférieure', bracketShift: -1 }];
    expect(['100', '800', '2000'].map((value) => meal(grid, qf(value), { adjustments }).totalCents)).toEqual([100, 100, 200]);
  });
});

describe('a rate', () => {
  const rate = { kind: 'rate', measure: 'qf', factor: '0.0036', measureMin: '400', priceMin: 150, priceMax: 300 };
  const rounding = { at: 'unit', mode: 'halfUp' };
  it('multiplies the measure and explains itself', () => {
    expect(meal(rate, qf('722'), { rounding })).toMatchObject({ totalCents: 260, explanation: ['Repas : QF 722 × 0,36 % = 2,60 €'] });
  });
  it('is clamped, the measure first, the price after', () => {
    expect(meal(rate, qf('100'), { rounding }).explanation[0]).toBe('Repas : QF 100 ramené à 400, QF 400 × 0,36 % = 1,44 €, plancher appliqué, 1,50 €');
    expect(meal(rate, qf('2000'), { rounding }).totalCents).toBe(300);
  });
  it('takes its ceiling without proof', () => expect(meal(rate, {}, { rounding }).totalCents).toBe(300));
  it('rounds the unit at once, or the line at the end', () => {
    const price = { kind: 'slices', size: 30, started: true, price: { kind: 'rate', measure: 'qf', factor: '0.0027' } };
    const cost = (mode: object): number => november(bareTown({ prices: [{ id: 's', label: 'S', services: ['soir'], price }], rounding: mode as never }), oneChild(stay('18:30'), qf('1234'))).lines[0]!.totalCents;
    expect([cost({ at: 'unit', mode: 'halfUp' }), cost({ at: 'line', mode: 'halfUp' }), cost({ at: 'unit', mode: 'up' }), cost({ at: 'line', mode: 'down', stepCents: 5 })]).toEqual([1332, 1333, 1336, 1330]);
  });
});

describe('slices and ladders', () => {
  it('count slices begun, with grace, or full ones', () => {
    const slices = (more: object): object => ({ kind: 'slices', size: 30, price: 50, ...more });
    expect(evening(slices({ started: true }), '17:31')).toMatchObject({ quantity: 3, unitPriceCents: 50, totalCents: 150 });
    expect(evening(slices({ started: true, grace: 5 }), '17:34').quantity).toBe(2);
    expect(evening(slices({ started: true }), '16:30').quantity).toBe(1);
    expect(evening(slices({ started: false }), '17:29').quantity).toBe(1);
    expect(evening(slices({}), '17:01').quantity).toBe(2);
  });
  it('never count minutes after the session', () => expect(evening({ kind: 'slices', size: 60, started: true, price: 50 }, '19:45').quantity).toBe(2));
  it('charge an indivisible first hour', () => {
    const price = { kind: 'slices', size: 30, started: true, first: { size: 60, price: 135 }, price: 43 };
    expect(['17:00', '17:31', '18:30'].map((at) => evening(price, at).totalCents)).toEqual([135, 178, 221]);
  });
  it('take the whole session when the hour is not known', () => {
    const price = { kind: 'ladder', over: 'minutes', steps: [{ upTo: 45, price: 100 }, { upTo: 90, price: 150 }, { price: 200 }] };
    expect(november(bareTown({ prices: [{ id: 's', label: 'S', services: ['soir'], price }] }), oneChild([stay('17:00')[0]])).lines[0]!.totalCents).toBe(200);
    expect(evening(price, '17:15').totalCents).toBe(100);
    expect(evening(price, '17:16').totalCents).toBe(150);
  });
  it('take minutes as they are told', () => {
    expect(evening({ kind: 'slices', size: 15, started: true, price: 10 }, '18:30', {}, { minutes: 31 }).quantity).toBe(3);
  });
  it('measure a day in two ranges', () => {
    const day = { ...services.evening, session: undefined, sessions: [{ from: '09:00', to: '12:00' }, { from: '14:00', to: '17:00' }], clock: 'both' };
    const price = { kind: 'slices', size: 60, started: true, price: 100 };
    const line = november(bareTown({ services: [day], prices: [{ id: 's', label: 'S', services: ['soir'], price }] }), oneChild([{ type: 'attend', child: 'a', service: 'soir', days: ['2026-11-12'], arrival: '10:00', departure: '15:00' }])).lines[0]!;
    expect(line.quantity).toBe(3);
  });
});

describe('other formulas', () => {
  it('take a multiple of another price, of a formula, of a cost', () => {
    expect(meal({ kind: 'multiple', of: { price: 'soir' }, times: '10' }).totalCents).toBe(2000);
    expect(meal({ kind: 'multiple', of: 305, times: '0.5' }).totalCents).toBe(153);
    const outing = bareTown({ prices: [{ id: 'sortie', label: 'Sortie', services: ['cantine'], price: { kind: 'multiple', of: 'cost', times: '0.3' } }] });
    expect(november(outing, oneChild([book(['2026-11-12'], { costCents: 2000 })])).lines[0]!.totalCents).toBe(600);
  });
  it('add parts', () => expect(meal({ kind: 'sum', of: [120, { kind: 'multiple', of: 100, times: '0.8' }] }).totalCents).toBe(200));
  it('stand for another row, but not for themselves', () => {
    expect(meal({ price: 'soir' }).totalCents).toBe(200);
    expect(meal({ price: 'repas' }).unitPriceCents).toBeNull();
  });
  it('choose the first case that holds', () => {
    const price = { kind: 'choose', cases: [{ when: { zone: ['hors'] }, price: 500 }, { price: 320 }] };
    expect([meal(price).totalCents, meal(price, { zone: 'hors' }).totalCents]).toEqual([320, 500]);
  });
});

describe('measures', () => {
  const grid = { kind: 'brackets', measure: 'qf', rows: [{ upTo: '1000', price: 100 }, { price: 300 }] };
  const on = (day: string, entries: object[], measure: object = {}): number => {
    const rulebook = bareTown({ measures: [{ id: 'qf', label: 'QF', source: 'declared', missing: 'highest', ...measure }] as never, prices: [{ id: 'r', label: 'R', services: ['cantine'], price: grid }] as never });
    const result = evaluate(rulebook, oneChild([book([day])], { measures: { qf: entries } }), { from: localDate('2026-01-01'), to: localDate('2027-12-31') });
    return result.lines[0]!.totalCents;
  };
  const proved = [{ value: '2000', from: '2026-01-01' }, { value: '500', provedOn: '2026-11-12' }];
  it('count from the next month, the same month, or the day of the proof', () => {
    expect([on('2026-11-13', proved, { effective: 'nextMonth' }), on('2026-12-01', proved, { effective: 'nextMonth' })]).toEqual([300, 100]);
    expect([on('2026-11-02', proved, { effective: 'sameMonth' })]).toEqual([100]);
    expect([on('2026-11-10', proved, { effective: 'provedDay' }), on('2026-11-12', proved, { effective: 'provedDay' })]).toEqual([300, 100]);
  });
  it('lapse at their renewal', () => {
    const old = [{ value: '500', from: '2026-09-01' }];
    expect([on('2026-12-17', old, { renewal: '12-31' }), on('2027-01-04', old, { renewal: '12-31' })]).toEqual([100, 300]);
  });
  it('are computed from what is declared, abatements taken off before the division', () => {
    const measure = { source: 'computed', plus: ['revenus'], minus: ['loyer'], dividedBy: 'parts', abatements: [{ when: { fund: ['CAF'] }, amount: '600' }] };
    const entry = { from: '2026-01-01', inputs: { revenus: '4000', loyer: '400', parts: '3' } };
    expect(on('2026-11-12', [entry], measure)).toBe(100);
    expect(on('2026-11-12', [{ ...entry, inputs: { ...entry.inputs, parts: '2' } }], measure)).toBe(300);
    expect(on('2026-11-12', [{ ...entry, inputs: { revenus: '100' } }], measure)).toBe(300);
  });
});

describe('adjustments', () => {
  it('compound in file order on the price reached so far', () => {
    const adjustments = [{ id: 'plus', label: 'Majoration', percent: '50' }, { id: 'fixe', label: 'Fixe', add: 100 }, { id: 'moins', label: 'Remise', percent: '-10' }];
    expect(meal(300, {}, { adjustments })).toMatchObject({
      totalCents: 495, explanation: ['Repas : 3,00 €', 'Majoration : + 50 %, soit 4,50 €', 'Fixe : + 1,00 €, soit 5,50 €', 'Remise : − 10 %, soit 4,95 €'],
    });
  });
  it('of one group apply once', () => {
    const adjustments = [{ id: 'un', label: 'Un', group: 'g', percent: '-10' }, { id: 'deux', label: 'Deux', group: 'g', percent: '-50' }];
    expect(meal(300, {}, { adjustments }).totalCents).toBe(270);
  });
  it('may count once a line, not once a slice', () => {
    const price = { kind: 'slices', size: 30, started: true, price: 50 };
    const adjustments = (per: string): object => ({ adjustments: [{ id: 'x', label: 'X', add: 100, per }] });
    expect([evening(price, '17:30', adjustments('unit')).totalCents, evening(price, '17:30', adjustments('line')).totalCents]).toEqual([300, 200]);
  });
  it('replace the price', () => expect(meal(300, { flags: ['agent'] }, { flags: [{ id: 'agent', label: 'Agent' }], adjustments: [{ id: 'agent', label: 'Agent', when: { flags: ['agent'] }, replace: 0 }] }).totalCents).toBe(0));
  it('are unknown while not fixed: the line stands', () => {
    expect(meal(300, {}, { adjustments: [{ id: 'x', label: 'Supplément', add: null }] })).toMatchObject({ quantity: 1, unitPriceCents: null, totalCents: 0 });
    expect(meal(300, {}, { adjustments: [{ id: 'x', label: 'X', when: { age: { min: null } }, percent: '-50' }] }).unitPriceCents).toBeNull();
  });
});

describe('a version', () => {
  it('prices the units of its own days', () => {
    const first = bareTown();
    const rulebook = { ...first, versions: [first.versions[0]!, { ...first.versions[0]!, from: localDate('2026-11-16'), prices: [{ id: 'repas', label: 'Repas', services: ['cantine'], price: 350 }] }] };
    expect(november(rulebook, oneChild([book(['2026-11-13', '2026-11-16'])])).lines.map((line) => line.totalCents)).toEqual([300, 350]);
  });
});

describe('siblings', () => {
  const three = (more: object[] = [{}, {}, {}]): object => ({
    children: ['a', 'b', 'c'].map((id, index) => ({ id, birthOn: `201${5 + index}-01-01`, enrolments: [{ service: 'cantine', from: '2026-09-01' }], ...more[index] })),
  });
  const ranked = (siblings: object, family: object, events: object[]): Record<string, number> => {
    const prices = [{ id: 'rang', label: 'Rang', services: ['cantine'], price: { kind: 'choose', cases: [{ when: { rank: { max: 1 } }, price: 300 }, { when: { rank: { max: 2 } }, price: 200 }, { price: 100 }] } }];
    const result = november(bareTown({ siblings, prices } as never), facts({ family: { id: 'f', zone: 'commune', fund: 'CAF', ...family } as never, events: events as never }));
    return Object.fromEntries(result.lines.map((line) => [line.child, line.totalCents]));
  };
  const all = ['a', 'b', 'c'].map((child) => book(['2026-11-12'], { child }));
  it('rank by age', () => {
    expect(ranked({ among: 'family', order: 'oldestFirst' }, three(), all)).toEqual({ a: 300, b: 200, c: 100 });
    expect(ranked({ among: 'family', order: 'youngestFirst' }, three(), all)).toEqual({ a: 100, b: 200, c: 300 });
  });
  it('rank among the present', () => expect(ranked({ among: 'present', order: 'oldestFirst' }, three(), [all[0]!, all[2]!])).toEqual({ a: 300, c: 200 }));
  it('rank among those of a service', () => expect(ranked({ among: 'service', order: 'oldestFirst' }, three([{ enrolments: [] }, {}, {}]), [all[1]!, all[2]!])).toEqual({ b: 300, c: 200 }));
  it('count persons with a birth date', () => expect(ranked({ among: 'family', order: 'oldestFirst' }, three([{ birthOn: undefined }, {}, {}]), all)).toEqual({ a: 100, b: 300, c: 200 }));
  it('count together, or in another service the same day', () => {
    const adjustments = [
      { id: 'ensemble', label: 'Ensemble', services: ['cantine'], when: { children: { of: 'present', min: 2 } }, percent: '-10' },
      { id: 'soir', label: 'Frère au soir', services: ['cantine'], when: { withService: { service: 'soir', who: 'anySibling' } }, add: 5 },
    ];
    const run = (events: object[]): number[] => november(bareTown({ adjustments }), facts({ family: { id: 'f', zone: 'commune', fund: 'CAF', ...three() } as never, events: events as never })).lines.filter((line) => line.service === 'cantine').map((line) => line.totalCents);
    expect(run([all[0]!])).toEqual([300]);
    expect(run([all[0]!, all[1]!])).toEqual([270, 270]);
    expect(run([all[0]!, book(['2026-11-12'], { child: 'b', service: 'soir' })])).toEqual([305]);
  });
});

describe('the status', () => {
  const price = { kind: 'choose', cases: [{ when: { status: ['regular'] }, price: 100 }, { price: 200 }] };
  const run = (regular: object[] | undefined, enrolments: object[], days: string[]): number[] =>
    november(bareTown({ regular, prices: [{ id: 'r', label: 'R', services: ['cantine'], price }] } as never), oneChild([book(days)], {}, { enrolments })).lines.map((line) => line.totalCents);
  it('is declared, else regular with a usual week, else occasional', () => {
    expect(run(undefined, [], ['2026-11-12'])).toEqual([200]);
    expect(run(undefined, [{ service: 'cantine', from: '2026-09-01', status: 'regular' }], ['2026-11-12'])).toEqual([100]);
    expect(run(undefined, [{ service: 'cantine', from: '2026-09-01', week: ['thu'] }], []).every((cents) => cents === 100)).toBe(true);
  });
  it('comes from the number of usual days', () => {
    expect(run([{ by: 'usualWeek', minDays: 2 }], [{ service: 'cantine', from: '2026-09-01', week: ['thu'] }], []).every((cents) => cents === 200)).toBe(true);
  });
  it('comes from the share of open days taken in the month', () => {
    const open = ['02', '03', '05', '06', '09', '10', '12', '13', '16', '17', '19', '20', '23', '24', '26', '27', '30'].map((day) => `2026-11-${day}`);
    expect(run([{ by: 'share', minSharePercent: '80' }], [], open.slice(0, 13)).every((cents) => cents === 200)).toBe(true);
    expect(run([{ by: 'share', minSharePercent: '80' }], [], open.slice(0, 14)).every((cents) => cents === 100)).toBe(true);
  });
});

describe('step 0', () => {
  it('adds a snack to each unit of another service', () => {
    const snack = { id: 'gouter', label: 'Goûter', kind: 'snack', unit: 'goûter', weekdays: ['mon', 'tue', 'thu', 'fri'], automatic: { with: 'soir', when: { departure: { after: '17:00' } } } };
    const rulebook = bareTown({ services: [services.canteen, services.evening, snack], prices: [{ id: 's', label: 'S', services: ['soir'], price: 200 }, { id: 'g', label: 'Goûter', services: ['gouter'], price: 80 }] } as never);
    expect([november(rulebook, oneChild(stay('17:30'))).totals.totalCents, november(rulebook, oneChild(stay('17:00'))).totals.totalCents]).toEqual([280, 200]);
  });
  it('owes a month begun entire, and starts the month after the request', () => {
    const monthly = { ...services.canteen, commitment: 'month' };
    const rulebook = bareTown({ services: [monthly, services.evening] } as never);
    const week = { service: 'cantine', week: ['mon'] };
    const days = (enrolment: object): string[] => november(rulebook, oneChild([], {}, { enrolments: [{ ...week, ...enrolment }] })).lines.map((line) => line.day.slice(8));
    expect(days({ from: '2026-09-01', to: '2026-11-10' })).toEqual(['02', '09', '16', '23', '30']);
    expect(days({ from: '2026-11-10', requestedAt: '2026-11-05T10:00' })).toEqual([]);
    expect(days({ from: '2026-11-10', requestedAt: '2026-10-05T10:00' })).toEqual(['16', '23', '30']);
  });
  it('refuses a child who comes without booking where the text says so', () => {
    const rulebook = bareTown({ booking: [{ services: ['cantine'], unbooked: 'refuse' }] } as never);
    const result = november(rulebook, oneChild([{ type: 'attend', child: 'a', service: 'cantine', days: ['2026-11-12'] }]));
    expect(result).toMatchObject({ lines: [], decisions: [{ action: 'unbooked', outcome: 'refused' }] });
  });
  it('keeps attendance on a closed day, flagged', () => {
    expect(november(bareTown(), oneChild([{ type: 'attend', child: 'a', service: 'cantine', days: ['2026-11-11'] }]))).toMatchObject({ flags: ['closedDay'], lines: [{ totalCents: 300 }] });
  });
});

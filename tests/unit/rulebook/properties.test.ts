import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import { limitOf } from '../../../src-main/features/rulebook/limits';
import type { Event, Facts, Result, Rulebook } from '../../../src-main/features/rulebook/schema';
import { addDays, daysBetween, localDate } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { bareTown, facts, valFleuri } from '../../support/val-fleuri';

const november = { from: localDate('2026-11-01'), to: localDate('2026-11-30') };
const schoolDays = ['02', '03', '05', '06', '09', '10', '12', '13', '16', '17', '19', '20', '23', '24'].map((day) => `2026-11-${day}`);

const aDay = fc.constantFrom(...schoolDays);
const someDays = fc.uniqueArray(aDay, { minLength: 1, maxLength: 5 });
const aChild = fc.constantFrom('a', 'b', 'c');
const aService = fc.constantFrom('cantine', 'soir');
const anHour = fc.integer({ min: 16 * 60 + 31, max: 19 * 60 }).map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);

/** Events at distinct instants of October and November. */
const someEvents = fc
  .array(fc.record({ type: fc.constantFrom('book', 'cancel', 'tellAbsence', 'attend', 'absent'), child: aChild, service: aService, days: someDays, departure: anHour }), { maxLength: 12 })
  .map((events) => events.map(({ departure, ...event }, index) => ({
    ...event, at: `2026-${index < 6 ? '10' : '11'}-${String(2 * index + 1).padStart(2, '0')}T08:${String(index).padStart(2, '0')}`,
    ...(event.type === 'attend' && event.service === 'soir' ? { departure } : {}),
    ...(event.type === 'tellAbsence' ? { reason: 'illness' } : {}),
  })));

const aFamily = fc.record({ qf: fc.integer({ min: 0, max: 300_000 }), zone: fc.constantFrom('commune', 'hors'), weeks: fc.array(fc.subarray(['mon', 'tue', 'thu', 'fri']), { minLength: 3, maxLength: 3 }) });
type Family = { qf: number; zone: string; weeks: string[][] };

const decimals = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;

function told({ qf, zone, weeks }: Family, events: readonly object[], children = ['a', 'b', 'c']): Facts {
  return facts({
    family: {
      id: 'f', zone, fund: 'CAF', measures: { qf: [{ value: decimals(qf), from: '2026-01-01' }] },
      children: children.map((id) => {
        const index = id.charCodeAt(0) - 97;
        return { id, birthOn: `201${4 + index}-06-01`, enrolments: [{ service: 'cantine', from: '2026-09-01', week: weeks[index] }] };
      }),
    },
    events,
  });
}

/** Lines in an order that does not depend on the order of the facts. */
const sorted = (result: Result): string[] => result.lines.map((line) => JSON.stringify(line)).sort();

describe('whatever happens in a family', () => {
  it('lines add up to the total, and none is below zero', () => {
    fc.assert(fc.property(aFamily, someEvents, (family, events) => {
      const result = evaluate(valFleuri, told(family, events), november);
      expect(result.lines.reduce((sum, line) => sum + line.totalCents, 0)).toBe(result.totals.totalCents);
      expect(Object.values(result.totals.byFamily).reduce((sum, cents) => sum + cents, 0)).toBe(result.totals.totalCents);
      for (const line of result.lines) {
        if (line.kind === 'unit' || line.kind === 'charge') expect(line.totalCents).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(line.totalCents)).toBe(true);
      }
    }), { numRuns: 150 });
  });

  it('pricing again gives the same', () => {
    fc.assert(fc.property(aFamily, someEvents, (family, events) => {
      const known = told(family, events);
      expect(evaluate(valFleuri, known, november)).toEqual(evaluate(valFleuri, known, november));
    }), { numRuns: 60 });
  });

  it('the order of children does not matter', () => {
    fc.assert(fc.property(aFamily, someEvents, (family, events) => {
      expect(sorted(evaluate(valFleuri, told(family, events, ['c', 'a', 'b']), november))).toEqual(sorted(evaluate(valFleuri, told(family, events), november)));
    }), { numRuns: 80 });
  });

  it('the order in which events at distinct instants are written does not matter', () => {
    fc.assert(fc.property(aFamily, someEvents, fc.integer(), (family, events, seed) => {
      const shuffled = [...events].sort((left, right) => ((left.at.charCodeAt(15) * seed) % 7) - ((right.at.charCodeAt(15) * seed) % 7));
      expect(sorted(evaluate(valFleuri, told(family, shuffled), november))).toEqual(sorted(evaluate(valFleuri, told(family, events), november)));
    }), { numRuns: 80 });
  });

  it('a period is the sum of its days where no window is wider', () => {
    fc.assert(fc.property(aFamily, someEvents, (family, events) => {
      const rulebook = bareTown({ siblings: { among: 'present', order: 'oldestFirst' }, adjustments: [{ id: 'r', label: 'R', when: { rank: { min: 2 } }, percent: '-25' }] } as never);
      const known = told(family, events);
      let sum = 0;
      for (let day: LocalDate = november.from; day <= november.to; day = addDays(day, 1)) sum += evaluate(rulebook, known, { from: day, to: day }).totals.totalCents;
      expect(sum).toBe(evaluate(rulebook, known, november).totals.totalCents);
    }), { numRuns: 20 });
  });
});

describe('a quotient', () => {
  it('never lowers a price when it rises, where prices rise with the brackets', () => {
    const book = [{ type: 'book', at: '2026-10-01T10:00', child: 'a', service: 'cantine', days: ['2026-11-12'] }];
    const cost = (qf: number, rulebook: Rulebook): number => evaluate(rulebook, told({ qf, zone: 'commune', weeks: [[], [], []] }, book), november).totals.totalCents;
    fc.assert(fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 0, max: 50_000 }), (qf, more) => {
      expect(cost(qf + more, valFleuri)).toBeGreaterThanOrEqual(cost(qf, valFleuri));
    }), { numRuns: 150 });
  });
});

describe('a deadline', () => {
  const anyDay = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays(localDate('2025-09-01'), offset));
  const rulebook = bareTown({
    deadlines: [
      { id: 'heures', label: 'H', kind: 'hours', hours: 48, of: '12:00' },
      { id: 'ouvres', label: 'O', kind: 'before', days: 2, count: 'working', at: '10:00' },
      { id: 'semaine', label: 'S', kind: 'table', rows: [{ weekday: 'wed', weeksBefore: 1, at: '24:00' }] },
    ],
  } as never);
  const limit = (id: string, day: LocalDate): string => limitOf(rulebook.versions[0]!, undefined, id, 'cantine', day)!;
  it('keeps its hours across 23- and 25-hour days', () => {
    fc.assert(fc.property(anyDay, (day) => { expect(limit('heures', day)).toBe(`${addDays(day, -2)}T12:00`); }));
  });
  it('never moves back when the day moves on', () => {
    fc.assert(fc.property(anyDay, fc.constantFrom('heures', 'ouvres', 'semaine'), (day, id) => {
      expect(limit(id, addDays(day, 1)) >= limit(id, day)).toBe(true);
    }));
  });
  it('stays in the week before, in week 53 and at the turn of the year too', () => {
    fc.assert(fc.property(anyDay, (day) => {
      const days = daysBetween(localDate(limit('semaine', day).slice(0, 10)), day);
      expect(days).toBeGreaterThanOrEqual(5);
      expect(days).toBeLessThanOrEqual(11);
    }));
  });
});

describe('the turn of the school year', () => {
  it('makes a yearly membership due again, on 29 February too', () => {
    const charges = [{ id: 'adhesion', label: 'Adhésion', nature: 'membership', trigger: 'use', per: 'child', every: 'schoolYear', price: 1000 }];
    const rulebook = bareTown({ charges } as never);
    const used = (days: string[]): Event[] => facts({ family: { id: 'x', zone: 'commune', fund: 'CAF', children: [{ id: 'x' }] }, events: [{ type: 'attend', child: 'a', service: 'cantine', days }] }).events as Event[];
    const days = ['2028-02-28', '2028-02-29', '2028-08-31', '2028-09-01'];
    const result = evaluate(rulebook, { ...told({ qf: 0, zone: 'commune', weeks: [[], [], []] }, []), events: used(days) }, { from: localDate('2028-01-01'), to: localDate('2028-12-31') });
    expect(result.lines.filter((line) => line.kind === 'charge').map((line) => line.day)).toEqual(['2028-02-28', '2028-09-01']);
  });
});

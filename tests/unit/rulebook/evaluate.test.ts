import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import { localDate } from '../../../src-main/kernel/local-date';
import { facts, valFleuri } from '../../support/val-fleuri';

const november = { from: localDate('2026-11-01'), to: localDate('2026-11-30') };

describe('the worked example of the specification', () => {
  const enrolments = [{ service: 'cantine', from: '2026-09-01' }];
  const family = {
    id: 'f1', zone: 'hors', fund: 'CAF', flags: ['travaille-ici'], measures: { qf: [{ value: '800', from: '2026-01-01' }] },
    children: [
      { id: 'aine', birthOn: '2014-01-01', enrolments: [{ service: 'cantine', from: '2026-09-01', week: ['mon'] }] },
      { id: 'cadet', birthOn: '2016-01-01', enrolments },
      { id: 'benjamin', birthOn: '2018-01-01', enrolments },
    ],
  };
  const result = evaluate(valFleuri, facts({
    family,
    events: [
      { type: 'book', at: '2026-11-13T10:00', child: 'aine', service: 'soir', days: ['2026-11-16'] },
      { type: 'attend', child: 'aine', service: 'soir', days: ['2026-11-16'], departure: '17:40' },
      { type: 'attend', child: 'benjamin', service: 'cantine', days: ['2026-11-16'] },
    ],
  }), { from: localDate('2026-11-16'), to: localDate('2026-11-16') });

  it('is priced to the cent', () => {
    expect(result.lines.map((line) => [line.child, line.service, line.quantity, line.totalCents])).toEqual([
      ['aine', 'cantine', 1, 310], ['aine', 'soir', 3, 240], ['benjamin', 'cantine', 1, 255],
    ]);
    expect(result.totals).toEqual({ totalCents: 805, byFamily: { f1: 805 }, aids: { etat: 600 } });
  });

  it('accepts a booking to the minute', () => {
    expect(result.decisions[0]).toMatchObject({ outcome: 'accepted', limit: '2026-11-13T10:00', priceCents: 320 });
  });

  it('explains itself', () => {
    expect(result.lines.find((line) => line.child === 'benjamin')?.explanation).toEqual([
      'Repas : QF 800, tranche de 701 à 1200, 3,10 €',
      '3e enfant : moitié prix : − 50 %, soit 1,55 €',
      'non réservé à temps : + 1,00 €, soit 2,55 €',
    ]);
  });

  it('gives nothing outside the period', () => {
    expect(evaluate(valFleuri, facts({ family }), november).lines.every((line) => line.day.startsWith('2026-11'))).toBe(true);
  });
});

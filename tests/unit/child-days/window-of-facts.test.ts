import { describe, expect, it } from 'vitest';
import { localDate } from '../../../src-main/kernel/local-date';
import { windowOfFacts } from '../../../src-main/features/child-days/window-of-facts';
import { rulebook } from '../../../src-main/features/rulebook/schema';
import { canteen } from '../../support/factories/build-rulebook';

const week = { from: localDate('2026-11-09'), to: localDate('2026-11-15') };
const windowFor = (given: Parameters<typeof canteen>[0]) =>
  windowOfFacts(rulebook.parse({ format: 'preau-rulebook/1', town: { name: 'Val-Fleuri', timeZone: 'Europe/Paris' }, versions: [canteen(given)] }), week);

describe('the days whose facts a week depends on', () => {
  it('are the week alone when no rule looks further', () => expect(windowFor({})).toEqual(week));
  it('are the whole weeks of the month under a monthly ceiling', () => {
    const bundles = [{ id: 'plafond', label: 'Plafond', services: ['cantine-1'], per: 'month', by: 'child' as const, effect: 'atMost' as const, price: 6000 }];
    expect(windowFor({ bundles })).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  });
  it('are the school year and the civil year when something is counted over a year', () => {
    const counters = [{ id: 'retards', label: 'Retards', counts: 'late' as const, per: 'child' as const, every: 'schoolYear' as const }];
    expect(windowFor({ counters })).toEqual({ from: '2026-01-01', to: '2027-07-31' });
  });
  it('are the month when a price depends on the late orders of a month', () => {
    const adjustments = [{ id: 'retard', label: 'Retards', when: { lateOrder: 'month' as const }, add: 50 }];
    expect(windowFor({ adjustments })).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  });
  it('are the days around over which an absence may run when a rule asks how long it lasts', () => {
    const absences = [{ id: 'longue', label: 'Au-delà de deux jours', when: { spellDay: { min: 3 } }, charge: 'none' as const }];
    expect(windowFor({ absences })).toEqual({ from: '2026-09-25', to: '2026-12-30' });
  });
});

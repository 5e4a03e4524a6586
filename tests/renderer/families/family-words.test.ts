import { describe, expect, it } from 'vitest';
import { classChoices, levelChoices, schoolChoices } from '../../../src-renderer/components/families/child-form';
import { ageWords, birthWords, custodyWords, maritalWords, schoolWords } from '../../../src-renderer/components/families/family-words';
import { quotientSteps } from '../../../src-renderer/components/families/quotient-chart';
import { localDate } from '../../../src-main/kernel/local-date';
import type { School } from '../../../src-main/features/schools/schema';

const today = localDate('2026-11-05');

describe('a child in words', () => {
  it.each([['2023-11-05', '3\u00a0ans'], ['2023-11-06', '2\u00a0ans'], ['2026-03-05', '8\u00a0mois'], ['2026-03-06', '7\u00a0mois'], ['2025-11-05', '1\u00a0an'], ['2027-01-01', '']])('born on %s is %s old', (birthOn, words) => {
    expect(ageWords(localDate(birthOn), today)).toBe(words);
  });

  it('agrees with the child, and says what is not known', () => {
    expect(birthWords({ birthOn: localDate('2023-10-12'), birthPlace: 'Lannion', sex: 'F' })).toBe('née le 12 octobre 2023 à Lannion');
    expect(birthWords({ birthOn: null, birthPlace: '', sex: '' })).toBe('date de naissance inconnue');
  });

  it('names the level once', () => {
    expect(schoolWords({ schoolName: 'École maternelle', className: 'Petite section', level: 'PS' })).toBe('Petite section · École maternelle');
    expect(schoolWords({ schoolName: 'École Jules-Ferry', className: 'CE1-CE2', level: 'CE1' })).toBe('CE1-CE2, CE1 · École Jules-Ferry');
    expect(schoolWords({ schoolName: '', className: '', level: '' })).toBe('sans école');
  });

  it('tells custody only when it is shared', () => {
    const families = [{ id: 1, name: 'ALAIN' }, { id: 2, name: 'PRIGENT' }];
    const custody = [{ familyId: 1, custody: 'evenWeeks' as const, periods: [] }, { familyId: 2, custody: 'oddWeeks' as const, periods: [] }];
    expect(custodyWords({ families, custody }, 1)).toBe('semaines paires');
    expect(custodyWords({ families: families.slice(0, 1), custody: [{ familyId: 1, custody: 'always', periods: [] }] }, 1)).toBe('');
  });
});

it('agrees the marital status with the civility', () => {
  expect(maritalWords({ maritalStatus: 'married', civility: 'mr' })).toBe('marié');
  expect(maritalWords({ maritalStatus: 'widowed', civility: 'mrs' })).toBe('veuve');
  expect(maritalWords({ maritalStatus: 'single', civility: 'mrs' })).toBe('célibataire');
  expect(maritalWords({ maritalStatus: 'divorced', civility: '' })).toBe('divorcé ou divorcée');
});

describe('schools to choose from', () => {
  const found = { id: 11, name: 'CE1-CE2', levels: ['CE1', 'CE2'] as const, teacher: 'M. Morvan', children: 20, archived: false };
  const schools: School[] = [
    { id: 1, code: 'ferry', name: 'École Jules-Ferry', archived: false, children: 20, classes: [found, { ...found, id: 12, name: 'CLIS', teacher: '', archived: true }] },
    { id: 2, code: 'ancienne', name: 'Ancienne école', archived: true, children: 0, classes: [] },
  ];

  it('are open, or the one where the child is', () => {
    expect(schoolChoices(schools, null).map(({ label }) => label)).toEqual(['Sans école', 'École Jules-Ferry']);
    expect(schoolChoices(schools, 2).map(({ label }) => label)).toContain('Ancienne école (archivée)');
    expect(classChoices(schools, 1, null).map(({ label }) => label)).toEqual(['Pas encore de classe', 'CE1-CE2 — M. Morvan']);
  });

  it('offer the levels of the class', () => {
    expect(levelChoices(schools, 11).map(({ value }) => value)).toEqual(['', 'CE1', 'CE2']);
    expect(levelChoices(schools, null)).toHaveLength(10);
  });
});

describe('the chart of the quotient', () => {
  const entry = (value: string, fromOn: string, withdrawnAt: string | null = null) =>
    ({ id: 1, measure: 'qf', value, fromOn: localDate(fromOn), provedOn: null, proof: '', recordedAt: '', withdrawnAt });

  it('climbs in steps, withdrawn values left out', () => {
    const drawn = quotientSteps([entry('801.00', '2026-12-01'), entry('9000.00', '2026-12-01', 'x'), entry('722.50', '2026-09-01')], today)!;
    expect(drawn.steps.map(({ value }) => value)).toEqual(['722.50', '801.00']);
    expect(drawn.steps[0]!.y).toBeGreaterThan(drawn.steps[1]!.y);
    expect(drawn.todayX).toBeGreaterThan(drawn.steps[0]!.x);
    expect(drawn.todayX).toBeLessThan(drawn.steps[1]!.x);
  });

  it('is not drawn for a single value', () => {
    expect(quotientSteps([entry('722.50', '2026-09-01')], today)).toBeNull();
  });
});

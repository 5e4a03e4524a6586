import { describe, expect, it } from 'vitest';
import type { EnrolmentLine } from '../../../src-main/features/enrolments/schema';
import { localDate } from '../../../src-main/kernel/local-date';
import type { Instant } from '../../../src-main/kernel/local-date';
import { byChild, periodInWords, weekInWords } from '../../../src-renderer/components/enrolments/enrolment-words';

const TODAY = localDate('2026-11-05');
const period = (fromOn: string, toOn: string | null) => ({ fromOn: localDate(fromOn), toOn: toOn === null ? null : localDate(toOn) });
const enrolment = (id: number, given: { childId?: number; service?: string; fromOn?: string; toOn?: string | null }): EnrolmentLine => ({
  id, childId: given.childId ?? 1, service: given.service ?? 'cantine', ...period(given.fromOn ?? '2026-09-01', given.toOn ?? null),
  status: null, week: [], requestedAt: '2026-08-20T08:00:00.000Z' as Instant, version: 1, childName: 'Anna ALAIN', serviceLabel: 'Cantine',
});

describe('the period of an enrolment in words', () => {
  it.each([
    ['2026-09-01', null, 'depuis le 1er septembre 2026'],
    ['2026-11-09', null, 'à partir du 9 novembre 2026'],
    ['2026-09-01', '2027-07-03', 'du 1er septembre 2026 au 3 juillet 2027'],
    ['2026-11-09', '2026-11-09', 'le 9 novembre 2026 seulement'],
  ])('%s to %s', (fromOn, toOn, words) => {
    expect(periodInWords(period(fromOn, toOn), TODAY)).toBe(words);
  });
});

describe('a usual week in words', () => {
  it('names its days, or says that there is none', () => {
    expect(weekInWords(['mon', 'thu'])).toBe('le lundi et le jeudi');
    expect(weekInWords([])).toBe('au jour le jour');
  });
});

describe('enrolments child by child', () => {
  const children = [{ id: 1, firstName: 'Anna', name: 'Anna ALAIN' }, { id: 2, firstName: 'Théo', name: 'Théo ALAIN' }];

  it('stand in the order of the rulebook, the ended ones aside', () => {
    const [anna, theo] = byChild(children, [
      enrolment(1, { service: 'garderie' }), enrolment(2, { service: 'cantine', fromOn: '2026-12-01' }), enrolment(3, { service: 'cantine', toOn: '2026-11-30' }),
      enrolment(4, { toOn: '2026-10-16' }), enrolment(5, { toOn: '2026-11-04' }),
    ], [{ id: 'cantine' }, { id: 'garderie' }], TODAY);
    expect(anna?.current.map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(anna?.past.map(({ id }) => id)).toEqual([5, 4]);
    expect(theo).toMatchObject({ current: [], past: [] });
  });
});

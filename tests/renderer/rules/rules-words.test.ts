import { describe, expect, it } from 'vitest';
import type { Version } from '../../../src-main/features/rulebook/schema';
import { fieldsAt, placeOf, questionsAt } from '../../../src-renderer/components/rules/draft-editor';
import { curvePaths } from '../../../src-renderer/components/rules/price-chart';
import { wholeOrTyped } from '../../../src-renderer/components/rules/whole-or-typed';
import { withoutService } from '../../../src-renderer/components/rules/without-service';

const question = { level: 'error', code: 'gap', at: 'prices.0.price.cases.0.price.rows.2', question: 'Quel prix ?', answer: null, mayAnswer: true } as const;
const preview = { fields: { 'prices.0.price.rows.1.upTo': 'Écrivez un nombre.' }, questions: [question], deadlines: {}, curves: [], examples: {}, sections: [] };

describe('the place of a question', () => {
  it('is the row that all columns of a table share', () => {
    expect(placeOf(question.at)).toBe('prices.0.price.rows.2');
    expect(questionsAt(preview, 'prices.0.price.rows.2')).toEqual([question]);
    expect(questionsAt(preview, 'prices.0.price.rows.20')).toEqual([]);
    expect(questionsAt(preview, 'prices.0', ['price.rows'])).toEqual([]);
    expect(fieldsAt(preview, 'prices.0.price.rows.1')).toEqual(['Écrivez un nombre.']);
  });
});

describe('a number as typed', () => {
  it('is sent as it stands when it is no whole number, so that the host refuses it', () => {
    expect([wholeOrTyped('12'), wholeOrTyped('-1'), wholeOrTyped(null), wholeOrTyped('abc')]).toEqual([12, -1, null, 'abc']);
  });
});

describe('a version without a service', () => {
  it('forgets it everywhere, and drops the rows that were about it alone', () => {
    const version = {
      from: '2026-09-01', zones: [{ id: 'commune', label: 'Commune' }], measures: [], deadlines: [],
      services: [{ id: 'midi', label: 'Midi', kind: 'meal', unit: 'repas', weekdays: ['mon'] }, { id: 'soir', label: 'Soir', kind: 'care', unit: 'séance', weekdays: ['mon'] }],
      booking: [{ services: ['midi', 'soir'] }], prices: [{ id: 'midi', label: 'Midi', services: ['midi'], price: 300 }, { id: 'soir', label: 'Soir', services: ['soir'], price: 100 }],
      absences: [{ id: 'due', label: 'due', charge: 'full' }], calendar: { closures: [{ from: '2027-05-07', to: '2027-05-07', services: ['soir'] }] },
    } as unknown as Version;
    expect(withoutService(version, 'soir')).toEqual({
      services: [version.services[0]], booking: [{ services: ['midi'] }], prices: [version.prices[0]], absences: version.absences, calendar: { closures: [] },
    });
  });
});

describe('the curve of a price', () => {
  it('rises step by step, with the name of the column at its start', () => {
    const { cases, ticks } = curvePaths({
      at: 'prices.0', label: 'Repas', measure: 'Quotient familial',
      cases: [{ label: 'Commune', steps: [{ from: 0, upTo: 700, label: '', cents: 100 }, { from: 700, upTo: null, label: '', cents: 320 }] }],
    }, 400);
    expect(cases[0]?.path).toMatch(/^M6 \d+L\d+ \d+L\d+ \d+L\d+ \d+$/);
    expect(cases[0]?.first?.text).toBe('Commune\u00a0: 1,00\u202f€');
    expect(cases[0]?.labels.map((label) => label.text)).toEqual(['3,20\u202f€']);
    expect(ticks.map((tick) => tick.label)).toEqual(['0', '700']);
  });

  it('leaves a gap where a price is not fixed', () => {
    const { cases } = curvePaths({ at: 'prices.0', label: 'Repas', measure: 'QF', cases: [{ label: '', steps: [{ from: 0, upTo: 700, label: '', cents: null }, { from: 700, upTo: null, label: '', cents: 320 }] }] }, 400);
    expect(cases[0]?.path.match(/M/g)).toHaveLength(1);
    expect(cases[0]?.first?.text).toBe('3,20\u202f€');
  });
});

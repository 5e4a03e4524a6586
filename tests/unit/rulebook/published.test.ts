import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-main/features/rulebook/evaluate';
import { rulebookJsonSchema } from '../../../src-main/features/rulebook/json-schema';
import { parseRulebook } from '../../../src-main/features/rulebook/parse';
import type { Rulebook } from '../../../src-main/features/rulebook/schema';
import { validate } from '../../../src-main/features/rulebook/validate';
import { localDate } from '../../../src-main/kernel/local-date';
import { facts, totals } from '../../support/val-fleuri';

const RESOURCES = join(import.meta.dirname, '../../../resources');

describe('what is published', () => {
  it('has the schema of the shapes (vitest run -u writes it)', async () => {
    await expect(`${JSON.stringify(rulebookJsonSchema(), null, 1)}\n`).toMatchFileSnapshot(join(RESOURCES, 'rulebook.schema.json'));
  });
});

const examples = readdirSync(join(RESOURCES, 'rulebooks'));
const read = (file: string): unknown => JSON.parse(readFileSync(join(RESOURCES, 'rulebooks', file), 'utf8'));

function example(file: string): Rulebook {
  const parsed = parseRulebook(read(file));
  if (!parsed.ok) throw new Error(`${file}: ${parsed.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
  return parsed.rulebook;
}

describe('the published examples', () => {
  it('are three', () => expect(examples).toHaveLength(3));
  it.each(examples)('%s leaves nothing open', (file) => {
    expect(validate(example(file)).filter(({ level, code }) => level !== 'info' && code !== 'noLimit')).toEqual([]);
  });
});

const november = { from: localDate('2026-11-01'), to: localDate('2026-11-30') };
const family = (more: object): Parameters<typeof facts>[0] => ({ family: { id: 'f', zone: 'commune', fund: 'CAF', children: [{ id: 'a', birthOn: '2018-05-01', ...more }] } });

describe('the small town', () => {
  const rulebook = example('1-petite-commune.json');
  it('charges one euro more for a meal not booked, and a day of care as a whole', () => {
    const result = evaluate(rulebook, facts({ ...family({}), events: [
      { type: 'attend', child: 'a', service: 'cantine', days: ['2026-11-12'] },
      { type: 'attend', child: 'a', services: ['matin', 'soir'], days: ['2026-11-12'] },
    ] }), november);
    expect(result.totals.totalCents).toBe(420 + 300);
  });
});

describe('the town with a quotient', () => {
  const rulebook = example('2-commune-au-quotient.json');
  it('adds the snack to the evening and warns of a first delay', () => {
    const result = evaluate(rulebook, facts({ family: { id: 'f', zone: 'commune', fund: 'CAF', measures: { qf: [{ value: '700', from: '2026-01-01' }] }, children: [{ id: 'a', birthOn: '2018-05-01' }] }, events: [
      { type: 'attend', child: 'a', service: 'soir', days: ['2026-11-12', '2026-11-13'], departure: '18:40' },
    ] }), november);
    expect(totals(result.lines)).toEqual([['unit demi-heure', 280], ['unit gouter', 70], ['unit demi-heure', 280], ['unit gouter', 70], ['charge premier-retard', 0], ['charge retard', 500]]);
  });
  it('takes three days of a week of holidays, inside the window', () => {
    const decide = (days: string[], at: string): string[] => evaluate(rulebook, facts({ ...family({}), events: [{ type: 'book', at, child: 'a', service: 'vacances', days }] }), november).decisions.map(({ outcome }) => outcome);
    const days = ['2026-10-19', '2026-10-20', '2026-10-21'];
    expect(decide(days, '2026-09-20T10:00')).toEqual(['accepted', 'accepted', 'accepted']);
    expect(decide(days.slice(0, 2), '2026-09-20T10:00')).toEqual(['refused', 'refused']);
    expect(decide(days, '2026-10-03T00:00')).toEqual(['refused', 'refused', 'refused']);
  });
  it('moves the limit when the town hall is closed: Thursday 12 by Tuesday 10', () => {
    const limits = evaluate(rulebook, facts({ ...family({}), events: [{ type: 'book', at: '2026-10-01T10:00', child: 'a', service: 'cantine', days: ['2026-11-12', '2026-11-16'] }] }), november).decisions.map(({ limit }) => limit);
    expect(limits).toEqual(['2026-11-10T10:00', '2026-11-12T10:00']);
  });
});

describe('the syndicate with an income rate', () => {
  const rulebook = example('3-syndicat-au-taux-d-effort.json');
  const told = (events: object[], more: object = {}): ReturnType<typeof facts> => facts({
    family: { id: 'f', zone: 'membre', fund: 'MSA', measures: { quotient: [{ inputs: { ressources: '3200', loyer: '500', personnes: '3' }, from: '2026-09-01' }] }, children: [{ id: 'a', birthOn: '2016-05-01' }, { id: 'b', birthOn: '2018-05-01' }], ...more }, events,
  });
  const meal = (child: string, at = '2026-10-01T10:00'): object => ({ type: 'book', at, child, service: 'restaurant', days: ['2026-11-12'] });
  it('prices a meal by its own quotient, the second child present with a discount', () => {
    expect(evaluate(rulebook, told([meal('a'), meal('b')]), november).lines.map((line) => line.totalCents)).toEqual([432, 389]);
  });
  it('accepts late up to nine, at half as much again', () => {
    const [line, decision] = ((result) => [result.lines[0], result.decisions[0]])(evaluate(rulebook, told([meal('a', '2026-11-12T08:59')]), november));
    expect([line?.totalCents, decision?.outcome]).toEqual([648, 'late']);
    expect(evaluate(rulebook, told([meal('a', '2026-11-12T09:00')]), november).decisions[0]).toMatchObject({ outcome: 'refused', limit: '2026-11-12T09:00' });
  });
  it('charges other towns where the quotient is missing, and deducts an aid up to its cap', () => {
    expect(evaluate(rulebook, told([meal('a')], { measures: {} }), november).totals.totalCents).toBe(690);
    expect(evaluate(rulebook, told([meal('a')], { flags: ['ccas'] }), november).totals).toMatchObject({ totalCents: 302, aids: { ccas: 130 } });
  });
});

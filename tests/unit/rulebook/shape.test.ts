import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseRulebook, parseScenario } from '../../../src-main/features/rulebook/parse';
import { wordIssue } from '../../../src-main/features/rulebook/parse-wording';

const towns = join(import.meta.dirname, '../../support/towns');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('the shape of the files', () => {
  it.each(readdirSync(towns))('reads the rulebook and the scenarios of %s', (town) => {
    expect(parseRulebook(json(join(towns, town, 'rulebook.json')))).toMatchObject({ ok: true });
    const folder = join(towns, town, 'scenarios');
    for (const file of readdirSync(folder)) expect(parseScenario(json(join(folder, file)))).toMatchObject({ ok: true });
  });

  it('names the place and says in French what is wrong', () => {
    const book = json(join(towns, 'BUB', 'rulebook.json')) as { versions: [Record<string, unknown>] };
    const broken = { ...book, versions: [{ ...book.versions[0], colour: 'blue', from: '2026-02-31' }] };
    expect(parseRulebook(broken)).toEqual({
      ok: false,
      errors: [
        { path: 'versions.0.from', message: 'Ce jour n\'existe pas.' },
        { path: 'versions.0.colour', message: 'Le mot « colour » n\'existe pas ici.' },
      ],
    });
  });

  it('points into a formula', () => {
    const book = json(join(towns, 'BUB', 'rulebook.json')) as { versions: [{ prices: Record<string, unknown>[] }] };
    book.versions[0].prices[0]!.price = { kind: 'brackets', measure: 'qf', rows: [{ upTo: 599, price: 100 }] };
    expect(parseRulebook(book)).toEqual({ ok: false, errors: [{ path: 'versions.0.prices.0.price.rows.0.upTo', message: 'Il faut un texte.' }] });
  });

  it('says what is to be left empty', () => {
    expect(wordIssue({ code: 'invalid_type', expected: 'null', path: ['price'], message: '', input: 3 }, { price: 3 })).toEqual([{ path: 'price', message: 'Il faut laisser vide (null).' }]);
  });
});

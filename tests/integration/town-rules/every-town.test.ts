import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rulebook, Version } from '../../../src-main/features/rulebook/schema';
import { readDraftBody } from '../../../src-main/features/town-rules/draft-body';
import { townRulesMessages } from '../../../src-main/features/town-rules/messages.fr';
import { priceExamples } from '../../../src-main/features/town-rules/price-examples';
import { rulesStaff } from '../../../src-main/features/town-rules/staff';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { openTestDatabase, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

const FILES = [
  ...readdirSync('tests/support/towns').map((town) => join('tests/support/towns', town, 'rulebook.json')),
  ...readdirSync('resources/rulebooks').map((name) => join('resources/rulebooks', name)),
];
const versionOf = (file: string): Version => (JSON.parse(readFileSync(file, 'utf8')) as Rulebook).versions[0]!;

let house: TestDatabase;
const staff = () => createCallerFactory(rulesStaff)(house.doorOf(STAFF));
beforeEach(async () => { house = await openTestDatabase(townRulesMessages); });
afterEach(() => house.close());

describe('the text of any town', () => {
  it('is imported, opened, saved and opened again as it was', async () => {
    for (const file of FILES) {
      const text = readFileSync(file, 'utf8');
      const [draft] = await staff().importDrafts({ text, versions: [0] });
      const opened = await staff().draft({ id: draft!.id });
      expect(opened.version).toEqual(versionOf(file));
      const saved = await staff().saveDraft({ id: opened.id, revision: opened.revision, version: opened.version });
      expect(saved.version).toEqual(versionOf(file));
      expect((await staff().preview({ version: saved.version })).fields).toEqual({});
      await staff().discardDraft({ id: saved.id, revision: saved.revision });
    }
  });

  it('is put in force once the answers of the council are recorded, and refused before', async () => {
    const version = versionOf('tests/support/towns/BLR/rulebook.json');
    const price = { kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { from: '750', price: 300 }] } as const;
    const started = await staff().startDraft({ copyOf: null, fromOn: version.from });
    const open: Version = { ...started.version, prices: [{ ...started.version.prices[0]!, price: structuredClone(price) as unknown as Version['prices'][number]['price'] }] };
    const draft = await staff().saveDraft({ id: started.id, revision: started.revision, version: open });
    const question = (await staff().checkDraft({ id: draft.id })).questions.find(({ level }) => level === 'error')!;
    expect(question).toMatchObject({ at: 'prices.0.price.rows.1', mayAnswer: true });
    expect(await refusalOf(staff().activateDraft({ id: draft.id, revision: draft.revision }), house.services)).toMatchObject({ code: 'rules.openQuestions' });
    const answered = await staff().saveDraft({ id: draft.id, revision: draft.revision, version: { ...open, notes: [{ about: question.at, question: question.question, answer: 'la tranche du dessus' }] } });
    await staff().activateDraft({ id: answered.id, revision: answered.revision });
    expect((await staff().overview()).versions).toHaveLength(1);
  });
});

describe('what is typed wrongly', () => {
  const version = versionOf('resources/rulebooks/2-commune-au-quotient.json');
  const wrong = (change: (text: Version) => void): Record<string, string> => {
    const text = structuredClone(version);
    change(text);
    return readDraftBody(text).fields ?? {};
  };
  it.each<[string, (text: Version) => void, Record<string, string>]>([
    ['an hour', (text) => { text.services[0]!.session = { from: '25:00', to: '13:00' }; }, { 'services.0.session.from': 'Écrivez l’heure ainsi : 10 h ou 10 h 30.' }],
    ['a bound of a condition', (text) => { text.prices[0]!.when = { rank: { min: 'trois' as unknown as number } }; }, { 'prices.0.when.rank.min': 'Écrivez un nombre entier.' }],
    ['a percentage', (text) => { text.adjustments = [{ id: 'a', label: 'A', percent: 'moitié' }]; }, { 'adjustments.0.percent': 'Écrivez un nombre, par exemple 700 ou 700,50.' }],
    ['a name left empty', (text) => { text.prices[0]!.label = ''; }, { 'prices.0.label': 'Ce champ est obligatoire.' }],
    ['a facet without a tick', (text) => { text.prices[0]!.when = { zone: [] }; }, { 'prices.0.when.zone': 'Choisissez au moins un élément.' }],
    ['a day that does not exist', (text) => { text.calendar!.periods![0]!.from = '2026-02-30' as Version['from']; }, { 'calendar.periods.0.from': 'Cette date n’existe pas. Écrivez-la ainsi : 01/09/2027.' }],
    ['a renewal', (text) => { text.measures[0]!.renewal = '31 brumaire'; }, { 'measures.0.renewal': 'Écrivez le jour ainsi : 1er septembre ou 1/9.' }],
  ])('%s is told at its field', (_, change, fields) => {
    expect(wrong(change)).toEqual(fields);
  });
});

describe('the examples of formulas', () => {
  it('are what one child would pay, by the function that prices', () => {
    const version = versionOf('tests/support/val-fleuri.json');
    expect(Object.fromEntries(Object.entries(priceExamples(version)).map(([at, said]) => [at, said.replace(/\s/g, ' ')]))).toEqual({
      'prices.1.price': 'Exemple : QF 722, tranche de 701 à 1200, 3,10 €',
      'prices.2.price': 'Exemple : QF 722 × 0,1 % = 0,72 €, 120 min : 4 × 30 min, 0,72 €, soit 2,88 €',
      'charges.0.price': 'Exemple : 20 min : 2 × 15 min, 5,00 €, soit 10,00 €',
    });
  });
});

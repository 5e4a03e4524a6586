import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { townRulesMessages } from '../../../src-main/features/town-rules/messages.fr';
import { rulesStaff } from '../../../src-main/features/town-rules/staff';
import { openTestDatabase, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';
import { activate } from './support';

let house: TestDatabase;
const caller = createCallerFactory(rulesStaff);
const as = (actor: Parameters<TestDatabase['doorOf']>[0]) => caller(house.doorOf(actor));
const staff = () => as(STAFF);
const refused = (call: Promise<unknown>) => refusalOf(call, house.services);
const drafts = async () => (await staff().overview()).drafts;

beforeEach(async () => {
  house = await openTestDatabase(townRulesMessages);
});
afterEach(() => house.close());

describe('the rulebook as a file', () => {
  it('holds every version, and comes back as drafts that change nothing of what applies', async () => {
    await activate(house.contextOf(), '2026-09-01');
    await activate(house.contextOf(), '2027-09-01', (version) => ({ prices: [{ ...version.prices[0]!, price: 350 }] }));
    const file = await staff().export();
    expect(file.name).toMatch(/^reglement-.+-2026-11-05\.json$/);
    expect(JSON.parse(file.text)).toMatchObject({ format: 'preau-rulebook/1', versions: [{ from: '2026-09-01' }, { from: '2027-09-01', prices: [{ price: 350 }] }] });

    const preview = await staff().previewImport({ text: file.text });
    expect(preview).toMatchObject({ isOlder: false, errors: [], versions: [{ index: 0, differences: [], hasDraft: false, comparedTo: '2026-09-01' }, { index: 1, differences: [] }] });
    const versionsBefore = (await staff().overview()).versions;
    expect(await staff().importDrafts({ text: file.text, versions: [1] })).toMatchObject([{ fromOn: '2027-09-01', version: { prices: [{ price: 350 }] } }]);
    expect((await staff().overview()).versions).toEqual(versionsBefore);
    expect(await house.db.selectOne('SELECT action, subject FROM journal ORDER BY id DESC')).toEqual({
      action: 'rules.importDraft', subject: 'Règlement importé comme brouillon, à partir du 1er septembre 2027',
    });
  });

  it('tells what it changes to the present text, in sentences, and what the council left open', async () => {
    await activate(house.contextOf(), '2026-09-01');
    const { text } = await staff().export();
    const [version] = (await staff().previewImport({ text: text.replace('"price": 320', '"price": null') })).versions;
    expect(version?.differences).toMatchObject([{ title: 'Tarifs', removed: [expect.stringContaining('3,20')], added: [expect.stringContaining('prix non fixé')] }]);
    expect(version?.questions).toContainEqual(expect.objectContaining({ level: 'error', code: 'noPrice' }));
  });

  it('of another town, as rich as the format goes, becomes a draft too', async () => {
    const text = await readFile('tests/support/towns/LAD/rulebook.json', 'utf8');
    expect(await staff().importDrafts({ text, versions: [0] })).toHaveLength(1);
  });

  it('of an older format is brought to today’s', async () => {
    const text = JSON.stringify({
      format: 'preau-rulebook/0', town: 'Val-Fleuri', from: '2027-01-04', zones: [{ id: 'commune', label: 'Commune' }], measures: [],
      services: [{ id: 'cantine', label: 'Cantine', kind: 'meal', unit: 'repas', weekdays: ['mon'] }], deadlines: [], booking: [],
      prices: [{ id: 'repas', label: 'Repas', services: ['cantine'], price: 300 }],
    });
    expect(await staff().previewImport({ text })).toMatchObject({ town: 'Val-Fleuri', isOlder: true, versions: [{ fromOn: '2027-01-04', services: ['Cantine'], comparedTo: null }] });
  });
});

describe('a file that is no rulebook', () => {
  it.each([
    ['a picture', '\u0089PNG', 'rules.fileNotJson', 'Ce fichier ne se lit pas'],
    ['other data', '[1, 2]', 'rules.fileNotRules', 'Ce fichier n’est pas un règlement de Préau'],
    ['a scenario', '{"format": "preau-scenario/1"}', 'rules.fileNotRules', 'Ce fichier n’est pas un règlement de Préau'],
    ['a newer format', '{"format": "preau-rulebook/2"}', 'rules.fileNewer', 'version plus récente de Préau'],
    ['a huge file', `"${'é'.repeat(600_000)}"`, 'rules.fileTooBig', 'dépasse 1 Mo'],
  ])('is refused: %s', async (_, text, code, sentence) => {
    const refusal = await refused(staff().previewImport({ text }));
    expect(refusal).toMatchObject({ code, status: 'BAD_REQUEST' });
    expect(refusal.fields.text).toContain(sentence);
  });

  it('has its errors told in French, with their place', async () => {
    await activate(house.contextOf(), '2026-09-01');
    const text = (await staff().export()).text.replace('"price": 320', '"price": "3,20"');
    const preview = await staff().previewImport({ text });
    expect(preview).toMatchObject({ versions: [], moreErrors: 0, errors: [{ path: 'versions.0.prices.0.price' }] });
    expect(await refused(staff().importDrafts({ text, versions: [0] }))).toMatchObject({ code: 'rules.fileHasErrors' });
    expect(await drafts()).toEqual([]);
  });
});

describe('importing', () => {
  it('overwrites no draft: all of the chosen versions come, or none', async () => {
    await activate(house.contextOf(), '2026-09-01');
    await activate(house.contextOf(), '2027-09-01');
    const { text } = await staff().export();
    await staff().startDraft({ copyOf: null, fromOn: '2027-09-01' });
    expect((await staff().previewImport({ text })).versions.map((version) => version.hasDraft)).toEqual([false, true]);
    expect(await refused(staff().importDrafts({ text, versions: [0, 1] }))).toMatchObject({ code: 'rules.draftExists', status: 'CONFLICT' });
    expect(await drafts()).toHaveLength(1);
    expect(await refused(staff().importDrafts({ text, versions: [] }))).toMatchObject({ fields: { versions: 'Choisissez au moins une version à importer.' } });
  });

  it('is for those who write the rules; exporting, for those who read them', async () => {
    expect(await refused(as(staffWith('families.read')).previewImport({ text: '{}' }))).toMatchObject({ code: 'forbidden' });
    expect(await refused(as(staffWith('families.read')).importDrafts({ text: '{}', versions: [0] }))).toMatchObject({ code: 'forbidden' });
    expect(await refused(as(staffWith('families.read')).export())).toMatchObject({ code: 'rules.nothingToExport' });
    expect(await refused(as(staffWith()).export())).toMatchObject({ code: 'forbidden' });
  });
});

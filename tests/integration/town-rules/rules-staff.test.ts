import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import type { Version } from '../../../src-main/features/rulebook/schema';
import { townRulesMessages } from '../../../src-main/features/town-rules/messages.fr';
import { rulebookOf } from '../../../src-main/features/town-rules/rulebook-of';
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

beforeEach(async () => {
  house = await openTestDatabase(townRulesMessages);
});
afterEach(() => house.close());

const priced = (version: Version, price: Version['prices'][number]['price']): Version => ({ ...version, prices: [{ ...version.prices[0]!, price }] });
const journal = () => house.db.select<{ action: string; subject: string; after: string | null }>('SELECT action, subject, after FROM journal ORDER BY id DESC');

describe('a new town', () => {
  it('has no rules, and starts from a canteen whose price is to be filled in', async () => {
    expect(await staff().overview()).toMatchObject({ today: '2026-11-05', versions: [], drafts: [], schoolCalendarUntil: '2027-08-31' });
    const draft = await staff().startDraft({ copyOf: null, fromOn: '2026-11-09' });
    expect(draft.version.services.map((service) => service.label)).toEqual(['Cantine']);
    expect(draft.version.prices[0]?.price).toBeNull();
  });

  it('puts its first text in force once nothing is open', async () => {
    const { id, revision, version } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-09' });
    const saved = await staff().saveDraft({ id, revision, version: priced(version, 320) });
    await staff().activateDraft({ id, revision: saved.revision });
    const overview = await staff().overview();
    expect(overview.versions).toMatchObject([{ fromOn: '2026-11-09', untilOn: null, state: 'future', services: ['Cantine'], activatedBy: 'Nadine LE GOFF' }]);
    expect(overview.drafts).toEqual([]);
    expect((await rulebookOf(house.db)).versions).toHaveLength(1);
    expect((await journal())[0]).toMatchObject({ action: 'rules.activate', subject: 'Règlement mis en vigueur à partir du 9 novembre 2026' });
  });
});

describe('a draft', () => {
  it('is a copy of a version as of a date, without the title of the council’s text', async () => {
    const versionId = await activate(house.contextOf(), '2026-09-01', () => ({ label: 'Délibération du 12 juin' }));
    const draft = await staff().startDraft({ copyOf: versionId, fromOn: '2027-01-04' });
    expect(draft.version).toMatchObject({ from: '2027-01-04', prices: [{ price: 320 }] });
    expect(draft.version.label).toBeUndefined();
  });

  it('is refused when another one starts the same day', async () => {
    await staff().startDraft({ copyOf: null, fromOn: '2027-01-04' });
    expect(await refused(staff().startDraft({ copyOf: null, fromOn: '2027-01-04' }))).toMatchObject({
      code: 'rules.draftExists', status: 'CONFLICT', fields: { fromOn: 'Un brouillon commence déjà le 4 janvier 2027. Ouvrez-le, ou choisissez une autre date.' },
    });
  });

  it('is not saved over someone else’s changes', async () => {
    const { id, revision, version } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-09' });
    await staff().saveDraft({ id, revision, version });
    expect(await refused(staff().saveDraft({ id, revision, version: priced(version, 400) }))).toMatchObject({ code: 'changedMeanwhile', status: 'CONFLICT' });
    expect((await staff().draft({ id })).version.prices[0]?.price).toBeNull();
  });

  it('keeps open questions, and refuses what is no rulebook at the field', async () => {
    const { id, revision, version } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-09' });
    const nameless = { ...version, services: [{ ...version.services[0]!, label: '' }] };
    expect(await refused(staff().saveDraft({ id, revision, version: nameless }))).toMatchObject({
      code: 'invalidInput', status: 'BAD_REQUEST', fields: { 'version.services.0.label': 'Ce champ est obligatoire.' },
    });
  });

  it('can be discarded, and is gone then', async () => {
    const { id, revision } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-09' });
    await staff().discardDraft({ id, revision });
    expect(await refused(staff().draft({ id }))).toMatchObject({ code: 'rules.draftGone', status: 'NOT_FOUND' });
  });

  it('does not enter into force while the council’s questions are open, and names the figure', async () => {
    const { id, revision, version } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-09' });
    const gap = priced(version, { kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { from: '750', upTo: '1200', price: 310 }, { above: '1200', price: 390 }] });
    const saved = await staff().saveDraft({ id, revision, version: gap });
    const check = await staff().checkDraft({ id });
    expect(check).toMatchObject({ mayActivate: false, hasPrevious: false });
    expect(check.questions[0]).toMatchObject({ level: 'error', code: 'gap' });
    const refusal = await refused(staff().activateDraft({ id, revision: saved.revision }));
    expect(refusal).toMatchObject({ code: 'rules.openQuestions', status: 'BAD_REQUEST' });
    expect(refusal.message).toMatch(/700.*750/);
    expect(refusal.fields).toHaveProperty(check.questions[0]!.at);
    expect((await staff().overview()).versions).toEqual([]);
  });

  it('does not enter into force with overlapping brackets either', async () => {
    const { id, revision, version } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-09' });
    const overlap = priced(version, { kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { from: '650', upTo: '1200', price: 310 }, { above: '1200', price: 390 }] });
    const saved = await staff().saveDraft({ id, revision, version: overlap });
    expect((await refused(staff().activateDraft({ id, revision: saved.revision }))).message).toMatch(/650.*700/);
  });
});

describe('a question that the council answers', () => {
  it('is kept in the notes and stands in the way no more', async () => {
    const { id, revision, version } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-09' });
    const gap = priced(version, { kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { from: '750', price: 310 }] });
    const [question] = (await staff().preview({ version: gap })).questions;
    expect(question).toMatchObject({ level: 'error', mayAnswer: true, answer: null, at: 'prices.0.price.rows.1' });
    const answered = { ...gap, notes: [{ about: question!.at, question: question!.question, answer: 'la tranche du dessus' }] };
    expect((await staff().preview({ version: answered })).questions[0]).toMatchObject({ level: 'info', mayAnswer: false, answer: 'la tranche du dessus' });
    const saved = await staff().saveDraft({ id, revision, version: answered });
    await expect(staff().activateDraft({ id, revision: saved.revision })).resolves.toHaveProperty('versionId');
  });

  it('needs a figure when it asks for one', async () => {
    const { version } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-09' });
    expect((await staff().preview({ version })).questions[0]).toMatchObject({ level: 'error', code: 'noPrice', mayAnswer: false });
  });
});

describe('before a draft enters into force', () => {
  it('staff read what it replaces, what disappears and what changes', async () => {
    const versionId = await activate(house.contextOf(), '2026-09-01', (version) => ({
      services: [...version.services, { ...version.services[0]!, id: 'garderie', label: 'Garderie' }],
      prices: [...version.prices, { id: 'garderie', label: 'Garderie', services: ['garderie'], price: 150 }],
      booking: [{ ...version.booking[0]!, services: ['cantine', 'garderie'] }],
    }));
    const draft = await staff().startDraft({ copyOf: versionId, fromOn: '2026-10-01' });
    const { version } = draft;
    await staff().saveDraft({
      id: draft.id, revision: draft.revision,
      version: { ...version, services: [version.services[0]!], prices: [{ ...version.prices[0]!, price: 350 }], booking: [{ ...version.booking[0]!, services: ['cantine'] }] },
    });
    const check = await staff().checkDraft({ id: draft.id });
    expect(check.hasPrevious).toBe(true);
    expect(check.consequences.map((one) => one.text)).toEqual([
      'Il s’applique à des jours déjà passés, depuis le 1er octobre 2026\u00a0: leurs prix, tels qu’ils s’affichent, peuvent changer.',
      '«\u00a0Garderie\u00a0» n’existe plus à partir du 1er octobre 2026.',
    ]);
    const prices = check.differences.find((section) => section.title === 'Tarifs');
    expect(prices?.removed.join(' ')).toContain('3,20');
    expect(prices?.added.join(' ')).toContain('3,50');
  });

  it('a text of the same day takes the place of the one before, which is kept', async () => {
    const first = await activate(house.contextOf(), '2026-09-01');
    const second = await activate(house.contextOf(), '2026-09-01', (version) => ({ prices: [{ ...version.prices[0]!, price: 330 }] }));
    expect((await rulebookOf(house.db)).versions.map((version) => version.prices[0]?.price)).toEqual([330]);
    expect((await staff().overview()).versions.map((version) => version.id)).toEqual([second]);
    expect(await house.db.selectOne('SELECT replaced_at IS NOT NULL AS replaced FROM rulebook_versions WHERE id = $first', { first })).toEqual({ replaced: 1 });
  });
});

describe('a preview', () => {
  it('tells deadlines by example, prices by quotient and open questions, and saves nothing', async () => {
    const { version, id } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-05' });
    const grid = priced(version, { kind: 'brackets', measure: 'qf', rows: [{ from: '0', upTo: '700', price: 100 }, { from: '701', price: 310 }] });
    const preview = await staff().preview({ version: grid });
    expect(preview.deadlines.veille?.[0]).toBe('Pour le jeudi 12 novembre\u00a0: jusqu’au mardi 10 novembre à 10\u00a0h');
    expect(preview.curves[0]?.cases[0]?.steps).toMatchObject([{ from: 0, upTo: 700, cents: 100 }, { from: 700, upTo: null, cents: 310 }]);
    expect(preview.sections[0]).toMatchObject({ title: 'Prestations' });
    expect((await staff().draft({ id })).version.prices[0]?.price).toBeNull();
  });

  it('says at the field what cannot be read', async () => {
    const { version } = await staff().startDraft({ copyOf: null, fromOn: '2026-11-05' });
    const preview = await staff().preview({ version: { ...version, deadlines: [{ ...version.deadlines[0]!, label: '' }] } });
    expect(preview.fields).toEqual({ 'deadlines.0.label': 'Ce champ est obligatoire.' });
  });
});

describe('places', () => {
  beforeEach(() => activate(house.contextOf(), '2026-09-01'));

  it('are set from a day on, changed and removed', async () => {
    await staff().saveCapacity({ service: 'cantine', fromOn: '2026-09-01', places: 80 });
    await staff().saveCapacity({ service: 'cantine', fromOn: '2027-01-04', places: null });
    await staff().saveCapacity({ service: 'cantine', fromOn: '2026-09-01', places: 90 });
    expect(await staff().capacities()).toEqual([
      { service: 'cantine', fromOn: '2026-09-01', places: 90 }, { service: 'cantine', fromOn: '2027-01-04', places: null },
    ]);
    await staff().removeCapacity({ service: 'cantine', fromOn: '2027-01-04' });
    expect(await staff().capacities()).toHaveLength(1);
    expect((await journal())[0]).toMatchObject({ action: 'rules.removeCapacity', subject: 'Cantine : nombre de places du 4 janvier 2027 retiré' });
  });

  it('are refused for an unknown service, a negative number or a place that is not set', async () => {
    expect(await refused(staff().saveCapacity({ service: 'piscine', fromOn: '2026-09-01', places: 8 }))).toMatchObject({ code: 'rules.noSuchService', fields: { service: expect.any(String) as string } });
    expect(await refused(staff().saveCapacity({ service: 'cantine', fromOn: '2026-09-01', places: -1 }))).toMatchObject({ fields: { places: 'Un nombre de places ne peut pas être négatif.' } });
    expect(await refused(staff().saveCapacity({ service: 'cantine', fromOn: '2026-02-31', places: 1 }))).toMatchObject({ fields: { fromOn: 'Cette date n’existe pas.' } });
    expect(await refused(staff().removeCapacity({ service: 'cantine', fromOn: '2030-01-01' }))).toMatchObject({ status: 'NOT_FOUND' });
  });
});

describe('rights', () => {
  it('let those who read families read the rules, and not write them', async () => {
    const agent = as(staffWith('families.read'));
    expect((await agent.overview()).versions).toEqual([]);
    expect(await agent.words()).toMatchObject({ services: [] });
    expect(await agent.capacities()).toEqual([]);
    for (const call of [
      () => agent.startDraft({ copyOf: null, fromOn: '2026-11-09' }), () => agent.discardDraft({ id: 1, revision: 1 }), () => agent.activateDraft({ id: 1, revision: 1 }),
      () => agent.saveDraft({ id: 1, revision: 1, version: {} as Version }), () => agent.saveCapacity({ service: 'cantine', fromOn: '2026-09-01', places: 1 }),
      () => agent.removeCapacity({ service: 'cantine', fromOn: '2026-09-01' }),
    ]) expect(await refused(call())).toMatchObject({ code: 'forbidden', status: 'FORBIDDEN' });
  });

  it('close everything to those who are not signed in or may not read families', async () => {
    for (const door of [as(null), as(staffWith('mail.manage'))]) {
      for (const call of [() => door.overview(), () => door.version({ id: 1 }), () => door.words(), () => door.draft({ id: 1 }), () => door.checkDraft({ id: 1 }), () => door.capacities(), () => door.preview({ version: {} as Version })]) {
        expect(['UNAUTHORIZED', 'FORBIDDEN']).toContain((await refused(call())).status);
      }
    }
  });

  it('answer notFound for what does not exist', async () => {
    for (const call of [() => staff().version({ id: 99 }), () => staff().draft({ id: 99 }), () => staff().checkDraft({ id: 99 }), () => staff().startDraft({ copyOf: 99, fromOn: '2026-11-09' })]) {
      expect((await refused(call())).status).toBe('NOT_FOUND');
    }
  });
});

describe('the words of the rules', () => {
  it('serve the forms of the other pages', async () => {
    await activate(house.contextOf(), '2026-09-01');
    expect(await staff().words()).toMatchObject({
      zones: [{ id: 'commune', label: 'Commune' }, { id: 'hors-commune', label: 'Hors commune' }], measures: [{ id: 'qf' }],
      services: [{ id: 'cantine', label: 'Cantine', unit: 'repas', weekdays: ['mon', 'tue', 'thu', 'fri'] }],
    });
  });
});

describe('a version in force', () => {
  it('reads as sentences', async () => {
    const id = await activate(house.contextOf(), '2026-09-01');
    const { sections, summary } = await staff().version({ id });
    expect(summary).toMatchObject({ state: 'inForce', fromOn: '2026-09-01' });
    const text = sections.flatMap((section) => section.lines.map((line) => line.text));
    expect(text).toContain('Cantine\u00a0: lundi, mardi, jeudi et vendredi, compté en «\u00a0repas\u00a0».');
    expect(text).toContain('La veille ouvrée\u00a0: la veille (jour ouvré) à 10\u00a0h.');
  });
});

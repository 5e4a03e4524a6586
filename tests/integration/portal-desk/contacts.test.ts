import { beforeEach, describe, expect, it } from 'vitest';
import { portalSettingsOf } from '../../../src-main/features/town/portal-settings';
import { DEFAULT_PORTAL_SETTINGS } from '../../../src-main/features/town/portal-settings-schema';
import { queuedMails } from '../../support/mails';
import { usePortalDesk } from './setup';

const test = usePortalDesk();
beforeEach(() => test.rule({ contacts: 'direct' }));

const person = (firstName: string, change: object = {}) =>
  ({ lastName: 'Le Goff', firstName, relation: 'neighbour' as const, mobilePhone: '0611223344', homePhone: '', ticks: [{ childId: test.anna, callInEmergency: false, mayCollect: true }], ...change });
const add = (firstName: string, change: object = {}, who: { personId: number } = test.paul) => test.parent(who).addContact({ familyId: test.paul.familyId, contact: person(firstName, change) });
const remove = (personId: number, who: { personId: number } = test.paul) => test.parent(who).removeContact({ familyId: test.paul.familyId, personId });
const family = async (who: { personId: number } = test.paul) => (await test.parent(who).read()).families[0]!;
const adult = async (name: string) => (await family()).adults.find((one) => one.name === name);
const contactsOf = async () => (await family()).contacts!;
const listed = async () => (await test.staff().list()).flatMap(({ requests }) => requests);
const decide = (decisions: Parameters<ReturnType<typeof test.staff>['decide']>[0]['decisions']) => test.staff().decide({ familyId: test.paul.familyId, decisions });

describe('a contact whom the town lets parents add and remove', () => {
  it('is in the file at once with phone and ticks, and out of it at once; both are journaled', async () => {
    expect(await add('Jeanne')).toEqual({ saved: 1, asked: 0 });
    const jeanne = (await adult('Jeanne LE GOFF'))!;
    expect(jeanne).toMatchObject({ kind: 'contact', title: 'Voisinage', removal: { rule: 'direct', pending: null } });
    expect((await family()).pickups!.rows.find(({ personId }) => personId === jeanne.personId)!.cells.map(({ what, value }) => [what, value])).toEqual([['callInEmergency', false], ['mayCollect', true]]);
    expect(await test.refusal(add('jeanne', { lastName: 'LE GOFF' }, test.lucie))).toMatchObject({ code: 'families.alreadyIn', status: 'CONFLICT' });
    expect(await remove(jeanne.personId)).toEqual({ saved: 1, asked: 0 });
    expect(await adult('Jeanne LE GOFF')).toBeUndefined();
    expect(await test.refusal(remove(jeanne.personId))).toMatchObject({ code: 'notFound' });
    const deeds = await test.house.db.select<{ action: string }>("SELECT action FROM journal WHERE actor_kind = 'parent' ORDER BY id DESC LIMIT 3");
    expect(deeds.map(({ action }) => action)).toEqual(['adult.remove', 'family.pickups', 'adult.add']);
  });

  it('is told at the field when it is not whole', async () => {
    const fields = async (change: object) => (await test.refusal(add('Zoé', change))).fields;
    expect(await fields({ lastName: ' ', firstName: '' })).toMatchObject({ 'contact.lastName': 'Indiquez le nom.', 'contact.firstName': 'Indiquez le prénom.' });
    expect(await fields({ mobilePhone: '' })).toEqual({ 'contact.mobilePhone': 'Indiquez au moins un numéro de téléphone.' });
    expect(await fields({ mobilePhone: 'zéro' })).toHaveProperty(['contact.mobilePhone']);
    expect(await fields({ ticks: [] })).toEqual({ 'contact.ticks': 'Cochez au moins « Urgence » ou « Sortie » pour un enfant.' });
    expect(await test.refusal(add('Zoé', { ticks: [{ childId: test.fanny.childIds[0]!, callInEmergency: true, mayCollect: true }] }))).toMatchObject({ code: 'notFound' });
    await test.rule({ contacts: 'direct', pickups: 'readOnly' });
    expect(await test.refusal(add('Zoé'))).toMatchObject({ code: 'portalDesk.notEditable' });
    expect((await contactsOf()).withTicks).toBe(false);
  });

  it('is not a guardian, nor of another family; who has an account is asked for', async () => {
    expect(await test.refusal(remove(test.lucie.personId))).toMatchObject({ code: 'portalDesk.guardianStays', message: expect.stringContaining('Lucie ALAIN est responsable') as string });
    expect(await test.refusal(remove(test.fanny.personId))).toMatchObject({ code: 'notFound' });
    for (const call of [test.parent(test.fanny).addContact({ familyId: test.paul.familyId, contact: person('Zoé') }), test.parent(test.fanny).removeContact({ familyId: test.paul.familyId, personId: test.odette })]) {
      expect(await test.refusal(call)).toMatchObject({ code: 'notFound' });
    }
    expect(await test.refusal(test.visitor().addContact({ familyId: test.paul.familyId, contact: person('Zoé') }))).toMatchObject({ code: 'signedOut' });
    await test.house.db.write(() => test.house.db.run("INSERT INTO portal_accounts (person_id, identifier, created_at) VALUES ($id, 'oalain', '2026-09-01T08:00:00.000Z')", { id: test.odette }));
    expect(await remove(test.odette)).toEqual({ saved: 0, asked: 1 });
    const { pending } = (await adult('Odette ALAIN'))!.removal!;
    await test.parent(test.paul).withdraw({ requestId: pending!.requestId });
    await test.house.db.write(() => test.house.db.run('DELETE FROM portal_accounts WHERE person_id = $id', { id: test.odette }));
  });

  it('is kept from who has no parental authority, and hidden where the town hides it', async () => {
    await test.setAuthority(test.lucie.personId, 'no');
    expect(await family(test.lucie)).toMatchObject({ contacts: null });
    for (const call of [add('Zoé', {}, test.lucie), remove(test.odette, test.lucie)]) expect(await test.refusal(call)).toMatchObject({ code: 'notFound' });
    await test.setAuthority(test.lucie.personId, 'unknown');
    await test.rule({ contacts: 'hidden' });
    expect(JSON.stringify(await test.parent(test.paul).read())).not.toContain('Odette');
    expect(await test.refusal(test.parent(test.paul).saveSection({ section: 'contact', familyId: test.paul.familyId, subjectId: test.odette, values: { city: 'Lannion' }, seen: { city: '' } }))).toMatchObject({ code: 'notFound' });
    expect(await test.refusal(add('Zoé'))).toMatchObject({ code: 'notFound' });
    await test.rule({ contacts: 'readOnly' });
    expect(await test.refusal(add('Zoé'))).toMatchObject({ code: 'portalDesk.notEditable', status: 'FORBIDDEN' });
    expect((await adult('Odette ALAIN'))!.removal).toBeNull();
  });
});

describe('a contact whom the town hall has to agree to', () => {
  beforeEach(() => test.rule({ contacts: 'approved' }));

  it('waits, is not asked for twice, is withdrawn, refused with a reason, then accepted into the file', async () => {
    expect(await add('Hervé')).toEqual({ saved: 0, asked: 1 });
    expect((await contactsOf()).asked).toMatchObject([{ name: 'Hervé LE GOFF', pending: { mine: true, shown: '06 11 22 33 44 ; Anna : sortie' } }]);
    expect(await test.refusal(add('HERVE', {}, test.lucie))).toMatchObject({ code: 'portalDesk.askedAlready', message: expect.stringContaining('Paul ALAIN a déjà demandé') as string });
    await test.parent(test.paul).withdraw({ requestId: (await contactsOf()).asked[0]!.requestId });
    expect(await listed()).toEqual([]);

    await add('Hervé');
    const [first] = await listed();
    expect(first).toMatchObject({ subject: 'Hervé LE GOFF', section: 'Autres responsables', label: 'Ajouter une personne', before: 'Ne fait pas partie de la famille', after: 'Hervé LE GOFF, voisinage\n06 11 22 33 44\nAnna : sortie', seen: '', changedTo: null });
    await decide([{ requestId: first!.id, accept: false, reason: 'Un écrit de l’autre parent manque.', seen: '' }]);
    expect((await contactsOf()).asked).toMatchObject([{ pending: null, refused: { reason: 'Un écrit de l’autre parent manque.' } }]);
    expect((await queuedMails(test.house.db)).at(-1)!.text).toContain('Ajouter une personne (Hervé LE GOFF) : c’est refusé.');

    await add('Hervé');
    const [second] = await listed();
    await decide([{ requestId: second!.id, accept: true, seen: '' }]);
    expect(await adult('Hervé LE GOFF')).toMatchObject({ kind: 'contact' });
    expect((await contactsOf()).asked).toEqual([]);
  });

  it('is not added twice when staff were faster, and leaves once the town hall agreed', async () => {
    await add('Yves');
    await test.rule({ contacts: 'direct' });
    await add('Yves', {}, test.lucie);
    await test.rule({ contacts: 'approved' });
    const [stale] = await listed();
    expect(stale).toMatchObject({ seen: 'there', changedTo: 'Fait déjà partie de la famille' });
    expect(await test.refusal(decide([{ requestId: stale!.id, accept: true, seen: '' }]))).toMatchObject({ code: 'portalDesk.fieldChanged' });
    expect(await test.refusal(decide([{ requestId: stale!.id, accept: true, seen: 'there' }]))).toMatchObject({ code: 'families.alreadyIn' });
    await decide([{ requestId: stale!.id, accept: false, reason: 'Déjà dans votre fiche.', seen: 'there' }]);

    const yves = (await adult('Yves LE GOFF'))!.personId;
    expect(await remove(yves)).toEqual({ saved: 0, asked: 1 });
    expect(await adult('Yves LE GOFF')).toMatchObject({ removal: { pending: { mine: true } } });
    const [leaving] = await listed();
    expect(leaving).toMatchObject({ subject: 'Yves LE GOFF', label: 'Retirer de la famille', before: 'Fait partie de la famille', after: 'Ne fait plus partie de la famille' });
    await decide([{ requestId: leaving!.id, accept: true, seen: leaving!.seen }]);
    expect(await adult('Yves LE GOFF')).toBeUndefined();
  });

  it('is asked for, too, where only the ticks want an answer; and there is a limit', async () => {
    await test.rule({ contacts: 'direct', pickups: 'approved' });
    expect(await add('Un')).toEqual({ saved: 0, asked: 1 });
    const known = (await family()).adults.filter(({ kind }) => kind === 'contact').length;
    for (let index = known + 1; index < 20; index += 1) await add(`Voisin ${'i'.repeat(index)}`);
    expect(await test.refusal(add('Trop'))).toMatchObject({ code: 'portalDesk.tooManyContacts' });
  });
});

it('a town that chose before this part was known keeps its portal closed as it was', async () => {
  const { contacts: _, ...older } = DEFAULT_PORTAL_SETTINGS.fileParts;
  const keep = (fileParts: object) => test.house.db.write(() => test.house.db.run('UPDATE portal_settings SET body = $body', { body: JSON.stringify({ ...DEFAULT_PORTAL_SETTINGS, fileParts }) }));
  const contactsRule = async () => (await portalSettingsOf(test.house.db)).fileParts.contacts;
  await keep(older);
  expect(await contactsRule()).toBe('approved');
  await keep({ ...older, pickups: 'readOnly' });
  expect(await contactsRule()).toBe('readOnly');
  await keep(Object.fromEntries(Object.keys(older).map((part) => [part, 'hidden'])));
  expect(await contactsRule()).toBe('hidden');
});

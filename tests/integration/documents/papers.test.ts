import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsParent } from '../../../src-main/features/documents/parent';
import { openPage } from '../../../src-main/features/documents/decide-paper';
import { receiveUpload } from '../../../src-main/features/documents/receive-upload';
import type { PaperKind } from '../../../src-main/features/documents/schema';
import { documentsStaff } from '../../../src-main/features/documents/staff';
import { removeChild } from '../../../src-main/features/families/remove-child';
import { wording } from '../../../src-main/host/wording';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildParent, buildStaffUser } from '../../support/factories/build-access';
import type { BuiltParent } from '../../support/factories/build-access';
import { shareChild } from '../../support/factories/build-family';
import { queuedMails } from '../../support/mails';
import { openTestDatabase, parentActor, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';
import { doorsOf } from '../../support/staff-caller';

let house: TestDatabase;
let paul: BuiltParent;
let claire: BuiltParent;
let insurance: PaperKind;
let health: PaperKind;
let home: PaperKind;

const kind = (change: object) => ({ id: null, version: 0, name: 'Assurance scolaire', about: 'child' as const, help: 'Demandez-la à votre assureur.', required: true, renewed: true, health: false, ...change });

beforeAll(async () => {
  house = await openTestDatabase(wording);
  await buildStaffUser(house);
  paul = await buildParent(house);
  claire = await buildParent(house, { identifier: 'cbaco', email: 'claire@example.fr', firstName: 'Claire', lastName: 'BACONNAIS' });
  await staff().saveKind(kind({}));
  await staff().saveKind(kind({ name: 'Fiche sanitaire', health: true, renewed: false }));
  [insurance, health, home] = await staff().saveKind(kind({ name: 'Justificatif de domicile', about: 'family', renewed: false })) as [PaperKind, PaperKind, PaperKind];
});
afterAll(() => house.close());

const staff = (actor = STAFF) => createCallerFactory(documentsStaff)(house.doorOf(actor));
const actorOf = (who: BuiltParent) => ({ ...parentActor(who.personId, who.accountId), name: 'ALAIN Paul' });
const asParent = (who: BuiltParent) => createCallerFactory(documentsParent)(house.doorOf(actorOf(who)));
const upload = async (who: BuiltParent): Promise<number> => (await receiveUpload({ ...house.services, actor: actorOf(who) }, 'page.pdf', new TextEncoder().encode('%PDF-1.7 page'))).id;
const sending = async (who: BuiltParent, change: object = {}) =>
  ({ familyId: who.familyId, childId: who.childIds[0]!, kindId: insurance.id, name: '', description: '', uploadIds: [await upload(who)], requestKey: randomUUID(), ...change });
const send = async (who: BuiltParent, change: object = {}): Promise<number> => (await asParent(who).send(await sending(who, change))).id;
const waiting = async (id: number) => (await staff().waiting()).find((paper) => paper.id === id)!;
const insuranceOf = async (who: BuiltParent) =>
  (await asParent(who).desk()).subjects.flatMap(({ childId, requirements }) => (childId === who.childIds[0] ? requirements : [])).find(({ kindId }) => kindId === insurance.id)?.standing;

describe('a paper that is asked for', () => {
  it('is missing, waits, is refused with a reason, sent again and accepted until a day', async () => {
    expect(await insuranceOf(paul)).toMatchObject({ state: 'missing', words: 'à fournir' });
    const first = await send(paul, { uploadIds: [await upload(paul), await upload(paul)] });
    expect(await insuranceOf(paul)).toMatchObject({ state: 'waiting' });
    expect(await waiting(first)).toMatchObject({ personName: 'Anna ALAIN', name: 'Assurance scolaire', sentBy: 'Paul ALAIN', files: [{ name: 'page.pdf' }, { name: 'page.pdf' }] });

    await staff().refuse({ id: first, version: 1, reason: 'la page est coupée' });
    expect(await insuranceOf(paul)).toMatchObject({ state: 'refused', words: 'refusé : la page est coupée' });
    expect((await asParent(paul).news()).tasks[0]).toMatchObject({ state: 'refused', words: 'Assurance scolaire d’Anna : refusé, à renvoyer', childId: paul.childIds[0] });
    const mail = (await queuedMails(house.db)).at(-1)!;
    expect(mail).toMatchObject({ kind: 'documents.refused', toEmail: 'paul@example.fr' });
    expect(mail.text).not.toContain('coupée');

    const second = await send(paul);
    const accepted = await staff().accept({ id: second, version: 1, validUntil: '2026-11-20' });
    expect(accepted).toMatchObject({ state: 'accepted', words: 'accepté jusqu’au 20 novembre 2026', decidedBy: 'Nadine LE GOFF' });
    expect(plainSpaces(await insuranceOf(paul))).toMatchObject({ state: 'expiring', words: 'expire dans 15 jours, le 20 novembre 2026' });
    expect(await asParent(paul).news()).toMatchObject({ refused: 0, expiring: 1, missing: 2 });
    const sent = (await asParent(paul).desk()).sent.map(({ words }) => words);
    expect(sent).toEqual(['accepté jusqu’au 20 novembre 2026', 'refusé : la page est coupée']);
  });

  it('waits once: two parents who send at once leave one to look at, and both are kept', async () => {
    const ids = await Promise.all([send(claire), send(claire)]);
    const found = (await staff().waiting()).filter(({ familyId }) => familyId === claire.familyId);
    expect(found).toHaveLength(1);
    const sent = (await asParent(claire).desk()).sent;
    expect(sent.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(sent.map(({ state }) => state).sort()).toEqual(['replaced', 'waiting']);
    await expect(staff().accept({ id: sent.find(({ state }) => state === 'replaced')!.id, version: 2, validUntil: null })).rejects.toMatchObject({ cause: { code: 'documents.replaced' } });
  });

  it('is one, however often its answer is lost', async () => {
    const input = await sending(paul, { kindId: null, name: 'Attestation' });
    const [first, second] = await Promise.all([asParent(paul).send(input), asParent(paul).send(input)]);
    expect(second).toEqual(first);
    // The key belongs to its sender: with it, another account sends a paper of its own, and learns of no other.
    const other = await send(claire, { kindId: null, name: 'Attestation', requestKey: input.requestKey });
    expect(other).not.toBe(first.id);
    expect(await asParent(paul).send(input)).toEqual(first);
  });

  it('is decided by one member of staff; the second is told who did', async () => {
    const id = await send(paul);
    await staff().refuse({ id, version: 1, reason: 'illisible' });
    const refusal = await refusalOf(staff().accept({ id, version: 1, validUntil: '2027-08-31' }), house.services);
    expect(refusal).toMatchObject({ code: 'documents.decidedMeanwhile', message: expect.stringContaining('Nadine LE GOFF s’en est déjà occupé : refusé : illisible') as string });
    // Refused by mistake: accepted from its present state.
    expect(await staff().accept({ id, version: 2, validUntil: '2027-08-31' })).toMatchObject({ state: 'accepted' });
  });

  it('wants a last day when it is renewed, and none that is over', async () => {
    const id = await send(claire);
    const fields = async (validUntil: string | null) => (await refusalOf(staff().accept({ id, version: 1, validUntil }), house.services)).fields;
    expect(await fields(null)).toEqual({ validUntil: expect.stringContaining('jusqu’à quand') as string });
    expect(await fields('2026-11-04')).toEqual({ validUntil: expect.stringContaining('passée') as string });
    expect(await fields('2026-02-31')).toEqual({ validUntil: 'Cette date n’existe pas.' });
    expect((await refusalOf(staff().refuse({ id, version: 1, reason: ' ' }), house.services)).fields).toHaveProperty('reason');
    expect(await waiting(id)).toMatchObject({ state: 'waiting', version: 1 });
  });

  it('counts in both homes of a child, and is opened by the home that sent it', async () => {
    const childId = paul.childIds[0]!;
    await shareChild(house.db, { childId, familyId: claire.familyId, custody: 'oddWeeks', firstCustody: 'evenWeeks' });
    const desk = await asParent(claire).desk();
    expect(desk.subjects.find((subject) => subject.childId === childId)?.requirements[0]).toMatchObject({ standing: { state: 'accepted' } });
    expect(desk.sent.some((paper) => paper.familyId === paul.familyId)).toBe(false);
    await house.db.write(() => house.db.run('DELETE FROM family_children WHERE family_id = $familyId AND child_id = $childId', { familyId: claire.familyId, childId }));
  });
});

describe('what is not theirs, not whole or not allowed', () => {
  it('is refused: another family, another’s child, another’s file, an unknown kind', async () => {
    const before = (await staff().waiting()).length;
    for (const change of [{ familyId: claire.familyId }, { familyId: claire.familyId, childId: claire.childIds[0] }, { childId: claire.childIds[0] }, { kindId: 999 }]) {
      await expect(send(paul, change)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(send(paul, { uploadIds: [await upload(claire)] })).rejects.toMatchObject({ cause: { code: 'documents.uploadGone' } });
    expect((await staff().waiting()).length).toBe(before);
  });

  it('is refused at the field', async () => {
    const fields = async (change: object) => (await refusalOf(send(paul, change), house.services)).fields;
    expect(await fields({ uploadIds: [] })).toEqual({ uploadIds: 'Choisissez au moins un fichier.' });
    expect(await fields({ uploadIds: Array.from({ length: 11 }, (_, index) => index + 1) })).toHaveProperty('uploadIds');
    expect(await fields({ kindId: null })).toEqual({ name: 'Donnez un nom à ce document.' });
    expect(await fields({ childId: null })).toEqual({ childId: 'Ce document est demandé pour un enfant : choisissez lequel.' });
    expect(await fields({ kindId: home.id })).toEqual({ childId: expect.stringContaining('famille entière') as string });
  });

  it('of health is opened and decided with the health right only, and each reading is journaled', async () => {
    const id = await send(paul, { kindId: health.id });
    const paper = await waiting(id);
    const secretary = staff(staffWith('families.read', 'families.write', 'portal.manage'));
    for (const call of [secretary.page({ id: paper.files[0]!.id }), secretary.accept({ id, version: 1, validUntil: null }), secretary.refuse({ id, version: 1, reason: 'x' })]) {
      expect(await refusalOf(call, house.services)).toMatchObject({ code: 'documents.healthPaper', status: 'FORBIDDEN' });
    }
    expect((await staff().page({ id: paper.files[0]!.id })).bytes).toEqual(new TextEncoder().encode('%PDF-1.7 page'));
    expect(await house.db.select("SELECT subject, child_id AS childId FROM journal WHERE action = 'documents.open'")).toEqual([{ subject: 'Pièce « Fiche sanitaire » consultée', childId: paul.childIds[0] }]);
    await staff().refuse({ id, version: 1, reason: 'vaccin absent' });
    expect(await house.db.select("SELECT 1 FROM journal WHERE coalesce(after, '') LIKE '%vaccin%' OR subject LIKE '%vaccin%'")).toEqual([]);
  });

  it('stays with who has parental authority: the other guardian reads and is asked nothing, and may still send', async () => {
    const id = await send(paul, { kindId: health.id });
    const page = (await staff().ofFamily({ familyId: paul.familyId })).sent.find((paper) => paper.id === id)!.files[0]!.id;
    const setAuthority = (authority: string) => house.db.write(() => house.db.run('UPDATE family_adults SET parental_authority = $authority WHERE person_id = $personId', { authority, personId: paul.personId }));
    expect((await openPage({ ...house.services, actor: actorOf(paul) }, page)).name).toBe('page.pdf');
    expect(await house.db.selectOne('SELECT action, actor_kind AS kind FROM journal ORDER BY id DESC')).toEqual({ action: 'documents.open', kind: 'parent' });
    const [lucie] = await house.db.write(() => house.db.runReturning<{ id: number }>("INSERT INTO persons (last_name, first_name, email) VALUES ('ALAIN', 'Lucie', 'lucie@example.fr') RETURNING id"));
    await house.db.write(() => house.db.run("INSERT INTO family_adults (family_id, person_id, kind, position, parental_authority) VALUES ($familyId, $id, 'guardian', 3, 'no')", { familyId: paul.familyId, id: lucie!.id }));
    const asLucie = { ...paul, personId: lucie!.id, accountId: 77 };
    const desk = await asParent(asLucie).desk();
    expect([desk.sent, desk.subjects.flatMap(({ requirements }) => requirements), (await asParent(asLucie).news()).tasks]).toEqual([[], [], []]);
    await expect(openPage({ ...house.services, actor: actorOf(asLucie) }, page)).rejects.toMatchObject({ code: 'notFound' });
    await expect(send(asLucie)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const own = await send(asLucie, { kindId: null, name: 'Jugement' });
    expect((await asParent(asLucie).desk()).sent.map((paper) => paper.id)).toEqual([own]);
    await setAuthority('no');
    expect((await staff().lacking({ classId: null, kindId: null })).find(({ familyId }) => familyId === paul.familyId)).toMatchObject({ email: '' });
    await setAuthority('unknown');
    await staff().refuse({ id, version: 1, reason: 'illisible' });
    await house.db.write(() => house.db.run('DELETE FROM family_adults WHERE person_id = $id', { id: lucie!.id }));
  });

  it('is told by every door', async () => {
    for (const [name, codes] of Object.entries(await doorsOf(documentsStaff, house))) expect([name, codes.slice(0, 2)]).toEqual([name, ['signedOut', 'forbidden']]);
    const reader = staff(staffWith('families.read'));
    const id = await send(paul, { kindId: null, name: 'Autre' });
    for (const call of [reader.accept({ id, version: 1, validUntil: null }), reader.refuse({ id, version: 1, reason: 'x' }), reader.remind({ familyIds: [1] }), reader.saveKind(kind({})), reader.archiveKind({ id: insurance.id, version: 1 })]) {
      await expect(call).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await reader.waitingCount()).toBe((await reader.waiting()).length);
    await expect(createCallerFactory(documentsParent)(house.doorOf(null)).desk()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await expect(staff().page({ id: 9999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(staff().accept({ id: 9999, version: 1, validUntil: null })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the town hall', () => {
  it('adds a paper for a family, accepted at once', async () => {
    const file = await staff().upload({ name: 'facture.pdf', bytes: new TextEncoder().encode('%PDF-1.7') });
    const input = { familyId: paul.familyId, childId: null, kindId: home.id, name: '', description: '', uploadIds: [file.id], requestKey: randomUUID(), validUntil: null };
    await staff().add(input);
    await staff().add(input);
    const found = await staff().ofFamily({ familyId: paul.familyId });
    expect(found.subjects[0]?.requirements[0]).toMatchObject({ name: 'Justificatif de domicile', standing: { state: 'accepted', words: 'accepté' } });
    expect(found.sent.filter(({ kindId }) => kindId === home.id)).toHaveLength(1);
    await expect(staff().add({ ...input, requestKey: randomUUID(), familyId: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(staff(staffWith('families.read', 'families.write')).add({ ...input, requestKey: randomUUID(), childId: paul.childIds[0]!, kindId: health.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(removeChild(house.contextOf(), paul.childIds[0]!)).rejects.toMatchObject({ code: 'families.childHasPapers' });
  });

  it('lists who lacks a required paper, and reminds each parent once a day', async () => {
    const lacking = await staff().lacking({ classId: null, kindId: null });
    expect(lacking.map(({ name }) => name)).toEqual(['ALAIN', 'BACONNAIS']);
    expect(lacking[1]).toMatchObject({ email: 'claire@example.fr', remindedOn: null, lacks: ['Justificatif de domicile : à fournir', 'Fiche sanitaire d’Anna : à fournir'] });
    expect(await staff().lacking({ classId: 99, kindId: null })).toEqual([]);
    expect((await staff().lacking({ classId: null, kindId: home.id })).map(({ name }) => name)).toEqual(['BACONNAIS']);

    const familyIds = [paul.familyId, claire.familyId, 999];
    expect(plainSpaces(await staff().remind({ familyIds }))).toEqual({ mailed: 2, already: 0, skipped: 1, sentence: 'Rappel envoyé à 2 familles. 1 famille n’a pas d’adresse e-mail, ou plus rien à fournir.' });
    expect(plainSpaces(await staff().remind({ familyIds }))).toMatchObject({ mailed: 0, already: 2 });
    const mails = (await queuedMails(house.db)).filter((mail) => mail.kind === 'documents.reminder');
    expect(mails.map(({ toEmail }) => toEmail).sort()).toEqual(['claire@example.fr', 'paul@example.fr']);
    expect(mails.find(({ toEmail }) => toEmail.startsWith('claire'))?.text).toContain('- Fiche sanitaire d’Anna : à fournir');
    expect((await staff().lacking({ classId: null, kindId: home.id }))[0]?.remindedOn).toBe('2026-11-05');
    await expect(staff().remind({ familyIds: [] })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('chooses what it asks for: names once, one at a time, no other subject once papers came', async () => {
    const refusal = async (change: object) => (await refusalOf(staff().saveKind({ ...insurance, ...change }), house.services)).code;
    expect(await refusal({ name: 'fiche SANITAIRE' })).toBe('documents.kindTaken');
    expect(await refusal({ about: 'family' })).toBe('documents.kindInUse');
    expect(await refusal({ version: 9 })).toBe('changedMeanwhile');
    expect(await refusal({ id: 999, name: 'Autre' })).toBe('notFound');
    expect((await refusalOf(staff().saveKind(kind({ name: '' })), house.services)).fields).toEqual({ name: 'Donnez un nom à cette pièce.' });
    expect(await staff().saveKind({ ...insurance, help: '' })).toMatchObject([{ help: '', version: 2 }, {}, {}]);
    expect(await staff().archiveKind({ id: insurance.id, version: 2 })).toHaveLength(2);
    expect(await insuranceOf(paul)).toBeUndefined();
    expect((await asParent(paul).desk()).sent.some(({ name }) => name === 'Assurance scolaire')).toBe(true);
    await expect(staff().archiveKind({ id: insurance.id, version: 3 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

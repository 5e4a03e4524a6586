import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesParent } from '../../../src-main/features/messages/parent';
import { messagesStaff } from '../../../src-main/features/messages/staff';
import { receiveUpload } from '../../../src-main/features/documents/receive-upload';
import { wording } from '../../../src-main/host/wording';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildParent, buildStaffUser } from '../../support/factories/build-access';
import type { BuiltParent } from '../../support/factories/build-access';
import { openTestDatabase, parentActor, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';
import { doorsOf } from '../../support/staff-caller';

let house: TestDatabase;
let paul: BuiltParent;
let claire: BuiltParent;

beforeAll(async () => {
  house = await openTestDatabase(wording);
  await buildStaffUser(house);
  paul = await buildParent(house);
  claire = await buildParent(house, { identifier: 'cbaco', email: 'claire@example.fr', firstName: 'Claire', lastName: 'BACONNAIS' });
});
afterAll(() => house.close());

const asParent = (who: BuiltParent) => createCallerFactory(messagesParent)(house.doorOf({ ...parentActor(who.personId, who.accountId), name: 'Paul ALAIN' }));
const staff = () => createCallerFactory(messagesStaff)(house.doorOf(STAFF));
const opening = (who: BuiltParent) =>
  ({ familyId: who.familyId, departmentId: 1, subject: 'Un repas de trop', html: '<p>Bonjour</p>', invoice: null, uploadIds: [], requestKey: randomUUID() });
const everything = { departmentId: null, show: 'waiting', search: '', page: 0 } as const;

describe('a conversation', () => {
  it('is opened by a parent, answered by the town hall, and told by mail without its content', async () => {
    const { id } = await asParent(paul).open(opening(paul));
    expect(await staff().inbox(everything)).toMatchObject({ waiting: 1, lines: [{ id, subject: 'Un repas de trop', personName: 'Paul ALAIN', unread: 1 }] });
    expect((await staff().read({ id })).messages).toMatchObject([{ author: 'parent', html: '<p>Bonjour</p>' }]);

    await staff().reply({ conversationId: id, html: '<p>C’est <b>corrigé</b>.</p>', uploadIds: [], requestKey: randomUUID() });
    expect(await staff().waiting()).toBe(0);
    expect(await asParent(paul).unread()).toBe(1);
    const read = await asParent(paul).read({ id });
    expect(read.messages[1]).toMatchObject({ author: 'staff', authorName: 'Nadine LE GOFF', html: '<p>C’est <strong>corrigé</strong>.</p>' });
    expect(await asParent(paul).unread()).toBe(0);
    // Another colleague has not seen that answer yet.
    const late = { conversationId: id, html: '<p>Voici</p>', uploadIds: [], requestKey: randomUUID(), seenId: read.messages[0]!.id };
    await expect(createCallerFactory(messagesStaff)(house.doorOf({ ...STAFF, name: 'Soizic MORVAN' })).reply(late)).rejects.toMatchObject({ cause: { code: 'messages.meanwhile', details: { name: 'Nadine LE GOFF' } } });
    expect((await asParent(paul).read({ id })).messages).toHaveLength(2);
    const mails = await house.db.select<{ text: string; to: string }>("SELECT body_text AS text, to_email AS 'to' FROM mails WHERE kind = 'messages.notice'");
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: 'paul@example.fr', text: expect.stringContaining(`/messages/${id}`) as string });
    expect(mails[0]?.text).not.toMatch(/corrigé|repas de trop/);
  });

  it('is one, however often its first message is sent', async () => {
    const input = opening(paul);
    const [first, second] = await Promise.all([asParent(paul).open(input), asParent(paul).open(input)]);
    expect(second).toEqual(first);
  });

  it('is never found by the key of another account: the key belongs to its sender', async () => {
    const input = opening(paul);
    const { id } = await asParent(paul).open(input);
    const { id: other } = await asParent(claire).open({ ...opening(claire), requestKey: input.requestKey });
    expect(other).not.toBe(id);
    const { id: written } = await staff().write({ familyId: claire.familyId, personId: claire.personId, departmentId: 1, subject: 'Assurance', html: '<p>Merci.</p>', uploadIds: [], requestKey: input.requestKey });
    expect([id, other]).not.toContain(written);
    expect(await asParent(paul).open(input)).toEqual({ id });
  });

  it('belongs to its parent alone: another reads nothing, writes nothing', async () => {
    const { id } = await asParent(paul).open(opening(paul));
    await expect(asParent(claire).read({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(asParent(claire).reply({ conversationId: id, html: '<p>x</p>', uploadIds: [], requestKey: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(asParent(claire).open(opening(paul))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await staff().read({ id })).messages).toHaveLength(1);
  });

  it('carries a PDF of its sender, nobody else’s, once', async () => {
    const context = { ...house.contextOf(parentActor(paul.personId)), actor: parentActor(paul.personId) };
    const pdf = await receiveUpload(context, 'attestation.pdf', new TextEncoder().encode('%PDF-1.7 x'));
    await expect(asParent(claire).open({ ...opening(claire), uploadIds: [pdf.id] })).rejects.toMatchObject({ cause: { code: 'documents.uploadGone' } });
    const { id } = await asParent(paul).open({ ...opening(paul), uploadIds: [pdf.id] });
    const [message] = (await staff().read({ id })).messages;
    expect(message?.files).toMatchObject([{ name: 'attestation.pdf', type: 'application/pdf' }]);
    expect((await staff().file({ id: message!.files[0]!.id })).bytes).toEqual(new TextEncoder().encode('%PDF-1.7 x'));
    await expect(asParent(paul).open({ ...opening(paul), uploadIds: [pdf.id] })).rejects.toMatchObject({ cause: { code: 'documents.uploadGone' } });
  });

  it('is refused at the field when empty, too long, or to nobody, and nothing is kept', async () => {
    const before = await staff().inbox(everything);
    const refused = async (change: object) => (await refusalOf(asParent(paul).open({ ...opening(paul), ...change }), house.services)).fields;
    expect(await refused({ html: '<p> </p>' })).toEqual({ html: 'Écrivez votre message.' });
    expect(await refused({ subject: ' ' })).toEqual({ subject: 'Indiquez l’objet du message.' });
    expect(await refused({ departmentId: 99 })).toEqual({ departmentId: 'Choisissez le service que vous voulez joindre.' });
    expect(await refused({ html: 'x'.repeat(20_001) })).toMatchObject({ html: expect.stringContaining('trop long') as string });
    await expect(asParent(paul).open({ ...opening(paul), invoice: 'F-2026-000001' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await staff().inbox(everything)).toEqual(before);
  });

  it('is closed, and opened again by the parent’s next word', async () => {
    const { id } = await asParent(paul).open(opening(paul));
    await staff().close({ id });
    expect((await staff().read({ id })).closedAt).not.toBeNull();
    await asParent(paul).reply({ conversationId: id, html: '<p>Encore</p>', uploadIds: [], requestKey: randomUUID() });
    expect(await staff().read({ id })).toMatchObject({ closedAt: null, lastBy: 'parent' });
  });

  it('is given to a colleague and moved to a department that exist', async () => {
    const { id } = await asParent(paul).open(opening(paul));
    const [, canteen] = await staff().saveDepartment({ id: null, name: 'Cantine' });
    await staff().move({ id, departmentId: canteen!.id });
    await staff().assign({ id, staffId: 1 });
    expect(await staff().read({ id })).toMatchObject({ department: 'Cantine', assignedTo: 'Nadine LE GOFF' });
    await expect(staff().assign({ id, staffId: 99 })).rejects.toMatchObject({ cause: { code: 'messages.noColleague' } });
    await expect(staff().move({ id, departmentId: 99 })).rejects.toMatchObject({ cause: { code: 'messages.noDepartment' } });
  });

  it('is begun by staff too, to a guardian of the family only', async () => {
    const input = { familyId: paul.familyId, personId: paul.personId, departmentId: 1, subject: 'Assurance', html: '<p>Merci de l’envoyer.</p>', uploadIds: [], requestKey: randomUUID() };
    const { id } = await staff().write(input);
    expect(await asParent(paul).read({ id })).toMatchObject({ subject: 'Assurance', unread: 1 });
    await expect(staff().write({ ...input, personId: claire.personId, requestKey: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('departments and ready answers', () => {
  it('have names of their own; the last department stays', async () => {
    await expect(staff().saveDepartment({ id: null, name: 'mairie' })).rejects.toMatchObject({ cause: { code: 'messages.nameTaken' } });
    const departments = await staff().departments();
    for (const { id } of departments.slice(1)) await staff().archiveDepartment({ id });
    await expect(staff().archiveDepartment({ id: departments[0]!.id })).rejects.toMatchObject({ cause: { code: 'messages.lastDepartment' } });
    const [template] = await staff().saveTemplate({ id: null, name: 'Assurance', html: '<p>Merci <script>x</script></p>' });
    expect(template).toMatchObject({ name: 'Assurance', html: '<p>Merci </p>' });
    expect(await staff().removeTemplate({ id: template!.id })).toEqual([]);
  });

  it('are refused to visitors and to staff without the right', async () => {
    for (const [name, codes] of Object.entries(await doorsOf(messagesStaff, house))) expect([name, codes]).toEqual([name, ['signedOut', 'forbidden', 'forbidden']]);
  });
});

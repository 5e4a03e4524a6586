import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '../../../src-main/features/documents/published-queries';
import { documentsParent } from '../../../src-main/features/documents/parent';
import type { Audience } from '../../../src-main/features/documents/schema';
import { documentsStaff } from '../../../src-main/features/documents/staff';
import { wording } from '../../../src-main/host/wording';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildParent, buildStaffUser } from '../../support/factories/build-access';
import type { BuiltParent } from '../../support/factories/build-access';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildSchool } from '../../support/factories/build-school';
import { openTestDatabase, parentActor, STAFF, staffWith } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';

const TODAY = '2026-11-05' as LocalDate;
let house: TestDatabase;
let paul: BuiltParent;
let claire: BuiltParent;
let school: { schoolId: number; classIds: readonly number[] };

beforeAll(async () => {
  house = await openTestDatabase(wording);
  await buildStaffUser(house);
  paul = await buildParent(house);
  claire = await buildParent(house, { identifier: 'cbaco', email: 'claire@example.fr', firstName: 'Claire', lastName: 'BACONNAIS' });
  school = await buildSchool(house.db, { classes: [{ name: 'PS', levels: ['PS'] }, { name: 'CE1', levels: ['CE1'] }] });
  await house.db.write(() => house.db.run('UPDATE children SET school_id = $schoolId, class_id = $classId WHERE id = $id', { classId: school.classIds[0]!, schoolId: school.schoolId, id: paul.childIds[0]! }));
  await buildEnrolment(house.db, { childId: paul.childIds[0]!, service: 'cantine-1' });
});
afterAll(() => house.close());

const staff = (actor = STAFF) => createCallerFactory(documentsStaff)(house.doorOf(actor));
const asParent = (who: BuiltParent) => createCallerFactory(documentsParent)(house.doorOf({ ...parentActor(who.personId, who.accountId), name: 'Paul ALAIN' }));
const upload = async (): Promise<number> => (await staff().upload({ name: 'menus.pdf', bytes: new TextEncoder().encode('%PDF-1.7 menus') })).id;
const input = async (audience: Audience = { kind: 'all' }, change: object = {}) =>
  ({ category: 'Menus', name: 'Menus de novembre', description: '', fromOn: TODAY, untilOn: null, audience, uploadId: await upload(), requestKey: randomUUID(), ...change });
const publish = async (audience?: Audience, change?: object): Promise<number> => (await staff().publish(await input(audience, change))).id;
const seenBy = async (who: BuiltParent): Promise<number[]> => (await asParent(who).desk()).categories.flatMap(({ documents }) => documents.map(({ id }) => id));

describe('a published document', () => {
  it.each<[string, () => Audience, boolean]>([
    ['all', () => ({ kind: 'all' }), true],
    ['a school', () => ({ kind: 'school', id: school.schoolId }), false],
    ['a class', () => ({ kind: 'class', id: school.classIds[0]! }), false],
    ['a service', () => ({ kind: 'service', code: 'cantine-1', label: 'Cantine' }), false],
    ['a family', () => ({ kind: 'family', id: paul.familyId }), false],
  ])('for %s is seen by its families alone', async (_name, audience, both) => {
    const id = await publish(audience());
    expect(await seenBy(paul)).toContain(id);
    expect((await seenBy(claire)).includes(id)).toBe(both);
    if (!both) await expect(openDocument(house.services, TODAY, claire.personId, id)).rejects.toMatchObject({ code: 'notFound' });
    expect((await staff().readers({ id })).map(({ personId }) => personId)).toEqual(both ? [paul.personId, claire.personId] : [paul.personId]);
  });

  it('is not seen by the parents of another class, nor after the child has left the service', async () => {
    const other = await publish({ kind: 'class', id: school.classIds[1]! });
    expect(await seenBy(paul)).not.toContain(other);
    const id = await publish({ kind: 'service', code: 'cantine-1', label: 'Cantine' });
    await house.db.write(() => house.db.run("UPDATE enrolments SET to_on = '2026-11-04'"));
    expect(await seenBy(paul)).not.toContain(id);
    await house.db.write(() => house.db.run('UPDATE enrolments SET to_on = NULL'));
  });

  it('is new until it is opened, once a parent, and the town hall knows who did', async () => {
    const id = await publish({ kind: 'family', id: paul.familyId }, { category: 'Tarifs' });
    const category = async () => (await asParent(paul).desk()).categories.find(({ name }) => name === 'Tarifs');
    expect(await category()).toMatchObject({ unread: 1, documents: [{ isNew: true }] });
    const before = (await asParent(paul).news()).unread;
    await Promise.all([openDocument(house.services, TODAY, paul.personId, id), openDocument(house.services, TODAY, paul.personId, id)]);
    expect(await category()).toMatchObject({ unread: 0, documents: [{ isNew: false }] });
    expect((await asParent(paul).news()).unread).toBe(before - 1);
    expect(await staff().readers({ id })).toMatchObject([{ name: 'Paul ALAIN', familyName: 'ALAIN', readAt: '2026-11-05T09:01:00.000Z' }]);
    expect((await staff().published({ show: 'current', search: 'tarifs' }))).toMatchObject([{ id, readers: 1, state: 'shown', audienceLabel: 'Famille ALAIN' }]);
  });

  it('is shown from its first day to its last, and no more once withdrawn', async () => {
    const coming = await publish({ kind: 'all' }, { fromOn: '2026-11-06' });
    const last = await publish({ kind: 'all' }, { fromOn: '2026-10-01', untilOn: TODAY });
    const ended = await publish({ kind: 'all' }, { fromOn: '2026-10-01', untilOn: '2026-11-04' });
    const gone = await publish();
    await staff().withdraw({ id: gone });
    await staff().withdraw({ id: gone });
    const seen = await seenBy(paul);
    expect([coming, last, ended, gone].map((id) => seen.includes(id))).toEqual([false, true, false, false]);
    for (const id of [coming, ended, gone]) await expect(openDocument(house.services, TODAY, paul.personId, id)).rejects.toMatchObject({ code: 'notFound' });
    const past = await staff().published({ show: 'past', search: '' });
    expect(past.map(({ id, state }) => [id, state])).toEqual(expect.arrayContaining([[ended, 'ended'], [gone, 'withdrawn']]));
    expect((await staff().published({ show: 'current', search: '' })).find(({ id }) => id === coming)?.state).toBe('coming');
  });

  it('is one however often it is sent, and its file is taken once', async () => {
    const wanted = await input();
    const [first, second] = await Promise.all([staff().publish(wanted), staff().publish(wanted)]);
    expect(second).toEqual(first);
    await expect(staff().publish({ ...wanted, requestKey: randomUUID() })).rejects.toMatchObject({ cause: { code: 'documents.uploadGone' } });
  });

  it('changes its words and days, by one person at a time, and not once withdrawn', async () => {
    const id = await publish();
    const told = { id, version: 1, category: 'Menus', name: 'Menus de décembre', description: 'Sans porc en bleu.', fromOn: TODAY, untilOn: null };
    await staff().change(told);
    expect((await staff().published({ show: 'current', search: 'décembre' }))[0]).toMatchObject({ id, version: 2, description: 'Sans porc en bleu.' });
    await expect(staff().change(told)).rejects.toMatchObject({ cause: { code: 'changedMeanwhile' } });
    await staff().withdraw({ id });
    await expect(staff().change({ ...told, version: 3 })).rejects.toMatchObject({ cause: { code: 'documents.withdrawn' } });
    await expect(staff().withdraw({ id: 9999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const deeds = await house.db.select<{ action: string }>("SELECT DISTINCT action FROM journal WHERE action LIKE 'documents.%' ORDER BY action");
    expect(deeds.map(({ action }) => action)).toEqual(['documents.change', 'documents.publish', 'documents.withdraw']);
  });

  it('is refused at the field, and nothing is kept', async () => {
    const before = (await staff().published({ show: 'current', search: '' })).length;
    const fields = async (change: object) => (await refusalOf(staff().publish({ ...(await input()), ...change }), house.services)).fields;
    expect(await fields({ name: ' ' })).toEqual({ name: 'Donnez un nom au document.' });
    expect(await fields({ category: '' })).toHaveProperty('category');
    expect(await fields({ untilOn: '2026-11-01' })).toEqual({ untilOn: 'La fin ne peut pas précéder le début.' });
    expect(await fields({ fromOn: '2026-02-31' })).toEqual({ fromOn: 'Cette date n’existe pas.' });
    expect(await fields({ audience: { kind: 'service', code: 'judo', label: 'Judo' } })).toHaveProperty(['audience.code']);
    for (const kind of ['school', 'class', 'family'] as const) await expect(staff().publish(await input({ kind, id: 999 }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await staff().published({ show: 'current', search: '' })).length).toBe(before);
  });
});

it('publishing wants its right; who reads families may look', async () => {
  const agent = staff(staffWith('families.read'));
  const id = await publish();
  expect(await agent.published({ show: 'current', search: '' })).not.toEqual([]);
  expect((await agent.publishedFile({ id })).bytes).toEqual(new TextEncoder().encode('%PDF-1.7 menus'));
  const wanted = await input();
  for (const call of [agent.publish(wanted), agent.withdraw({ id }), agent.upload({ name: 'x', bytes: new Uint8Array() })]) await expect(call).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(agent.publishedFile({ id: 9999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(staff().upload({ name: 'x.pdf', bytes: new TextEncoder().encode('<html>') })).rejects.toMatchObject({ cause: { code: 'documents.type' } });
});

import { describe, expect, it } from 'vitest';
import type { SaveAdultInput } from '../../../src-main/features/families/schema';
import { buildFamily } from '../../support/factories/build-family';
import { useFamilies } from './setup';

const test = useFamilies();

/** Paul's file as the page would send it back, changed. */
async function paulOf(familyId: number, changes: Partial<SaveAdultInput>): Promise<SaveAdultInput> {
  const { otherFamilies: _, birthOn, ...paul } = (await test.families().read({ familyId })).guardians[0]!;
  return { ...paul, familyId, birthOn: birthOn ?? '', ...changes };
}
const lucie = { lastName: 'Alain', firstName: 'Lucie' };
const guardiansOf = async (familyId: number) => (await test.families().read({ familyId })).guardians.map(({ firstName }) => firstName);

describe('saving an adult', () => {
  it('changes the person in every family, and renames them', async () => {
    const first = await buildFamily(test.db);
    const second = await buildFamily(test.db, { guardians: [first.guardianIds[0]!, { lastName: 'Baconnais', firstName: 'Fanny' }] });
    await test.families().saveAdult(await paulOf(first.familyId, { lastName: 'Prigent', mobilePhone: '0612345678', relation: 'father' }));

    expect((await test.families().read({ familyId: first.familyId })).guardians[0]).toMatchObject({ lastName: 'Prigent', mobilePhone: '06 12 34 56 78', relation: 'father', version: 2 });
    const other = await test.families().read({ familyId: second.familyId });
    expect(other).toMatchObject({ name: 'PRIGENT - BACONNAIS', guardians: [{ relation: '', otherFamilies: [{ id: first.familyId, name: 'PRIGENT' }] }, {}] });
    expect((await test.families().search({ text: '06 12 34' })).map(({ id }) => id)).toEqual([second.familyId, first.familyId]);
    const deed = await test.lastDeed();
    expect(deed).toMatchObject({ action: 'adult.save', subject: 'Famille ALAIN : fiche de Paul PRIGENT modifiée', family_id: first.familyId });
    expect(JSON.parse(deed!.after!)).toEqual({ lastName: 'Prigent', mobilePhone: '06 12 34 56 78', relation: 'father' });
  });

  it('lets the portal account follow the address', async () => {
    const { familyId, guardianIds } = await buildFamily(test.db, { guardians: [{ email: 'paul@exemple.fr' }] });
    await test.db.write(() => test.db.run(
      "INSERT INTO portal_accounts (person_id, identifier, email, created_at) VALUES ($personId, 'palain', 'paul@exemple.fr', '2026-11-01T08:00:00.000Z')", { personId: guardianIds[0]! }));
    await test.families().saveAdult(await paulOf(familyId, { email: 'paul.alain@exemple.fr' }));
    expect(await test.db.select('SELECT email FROM portal_accounts WHERE identifier = $identifier', { identifier: 'palain' })).toEqual([{ email: 'paul.alain@exemple.fr' }]);
  });

  it('is refused to the second of two who typed at once, and nothing of it is kept', async () => {
    const { familyId } = await buildFamily(test.db);
    const [mine, theirs] = [await paulOf(familyId, { city: 'Lannion' }), await paulOf(familyId, { city: 'Perros' })];
    await test.families().saveAdult(mine);
    expect(await test.refusal(test.families().saveAdult(theirs))).toMatchObject({ code: 'changedMeanwhile', status: 'CONFLICT' });
    expect((await test.families().read({ familyId })).guardians[0]!.city).toBe('Lannion');
  });

  it('is kept once when two save at the same instant', async () => {
    const { familyId } = await buildFamily(test.db);
    const saves = [await paulOf(familyId, { city: 'Lannion' }), await paulOf(familyId, { city: 'Perros' })];
    const ends = await Promise.allSettled(saves.map((values) => test.families().saveAdult(values)));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await test.families().read({ familyId })).guardians[0]!.version).toBe(2);
  });

  it('refuses a birth to come and typed nonsense at their fields', async () => {
    const { familyId } = await buildFamily(test.db);
    expect((await test.refusal(test.families().saveAdult(await paulOf(familyId, { birthOn: '06/11/2026' })))).fields).toHaveProperty('birthOn');
    expect((await test.refusal(test.families().saveAdult(await paulOf(familyId, { postcode: 'abc' })))).fields).toHaveProperty('postcode');
  });

  it('is refused for a person of another family', async () => {
    const [one, other] = [await buildFamily(test.db), await buildFamily(test.db)];
    const refusal = await test.refusal(test.families().saveAdult({ ...(await paulOf(one.familyId, {})), familyId: other.familyId }));
    expect(refusal).toMatchObject({ code: 'families.unknownAdult', status: 'NOT_FOUND' });
  });

  it('leaves one guardian at least', async () => {
    const { familyId } = await buildFamily(test.db);
    const refusal = await test.refusal(test.families().saveAdult(await paulOf(familyId, { kind: 'contact' })));
    expect(refusal).toMatchObject({ code: 'families.lastGuardian', message: 'Paul ALAIN est le seul responsable de la famille. Ajoutez d’abord un autre responsable.' });
    expect((await test.families().read({ familyId })).guardians[0]!.version).toBe(1);
  });
});

describe('the adults of a family', () => {
  it('are added last of their kind; guardians may collect the children, contacts not yet', async () => {
    const { familyId, childIds } = await buildFamily(test.db);
    const { personId } = await test.families().addAdult({ familyId, kind: 'guardian', adult: lucie });
    await test.families().addAdult({ familyId, kind: 'contact', adult: { lastName: 'Le Goff', firstName: 'Odette' } });
    const file = await test.families().read({ familyId });
    expect([file.guardians.length, file.contacts.length]).toEqual([2, 1]);
    expect(file.pickups).toContainEqual({ childId: childIds[0], personId, mayCollect: true, callInEmergency: true });
    expect(file.pickups).toHaveLength(2);
    expect(await test.lastDeed()).toMatchObject({ subject: 'Famille ALAIN : ajout d’Odette LE GOFF comme autre contact' });
  });

  it('are refused with the field of the new person', async () => {
    const { familyId } = await buildFamily(test.db);
    const refusal = await test.refusal(test.families().addAdult({ familyId, kind: 'guardian', adult: { ...lucie, birthOn: '06/11/2026' } }));
    expect(refusal.fields).toHaveProperty(['adult.birthOn']);
    expect(await test.refusal(test.families().addAdult({ familyId: 999_999, kind: 'guardian', adult: lucie }))).toMatchObject({ code: 'families.unknown', status: 'NOT_FOUND' });
  });

  it('may come from another family, once', async () => {
    const [one, other] = [await buildFamily(test.db), await buildFamily(test.db, { guardians: [{ lastName: 'Baconnais', firstName: 'Fanny' }] })];
    const attach = { familyId: other.familyId, personId: one.guardianIds[0]!, kind: 'guardian' } as const;
    await test.families().attachAdult(attach);
    expect(await test.families().read({ familyId: other.familyId })).toMatchObject({ name: 'BACONNAIS - ALAIN' });
    expect(await test.refusal(test.families().attachAdult(attach))).toMatchObject({ code: 'families.alreadyIn', message: 'Paul ALAIN fait déjà partie de cette famille.' });
    expect(await test.refusal(test.families().attachAdult({ ...attach, personId: 999_999 }))).toMatchObject({ code: 'families.unknownPerson' });
  });

  it('move up and down, and the first one names the family', async () => {
    const { familyId, guardianIds } = await buildFamily(test.db, { guardians: [{}, { lastName: 'Baconnais', firstName: 'Fanny' }, { lastName: 'Prigent', firstName: 'Yann' }] });
    await test.families().moveAdult({ familyId, personId: guardianIds[2]!, direction: 'up' });
    expect(await guardiansOf(familyId)).toEqual(['Paul', 'Yann', 'Fanny']);
    await test.families().moveAdult({ familyId, personId: guardianIds[0]!, direction: 'down' });
    expect(await guardiansOf(familyId)).toEqual(['Yann', 'Paul', 'Fanny']);
    expect((await test.families().read({ familyId })).name).toBe('PRIGENT - ALAIN');
    await test.families().moveAdult({ familyId, personId: guardianIds[2]!, direction: 'up' });
    expect(await guardiansOf(familyId)).toEqual(['Yann', 'Paul', 'Fanny']);
    expect(await test.refusal(test.families().moveAdult({ familyId, personId: 999_999, direction: 'up' }))).toMatchObject({ code: 'families.unknownAdult' });
  });

  it('leave, but for the last guardian, and no longer collect the children', async () => {
    const { familyId, guardianIds } = await buildFamily(test.db, { guardians: [{}, lucie] });
    await test.families().removeAdult({ familyId, personId: guardianIds[1]! });
    const file = await test.families().read({ familyId });
    expect(file.guardians).toHaveLength(1);
    expect(file.pickups.map(({ personId }) => personId)).toEqual([guardianIds[0]]);
    expect(await test.refusal(test.families().removeAdult({ familyId, personId: guardianIds[0]! }))).toMatchObject({ code: 'families.lastGuardian' });
  });
});

describe('who may collect and whom to call', () => {
  it('is saved for the whole family', async () => {
    const { familyId, childIds, guardianIds } = await buildFamily(test.db, { contacts: [{ lastName: 'Le Goff', firstName: 'Odette' }] });
    const { contacts } = await test.families().read({ familyId });
    const odette = { childId: childIds[0]!, personId: contacts[0]!.personId, mayCollect: true, callInEmergency: false };
    const paul = { childId: childIds[0]!, personId: guardianIds[0]!, mayCollect: false, callInEmergency: true };
    await test.families().savePickups({ familyId, version: 1, pickups: [paul, odette] });
    const file = await test.families().read({ familyId });
    expect(file.pickups).toEqual(expect.arrayContaining([paul, odette]));
    expect(file.version).toBe(2);
    expect(await test.refusal(test.families().savePickups({ familyId, version: 1, pickups: [] }))).toMatchObject({ code: 'changedMeanwhile' });
  });

  it('is refused for someone of another family', async () => {
    const [one, other] = [await buildFamily(test.db), await buildFamily(test.db)];
    const pickups = [{ childId: other.childIds[0]!, personId: one.guardianIds[0]!, mayCollect: true, callInEmergency: true }];
    expect(await test.refusal(test.families().savePickups({ familyId: one.familyId, version: 1, pickups }))).toMatchObject({ code: 'families.pickupElsewhere' });
  });
});

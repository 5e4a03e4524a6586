import { describe, expect, it } from 'vitest';
import type { CreateFamilyInput } from '../../../src-main/features/families/schema';
import { buildFamily } from '../../support/factories/build-family';
import { buildSchool } from '../../support/factories/build-school';
import { useFamilies } from './setup';

const test = useFamilies();

const alain = (): CreateFamilyInput => ({
  guardians: [
    { civility: 'mr', lastName: 'Alain', firstName: 'Paul', relation: 'father', parentalAuthority: 'yes', birthOn: '03/04/1986', address: '3 rue du Four', postcode: '22300', city: 'Lannion', mobilePhone: '0612345678', email: 'paul.alain@exemple.fr' },
    { civility: 'mrs', lastName: 'Alain', firstName: 'Lucie', relation: 'mother', email: 'paul.alain@exemple.fr' },
  ],
  contacts: [{ lastName: 'Alain', firstName: 'Odette', relation: 'grandparent', homePhone: '02 96 11 22 33' }],
  children: [{ lastName: 'Alain', firstName: 'Anna', sex: 'F', birthOn: '12/10/2023', diet: 'sans-porc' }, { lastName: 'Alain', firstName: 'Théo', sex: 'M', birthOn: '2019-02-03' }],
  fund: 'CAF', fundNumber: '1234567', zone: 'commune',
  quotient: { value: '722,50', fromOn: '01/09/2026', provedOn: '20/08/2026', proof: 'Attestation CAF' },
});
const familyCount = async () => (await test.db.selectOne<{ count: number }>('SELECT count(*) AS count FROM families'))!.count;

describe('a new family', () => {
  it('is created at once with its guardians, contacts, children and quotient', async () => {
    const { schoolId, classIds } = await buildSchool(test.db);
    const given = alain();
    given.children![0]!.classId = classIds[0];
    const { familyId, guardianIds, childIds } = await test.families().create(given);

    const file = await test.families().read({ familyId });
    expect(file).toMatchObject({ name: 'ALAIN', zone: 'commune', fund: 'CAF', fundNumber: '1234567', archivedAt: null, version: 1 });
    expect(file.guardians.map(({ firstName, relation }) => [firstName, relation])).toEqual([['Paul', 'father'], ['Lucie', 'mother']]);
    expect(file.contacts.map(({ firstName }) => firstName)).toEqual(['Odette']);
    expect(file.children.map(({ firstName, birthOn, level, schoolId: at }) => [firstName, birthOn, level, at])).toEqual([
      ['Anna', '2023-10-12', 'PS', schoolId], ['Théo', '2019-02-03', '', null],
    ]);
    expect(file.quotientToday).toEqual({ value: '722.50', fromOn: '2026-09-01' });
    expect(file.pickups).toEqual(expect.arrayContaining([{ childId: childIds[0], personId: guardianIds[1], mayCollect: true, callInEmergency: true }]));
    expect(file.missing).toEqual(['le téléphone de Lucie ALAIN', 'la classe de Théo']);
    expect(await test.lastDeed()).toMatchObject({ action: 'family.create', subject: 'Famille ALAIN créée avec Anna et Théo', family_id: familyId });
  });

  it('names the field of each fault by its path', async () => {
    const given = alain();
    given.guardians[1]!.email = 'lucie';
    given.children![0]!.birthOn = '31/02/2023';
    given.children![1]!.firstName = '';
    const refusal = await test.refusal(test.families().create(given));
    expect(refusal).toMatchObject({ code: 'invalidInput', message: 'Certains champs sont à corriger.', status: 'BAD_REQUEST' });
    expect(refusal.fields).toEqual({
      'guardians.1.email': 'Cette adresse e-mail est incomplète, par exemple : prenom.nom@exemple.fr.',
      'children.0.birthOn': 'Cette date n’existe pas. Écrivez-la ainsi : 12/10/2023.',
      'children.1.firstName': 'Indiquez le prénom.',
    });
  });

  it('is not half created when its last child is not born yet', async () => {
    const before = await familyCount();
    const given = alain();
    given.children![1]!.birthOn = '06/11/2026';
    const refusal = await test.refusal(test.families().create(given));
    expect(refusal).toMatchObject({ code: 'families.birthInFuture', fields: { 'children.1.birthOn': 'Cette date de naissance est dans le futur. Vérifiez l’année.' } });
    expect(await familyCount()).toBe(before);
  });

  it('wants a guardian, and the fund of a number', async () => {
    expect((await test.refusal(test.families().create({ guardians: [] }))).fields).toEqual({ guardians: 'Il faut au moins un responsable.' });
    expect((await test.refusal(test.families().create({ ...alain(), fund: '' }))).fields).toHaveProperty('fund');
  });
});

describe('lookalikes', () => {
  it('are people of the same names, accents and order aside', async () => {
    const known = await buildFamily(test.db, {
      guardians: [{ lastName: 'Hévéder', firstName: 'Maël', birthOn: '1990-01-02' }], children: [{ lastName: 'Hévéder', firstName: 'Lou', birthOn: '2020-05-06' }],
    });
    const found = await test.families().lookalikes({
      adults: [{ lastName: 'mael', firstName: 'HEVEDER', birthOn: '' }], children: [{ lastName: 'Heveder', firstName: 'Lou', birthOn: '06/05/2020' }],
    });
    expect(found).toEqual([
      { kind: 'adult', id: known.guardianIds[0], name: 'Maël HÉVÉDER', familyId: known.familyId, familyName: 'HÉVÉDER', archived: false, sameBirth: false },
      { kind: 'child', id: known.childIds[0], name: 'Lou HÉVÉDER', familyId: known.familyId, familyName: 'HÉVÉDER', archived: false, sameBirth: true },
    ]);
  });

  it('are not those born on another day, nor while names are being typed', async () => {
    expect(await test.families().lookalikes({ children: [{ lastName: 'Heveder', firstName: 'Lou', birthOn: '07/05/2020' }] })).toEqual([]);
    expect(await test.families().lookalikes({ adults: [{ lastName: 'Heveder', firstName: '', birthOn: '' }] })).toEqual([]);
  });
});

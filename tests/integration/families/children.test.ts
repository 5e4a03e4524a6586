import { describe, expect, it } from 'vitest';
import type { SaveChildInput } from '../../../src-main/features/families/schema';
import { staffWith } from '../../support/open-test-database';
import { buildFamily, shareChild } from '../../support/factories/build-family';
import { buildSchool } from '../../support/factories/build-school';
import { useFamilies } from './setup';

const test = useFamilies();

async function annaOf(familyId: number, changes: Partial<SaveChildInput>): Promise<SaveChildInput> {
  const child = (await test.families().read({ familyId })).children[0]!;
  const { lastName, firstName, sex, birthOn, birthPlace, schoolId, classId, level, category, diet, notes, version } = child;
  return { childId: child.id, version, lastName, firstName, sex, birthOn: birthOn ?? '', birthPlace, schoolId, classId, level, category, diet, notes, flags: [], ...changes };
}

describe('a child', () => {
  it('is added to a family and found by name', async () => {
    const { familyId } = await buildFamily(test.db, { children: [] });
    const { childId } = await test.families().addChild({ familyId, child: { lastName: 'Alain', firstName: 'Théodule', birthOn: '03/02/2019' } });
    const file = await test.families().read({ familyId });
    expect(file.children[0]).toMatchObject({ id: childId, birthOn: '2019-02-03', custody: [{ familyId, custody: 'always' }], families: [{ id: familyId, name: 'ALAIN' }] });
    expect((await test.families().search({ text: 'theodule' }))[0]!.children).toEqual([{ id: childId, firstName: 'Théodule', lastName: 'Alain', className: '', level: '' }]);
    expect(await test.lastDeed()).toMatchObject({ action: 'child.add', subject: 'Famille ALAIN : ajout de Théodule ALAIN' });
  });

  it('is saved with its class, which tells its school and its only level', async () => {
    const { schoolId, classIds } = await buildSchool(test.db);
    const { familyId } = await buildFamily(test.db);
    await test.families().saveChild(await annaOf(familyId, { classId: classIds[0]!, diet: 'sans-viande', flags: [{ id: 'ulis', from: '01/09/2026' }] }));
    expect((await test.families().read({ familyId })).children[0]).toMatchObject({ schoolId, level: 'PS', diet: 'sans-viande', className: 'Petite section', flags: [{ id: 'ulis', from: '2026-09-01' }], version: 2 });
  });

  it('is refused a class of another school, a level that the class has not, an archived class', async () => {
    const nursery = await buildSchool(test.db, { name: 'École maternelle' });
    const primary = await buildSchool(test.db, { name: 'École élémentaire', classes: [{ name: 'CE1-CE2', levels: ['CE1', 'CE2'] }] });
    const { familyId } = await buildFamily(test.db);
    const saving = async (changes: Partial<SaveChildInput>) => test.refusal(test.families().saveChild(await annaOf(familyId, changes)));

    expect((await saving({ schoolId: nursery.schoolId, classId: primary.classIds[0]! })).fields).toEqual({ classId: 'La classe « CE1-CE2 » n’est pas à « École maternelle ». Choisissez une classe de cette école.' });
    expect((await saving({ classId: primary.classIds[0]!, level: 'CP' })).fields).toEqual({ level: 'La classe « CE1-CE2 » n’a pas de niveau CP : elle accueille CE1 et CE2.' });
    await test.schools().archiveClass({ classId: nursery.classIds[0]! });
    expect((await saving({ classId: nursery.classIds[0]! })).fields).toEqual({ classId: 'La classe « Petite section » est archivée : choisissez une autre classe.' });
    await test.schools().archive({ schoolId: nursery.schoolId });
    expect((await saving({ schoolId: nursery.schoolId })).fields).toHaveProperty('schoolId');
  });

  it('is refused a birth to come, an unknown id, a version of yesterday', async () => {
    const { familyId } = await buildFamily(test.db);
    expect((await test.refusal(test.families().saveChild(await annaOf(familyId, { birthOn: '01/01/2027' })))).fields).toHaveProperty('birthOn');
    expect(await test.refusal(test.families().saveChild(await annaOf(familyId, { childId: 999_999 })))).toMatchObject({ code: 'families.unknownChild', status: 'NOT_FOUND' });
    expect(await test.refusal(test.families().saveChild(await annaOf(familyId, { version: 7 })))).toMatchObject({ code: 'changedMeanwhile' });
    expect((await test.refusal(test.families().addChild({ familyId, child: { lastName: 'Alain', firstName: '' } }))).fields).toEqual({ 'child.firstName': 'Indiquez le prénom.' });
  });
});

describe('a child typed by mistake', () => {
  it('is deleted with what hangs on it', async () => {
    const { familyId, childIds } = await buildFamily(test.db);
    await test.families().saveHealth({ childId: childIds[0]!, updatedAt: null, hasPai: true, allergies: '', instructions: '' });
    await test.families().removeChild({ childId: childIds[0]! });
    expect((await test.families().read({ familyId })).children).toEqual([]);
    expect(await test.lastDeed()).toMatchObject({ action: 'child.remove', subject: 'Fiche d’Anna ALAIN supprimée', family_id: familyId });
  });

  it('is kept once it was enrolled, or when it does not exist', async () => {
    const { childIds } = await buildFamily(test.db);
    await test.db.write(() => test.db.run("INSERT INTO enrolments (child_id, service, from_on, requested_at) VALUES ($childId, 'cantine', '2026-09-01', '2026-08-01T08:00:00.000Z')", { childId: childIds[0]! }));
    expect(await test.refusal(test.families().removeChild({ childId: childIds[0]! }))).toMatchObject({
      code: 'families.childInUse', status: 'CONFLICT',
      message: 'La fiche d’Anna ALAIN ne peut pas être supprimée : elle a 1\u00a0inscription et 0\u00a0réservation. Mettez fin aux inscriptions, ou archivez la famille.',
    });
    expect(await test.refusal(test.families().removeChild({ childId: 999_999 }))).toMatchObject({ code: 'families.unknownChild' });
  });
});

describe('health data', () => {
  const nurse = staffWith('families.read', 'families.write', 'health.read');
  const secret = 'Allergie à l’arachide';

  it('are opened by those who hold the right, each reading journaled, nothing of them copied', async () => {
    const { familyId, childIds } = await buildFamily(test.db);
    const childId = childIds[0]!;
    expect(await test.families(nurse).openHealth({ childId })).toMatchObject({ hasPai: false, allergies: '', instructions: '', doctor: '', tetanusOn: null, updatedAt: null });
    const { updatedAt } = await test.families(nurse).saveHealth({ childId, updatedAt: null, hasPai: true, allergies: secret, instructions: 'Trousse à la cantine' });
    expect(await test.families(nurse).openHealth({ childId })).toMatchObject({ hasPai: true, allergies: secret, instructions: 'Trousse à la cantine', updatedAt });
    expect(await test.lastDeed()).toMatchObject({ action: 'health.read', subject: 'Données de santé d’Anna ALAIN consultées', family_id: familyId, before: null, after: null });
    const { count } = (await test.db.selectOne<{ count: number }>("SELECT count(*) AS count FROM journal WHERE subject || coalesce(before, '') || coalesce(after, '') LIKE '%arachide%'"))!;
    expect(count).toBe(0);
  });

  it('show the PAI flag to them alone: others do not even get the field', async () => {
    const { familyId, childIds } = await buildFamily(test.db);
    await test.families().saveHealth({ childId: childIds[0]!, updatedAt: null, hasPai: true, allergies: '', instructions: '' });
    expect((await test.families(nurse).read({ familyId })).children[0]).toMatchObject({ hasPai: true });
    const seen = await test.families(staffWith('families.read', 'families.write')).read({ familyId });
    expect(seen.children[0]).not.toHaveProperty('hasPai');
    expect(seen.mayReadHealth).toBe(false);
  });

  it('are not overwritten by someone who read them before', async () => {
    const { childIds } = await buildFamily(test.db);
    const values = { childId: childIds[0]!, updatedAt: null, hasPai: true, allergies: '', instructions: '' };
    await test.families().saveHealth(values);
    expect(await test.refusal(test.families().saveHealth(values))).toMatchObject({ code: 'families.healthChanged', status: 'CONFLICT' });
    expect(await test.refusal(test.families().openHealth({ childId: 999_999 }))).toMatchObject({ code: 'families.unknownChild' });
  });
});

describe('a child of two families', () => {
  it('shows the other family and its custody on both pages', async () => {
    const mother = await buildFamily(test.db, { guardians: [{ lastName: 'Baconnais', firstName: 'Fanny' }] });
    const father = await buildFamily(test.db, { children: [] });
    await shareChild(test.db, { childId: mother.childIds[0]!, familyId: father.familyId, custody: 'oddWeeks', firstCustody: 'evenWeeks' });
    const { children } = await test.families().read({ familyId: father.familyId });
    expect(children[0]!.families.map(({ name }) => name)).toEqual(['BACONNAIS', 'ALAIN']);
    expect(children[0]!.custody.map(({ custody }) => custody)).toEqual(['evenWeeks', 'oddWeeks']);
  });
});

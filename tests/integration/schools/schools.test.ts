import { describe, expect, it } from 'vitest';
import { buildFamily } from '../../support/factories/build-family';
import { buildSchool } from '../../support/factories/build-school';
import { useFamilies } from '../families/setup';

const test = useFamilies();
const school = async (schoolId: number) => (await test.schools().list()).find(({ id }) => id === schoolId)!;

describe('schools', () => {
  it('are created, renamed, archived and restored; their code stays', async () => {
    const { schoolId } = await test.schools().create({ name: ' École  Jules-Ferry ' });
    expect(await school(schoolId)).toEqual({ id: schoolId, code: 'ecole-jules-ferry', name: 'École Jules-Ferry', archived: false, children: 0, classes: [] });
    await test.schools().rename({ schoolId, name: 'École Simone-Veil' });
    expect(await school(schoolId)).toMatchObject({ code: 'ecole-jules-ferry', name: 'École Simone-Veil' });
    expect(await test.lastDeed()).toMatchObject({ subject: 'École Jules-Ferry : école renommée École Simone-Veil' });
    await test.schools().archive({ schoolId });
    expect(await school(schoolId)).toMatchObject({ archived: true });
    await test.schools().restore({ schoolId });
    expect(await school(schoolId)).toMatchObject({ archived: false });
  });

  it('never share a name, whatever the accents', async () => {
    const { schoolId } = await test.schools().create({ name: 'École des Écureuils' });
    expect((await test.refusal(test.schools().create({ name: 'ecole des ecureuils' }))).fields).toEqual({ name: 'Une école s’appelle déjà « École des Écureuils ». Choisissez un autre nom.' });
    await test.schools().archive({ schoolId });
    expect(await test.refusal(test.schools().create({ name: 'École des écureuils' }))).toMatchObject({ code: 'schools.nameTakenArchived', status: 'CONFLICT' });
    const other = await test.schools().create({ name: 'École des Mésanges' });
    expect(await test.refusal(test.schools().rename({ schoolId: other.schoolId, name: 'École des Écureuils' }))).toMatchObject({ code: 'schools.nameTakenArchived' });
    await test.schools().rename({ schoolId: other.schoolId, name: 'École des mésanges' });
  });

  it('want a name, and must exist', async () => {
    expect((await test.refusal(test.schools().create({ name: '  ' }))).fields).toEqual({ name: 'Indiquez le nom de l’école.' });
    expect(await test.refusal(test.schools().rename({ schoolId: 999_999, name: 'École' }))).toMatchObject({ code: 'schools.unknown', status: 'NOT_FOUND' });
  });

  it('are not archived while children are in them, those of archived families left out', async () => {
    const { schoolId, classIds } = await buildSchool(test.db);
    const { familyId } = await buildFamily(test.db, { children: [{ schoolId, classId: classIds[0], level: 'PS' }, { schoolId }] });
    expect(await test.refusal(test.schools().archive({ schoolId }))).toMatchObject({ code: 'schools.schoolInUse', message: 'Cette école ne peut pas être archivée : 2\u00a0enfants y sont encore. Changez d’abord leur école.' });
    expect((await test.refusal(test.schools().archiveClass({ classId: classIds[0]! }))).message).toContain('1\u00a0enfant y est encore');
    await test.families().archive({ familyId });
    await test.schools().archive({ schoolId });
  });
});

describe('classes', () => {
  it('are created with their levels in order and their teacher, saved, archived and restored', async () => {
    const { schoolId } = await buildSchool(test.db, { classes: [] });
    const { classId } = await test.schools().createClass({ schoolId, name: 'CE1-CE2', levels: ['CE2', 'CE1'], teacher: 'M. Tanguy' });
    await test.schools().createClass({ schoolId, name: 'Grande section', levels: ['GS'] });
    expect((await school(schoolId)).classes.map(({ name, levels, teacher }) => [name, levels, teacher])).toEqual([['Grande section', ['GS'], ''], ['CE1-CE2', ['CE1', 'CE2'], 'M. Tanguy']]);
    await test.schools().saveClass({ classId, name: 'CE1', levels: ['CE1'], teacher: 'Mme Hamon' });
    await test.schools().archiveClass({ classId });
    expect((await school(schoolId)).classes[1]).toMatchObject({ name: 'CE1', levels: ['CE1'], teacher: 'Mme Hamon', archived: true });
    await test.schools().restoreClass({ classId });
    expect((await school(schoolId)).classes[1]).toMatchObject({ archived: false });
  });

  it('have their own name in the school and one level at least', async () => {
    const { schoolId, classIds } = await buildSchool(test.db, { classes: [{ name: 'CP', levels: ['CP'] }, { name: 'CE1', levels: ['CE1'] }] });
    expect(await test.refusal(test.schools().createClass({ schoolId, name: 'cp', levels: ['CP'] }))).toMatchObject({ code: 'schools.classTaken', fields: { name: 'Cette école a déjà une classe « CP ». Choisissez un autre nom.' } });
    expect(await test.refusal(test.schools().saveClass({ classId: classIds[1]!, name: 'CP', levels: ['CE1'] }))).toMatchObject({ code: 'schools.classTaken' });
    expect((await test.refusal(test.schools().createClass({ schoolId, name: 'CM', levels: [] }))).fields).toEqual({ levels: 'Cochez au moins un niveau.' });
    expect(await test.refusal(test.schools().saveClass({ classId: 999_999, name: 'CM', levels: ['CM1'] }))).toMatchObject({ code: 'schools.unknownClass' });
  });

  it('keep the levels that their children have', async () => {
    const { schoolId, classIds } = await buildSchool(test.db, { classes: [{ name: 'CE', levels: ['CE1', 'CE2'] }] });
    await buildFamily(test.db, { children: [{ schoolId, classId: classIds[0], level: 'CE2' }] });
    const refusal = await test.refusal(test.schools().saveClass({ classId: classIds[0]!, name: 'CE', levels: ['CE1'] }));
    expect(refusal.fields).toEqual({ levels: 'Le niveau CE2 ne peut pas être retiré : 1\u00a0enfant de ce niveau est dans la classe. Changez d’abord leur niveau ou leur classe.' });
  });

  it('follow their school in the archive', async () => {
    const { schoolId, classIds } = await buildSchool(test.db);
    await test.schools().archiveClass({ classId: classIds[0]! });
    await test.schools().archive({ schoolId });
    expect(await test.refusal(test.schools().restoreClass({ classId: classIds[0]! }))).toMatchObject({ code: 'schools.archived' });
    expect(await test.refusal(test.schools().createClass({ schoolId, name: 'CP', levels: ['CP'] }))).toMatchObject({ code: 'schools.archived' });
  });
});

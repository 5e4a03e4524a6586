import { beforeAll, describe, expect, it, vi } from 'vitest';
import { familyModels } from '../../../src-main/features/families/models';
import { searchText } from '../../../src-main/features/families/search-text';
import { buildFamily } from '../../support/factories/build-family';
import { buildSchool } from '../../support/factories/build-school';
import { useFamilies } from './setup';

const test = useFamilies();
const named = async (text: string) => (await test.families().search({ text })).map(({ name }) => name);
let classId: number;

beforeAll(async () => {
  const school = await buildSchool(test.db, { classes: [{ name: 'Petite section', levels: ['PS'] }] });
  classId = school.classIds[0]!;
  await buildFamily(test.db, {
    guardians: [{ lastName: 'Alain', firstName: 'Paul', email: 'paul.alain@exemple.fr', mobilePhone: '06 12 34 56 78', city: 'Lannion' }, { lastName: 'Alain', firstName: 'Lucie' }],
    children: [{ classId, schoolId: school.schoolId, level: 'PS' }], fundNumber: '7654321',
  });
  await buildFamily(test.db, { guardians: [{ lastName: 'Le Alain', firstName: 'Marc', city: 'Pleumeur' }], children: [{ lastName: 'Le Alain', firstName: 'Zoé' }, { firstName: 'Noé' }] });
  await buildFamily(test.db, { guardians: [{ lastName: 'Malainville', firstName: 'Rose', city: 'Brest' }], children: [] });
  await buildFamily(test.db, { guardians: [{ lastName: 'Évrard', firstName: 'Jean', city: 'Auray' }], children: [] });
});

describe('the search', () => {
  it('puts names that start with it first, then words that do, then words that hold it', async () => {
    expect(await named('alain')).toEqual(['ALAIN', 'LE ALAIN', 'MALAINVILLE']);
  });

  it.each([
    ['lucie', 'ALAIN'], ['anna alain', 'ALAIN'], ['paul.alain@exe', 'ALAIN'], ['0612 34', 'ALAIN'], ['06.12.34.56.78', 'ALAIN'], ['+33 6 12', 'ALAIN'],
    ['7654321', 'ALAIN'], ['lannion', 'ALAIN'], ['evrard', 'ÉVRARD'], ['zoe', 'LE ALAIN'],
  ])('finds "%s"', async (text, name) => {
    expect((await named(text))[0]).toBe(name);
  });

  it('finds nothing for nothing, and signs are not wildcards', async () => {
    expect(await named('')).toEqual([]);
    expect(await named('%')).toEqual([]);
    expect(await named('alain inconnu')).toEqual([]);
  });

  it('gives what a line shows', async () => {
    expect((await test.families().search({ text: 'alain paul' }))[0]).toMatchObject({
      name: 'ALAIN', archived: false, city: 'Lannion', phone: '06 12 34 56 78', email: 'paul.alain@exemple.fr',
      adults: [{ name: 'Paul ALAIN', kind: 'guardian' }, { name: 'Lucie ALAIN', kind: 'guardian' }],
      children: [{ firstName: 'Anna', className: 'Petite section', level: 'PS' }],
    });
  });
});

describe('the list', () => {
  it('comes page by page, sorted, with the number of families', async () => {
    const page = await test.families().list({ sort: 'name', limit: 2, offset: 1 });
    expect([page.total, page.lines.map(({ name }) => name)]).toEqual([4, ['ÉVRARD', 'LE ALAIN']]);
    expect((await test.families().list({ sort: 'city' })).lines.map(({ city }) => city)).toEqual(['Auray', 'Brest', 'Lannion', 'Pleumeur']);
    expect((await test.families().list({ sort: 'children', descending: true })).lines[0]!.name).toBe('LE ALAIN');
    expect((await test.families().list({ sort: 'created', limit: 1 })).lines[0]!.name).toBe('ALAIN');
  });

  it('is narrowed by class', async () => {
    expect((await test.families().list({ classId })).lines.map(({ name }) => name)).toEqual(['ALAIN']);
    expect((await test.families().list({ schoolId: 999_999 })).total).toBe(0);
  });

  it('is refused an unknown sort', async () => {
    expect(await test.refusal(test.families().list({ sort: 'colour' as never }))).toMatchObject({ code: 'invalidInput' });
  });
});

describe('the page of a family', () => {
  it('takes as many reads for six children and four adults as for one of each', async () => {
    const people = (count: number) => Array.from({ length: count }, (_, index) => ({ firstName: `Prénom${index}` }));
    const small = await buildFamily(test.db, { guardians: people(1), children: people(1) });
    const large = await buildFamily(test.db, { guardians: people(4), contacts: people(3), children: people(6) });
    await test.families().read({ familyId: small.familyId }); // the town is read once, then remembered
    const select = vi.spyOn(test.db, 'select');
    const readsOf = async (familyId: number) => {
      select.mockClear();
      await test.families().read({ familyId });
      return select.mock.calls.length;
    };
    expect(await readsOf(large.familyId)).toBe(await readsOf(small.familyId));
    expect(await readsOf(large.familyId)).toBeLessThanOrEqual(10);
  });
});

describe('among 5 000 families', () => {
  beforeAll(async () => {
    const names = ['Le Goff', 'Prigent', 'Guillou', 'Kerdraon', 'Hamon', 'Morvan', 'Tanguy', 'Quéré'];
    const rows = Array.from({ length: 5000 }, (_, index) => {
      const [lastName, firstName] = [`${names[index % 8]}${index}`, `Prénom${index % 97}`];
      const phones = [`06${String(index).padStart(8, '0')}`];
      const adult = { lastName, firstName, email: `p${index}@exemple.fr`, city: 'Lannion', phones };
      const text = searchText({ name: lastName, adults: [adult, adult], children: [{ lastName, firstName: `Enfant${index % 50}` }], fundNumber: `${index}` });
      return { name: lastName.toUpperCase(), searchText: text, createdAt: '2026-09-01T08:00:00.000Z' };
    });
    await test.db.write(() => familyModels(test.db).Family.bulkCreate(rows));
  });

  // How fast is measured by `npm run bench -- search`, where nothing else runs.
  it.each(['le', 'prigent 12', 'enfant4', '0600', 'kerdraon prenom'])('"%s" finds some, and no more than a list can show', async (text) => {
    const found = await test.families().search({ text });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(20);
  });
});

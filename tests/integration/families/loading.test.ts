import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childrenOfPerson, familyFactsOf } from '../../../src-main/features/families/loading';
import { familyModels } from '../../../src-main/features/families/models';
import { buildChild, buildFamily, shareChild } from '../../support/factories/build-family';
import { buildSchool } from '../../support/factories/build-school';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

let house: TestDatabase;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

describe('children of a person', () => {
  it('are those of every family where the person is a guardian, in the order of the families', async () => {
    const { schoolId, classIds } = await buildSchool(house.db, { name: 'École maternelle', classes: [{ name: 'Petite section', levels: ['PS'] }] });
    const first = await buildFamily(house.db, { children: [{ schoolId, classId: classIds[0], level: 'PS' }] });
    const [paul, anna] = [first.guardianIds[0]!, first.childIds[0]!];
    const second = await buildFamily(house.db, { guardians: [{ lastName: 'BACONNAIS', firstName: 'Fanny' }, paul], children: [{ firstName: 'Théo' }] });
    await shareChild(house.db, { childId: anna, familyId: second.familyId, custody: 'oddWeeks', firstCustody: 'evenWeeks' });

    const children = await childrenOfPerson(house.db, paul);

    expect(children.map(({ firstName, familyIds }) => ({ firstName, familyIds }))).toEqual([
      { firstName: 'Anna', familyIds: [first.familyId, second.familyId] },
      { firstName: 'Théo', familyIds: [second.familyId] },
    ]);
    expect(children[0]).toMatchObject({ schoolName: 'École maternelle', className: 'Petite section', level: 'PS' });
  });

  it('are none for a contact, nor through an archived family', async () => {
    const grandmother = await buildFamily(house.db, { contacts: [{ firstName: 'Odette' }] });
    const archived = await buildFamily(house.db, { archivedAt: '2026-10-01T08:00:00.000Z' });

    expect(await childrenOfPerson(house.db, grandmother.contactIds[0]!)).toEqual([]);
    expect(await childrenOfPerson(house.db, archived.guardianIds[0]!)).toEqual([]);
  });
});

describe('facts of families', () => {
  it('hold what the rulebook asks, the withdrawn quotient left out', async () => {
    const { schoolId } = await buildSchool(house.db, { name: 'École élémentaire', code: 'elementaire' });
    const family = await buildFamily(house.db, {
      zone: 'commune', fund: 'CAF', flags: '[{"id":"agent"}]',
      quotients: [{ value: '722.50', fromOn: '2026-09-01', provedOn: '2026-08-20' }, { value: '801.00', fromOn: '2026-12-01' }],
      children: [{ schoolId, level: 'CE1', flags: '[{"id":"ulis","from":"2026-09-01"}]' }],
    });
    await house.db.write(() => familyModels(house.db).Quotient.update(
      { withdrawnAt: '2026-11-01T08:00:00.000Z' }, { where: { familyId: family.familyId, fromOn: '2026-12-01' } },
    ));

    const [facts] = await familyFactsOf(house.db, { familyIds: [family.familyId] });

    expect(facts).toEqual({
      id: family.familyId, name: 'ALAIN', archived: false, zone: 'commune', fund: 'CAF', flags: [{ id: 'agent' }],
      measures: [{ measure: 'qf', value: '722.50', fromOn: '2026-09-01', provedOn: '2026-08-20' }],
      children: [{
        id: family.childIds[0], lastName: 'ALAIN', firstName: 'Anna', birthOn: '2023-10-12', level: 'CE1', schoolCode: 'elementaire',
        category: 'enfant', flags: [{ id: 'ulis', from: '2026-09-01' }],
        custody: [{ familyId: family.familyId, custody: 'always', periods: [] }],
      }],
    });
  });

  it('of a child are those of all its families, with their other children', async () => {
    const mother = await buildFamily(house.db, { guardians: [{ lastName: 'BACONNAIS', firstName: 'Fanny' }] });
    const father = await buildFamily(house.db, { children: [] });
    const anna = mother.childIds[0]!;
    const periods = [{ fromOn: '2026-12-19', toOn: '2026-12-26' }] as never[];
    await shareChild(house.db, { childId: anna, familyId: father.familyId, custody: 'chosenDates', firstCustody: 'otherDates', periods });
    const leo = await buildChild(house.db, { familyId: father.familyId, firstName: 'Léo' });

    const facts = await familyFactsOf(house.db, { childIds: [anna] });

    expect(facts.map(({ id, children }) => [id, children.map((child) => child.id)])).toEqual([
      [mother.familyId, [anna]], [father.familyId, [anna, leo]],
    ]);
    expect(facts[0]!.children[0]!.custody[1]).toEqual({ familyId: father.familyId, custody: 'chosenDates', periods });
  });
});

import type { CreationAttributes } from 'sequelize';
import type { Database } from '../../../src-main/platform/database/database';
import { familyModels } from '../../../src-main/features/families/models';
import type { ChildRow, FamilyRow, PersonRow } from '../../../src-main/features/families/models';
import { refreshFamilies } from '../../../src-main/features/families/refresh-families';
import type { Custody, CustodyPeriod } from '../../../src-main/features/families/schema';

type Some<Row extends PersonRow | ChildRow | FamilyRow> = Partial<CreationAttributes<Row>>;

export interface BuiltFamily {
  readonly familyId: number;
  /** Guardians, in order. */
  readonly guardianIds: readonly number[];
  readonly contactIds: readonly number[];
  readonly childIds: readonly number[];
}

export interface FamilyToBuild extends Some<FamilyRow> {
  /** By default Paul ALAIN. A number is a person who exists already. */
  guardians?: (Some<PersonRow> | number)[];
  contacts?: (Some<PersonRow> | number)[];
  /** By default Anna, born 12 October 2023. */
  children?: Some<ChildRow>[];
  /** Declared quotients, as decimals: `[{ value: '722.50', fromOn: '2026-09-01' }]`. */
  quotients?: { value: string; fromOn: string; measure?: string; provedOn?: string }[];
}

/** A family, as if staff had typed it: guardians may collect their children and are called. */
export function buildFamily(db: Database, given: FamilyToBuild = {}): Promise<BuiltFamily> {
  const { guardians = [{}], contacts = [], children = [{}], quotients = [], ...family } = given;
  const models = familyModels(db);
  return db.write(async () => {
    const { id: familyId } = await models.Family.create({ name: 'ALAIN', createdAt: '2026-09-01T08:00:00.000Z', ...family });
    const guardianIds = await addAdults(db, familyId, 'guardian', guardians);
    const contactIds = await addAdults(db, familyId, 'contact', contacts);
    for (const quotient of quotients) await models.Quotient.create({ familyId, recordedAt: '2026-09-01T08:00:00.000Z', ...quotient });
    const childIds: number[] = [];
    for (const child of children) childIds.push(await buildChild(db, { familyId, ...child }));
    await refreshFamilies(db, [familyId]);
    return { familyId, guardianIds, contactIds, childIds };
  });
}

async function addAdults(db: Database, familyId: number, kind: string, adults: readonly (Some<PersonRow> | number)[]): Promise<number[]> {
  const { Person, FamilyAdult } = familyModels(db);
  const ids: number[] = [];
  for (const [position, adult] of adults.entries()) {
    const personId = typeof adult === 'number' ? adult : (await Person.create({ lastName: 'ALAIN', firstName: 'Paul', ...adult })).id;
    await FamilyAdult.create({ familyId, personId, kind, position });
    ids.push(personId);
  }
  return ids;
}

/** A child in a family; guardians may collect the child. Returns its id. */
export function buildChild(db: Database, given: Some<ChildRow> & { familyId: number; custody?: Custody }): Promise<number> {
  const { familyId, custody = 'always', ...values } = given;
  const { Child, ChildAdult, FamilyAdult, FamilyChild } = familyModels(db);
  return db.write(async () => {
    const child = await Child.create({ lastName: 'ALAIN', firstName: 'Anna', sex: 'F', birthOn: '2023-10-12', ...values });
    const position = await FamilyChild.count({ where: { familyId } });
    await FamilyChild.create({ familyId, childId: child.id, position, custody });
    for (const { personId } of await FamilyAdult.findAll({ where: { familyId, kind: 'guardian' } })) {
      await ChildAdult.create({ childId: child.id, personId, mayCollect: 1, callInEmergency: 1 });
    }
    await refreshFamilies(db, [familyId]);
    return child.id;
  });
}

/** Puts a child in a second family too. Give the complement of the first family's custody with `firstCustody`. */
export function shareChild(db: Database, given: { childId: number; familyId: number; custody: Custody; firstCustody?: Custody; periods?: CustodyPeriod[] }): Promise<void> {
  const { childId, familyId, custody, firstCustody, periods = [] } = given;
  const { CustodyPeriod: Period, FamilyChild } = familyModels(db);
  return db.write(async () => {
    if (firstCustody) await FamilyChild.update({ custody: firstCustody }, { where: { childId } });
    const position = await FamilyChild.count({ where: { familyId } });
    await FamilyChild.create({ familyId, childId, position, custody });
    for (const period of periods) await Period.create({ childId, familyId, ...period });
    await refreshFamilies(db, [familyId]);
  });
}

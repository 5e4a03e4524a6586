import type { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { refuseFutureBirth } from './checks';
import { familyModels } from './models';
import { placeChild } from './place-child';
import type { AdultKind, newAdult, newChild } from './schema';

/** Puts a new person in a family, last of its kind. `path` leads the fields of refusals. Returns the id. */
export async function insertAdult(
  db: Database, familyId: number, kind: AdultKind, adult: z.output<typeof newAdult>, today: LocalDate, path = '',
): Promise<number> {
  refuseFutureBirth(adult.birthOn, today, `${path}birthOn`);
  const { relation, parentalAuthority, ...person } = adult;
  const { id } = await familyModels(db).Person.create(person);
  await insertPlace(db, { familyId, personId: id, kind, relation, parentalAuthority });
  return id;
}

interface Place {
  readonly familyId: number;
  readonly personId: number;
  readonly kind: AdultKind;
  readonly relation?: string | undefined;
  readonly parentalAuthority?: string | undefined;
}

/** Places a person last of its kind. A guardian may collect the children of the family, and is called for them. */
export async function insertPlace(db: Database, place: Place): Promise<void> {
  const { familyId, personId, kind } = place;
  const { FamilyAdult, FamilyChild } = familyModels(db);
  const last: number | null = await FamilyAdult.max('position', { where: { familyId, kind } });
  await FamilyAdult.create({ ...place, position: (last ?? -1) + 1 });
  if (kind !== 'guardian') return;
  for (const { childId } of await FamilyChild.findAll({ where: { familyId } })) await letCollect(db, childId, personId);
}

/** Puts a new child in a family, last. Its guardians may collect it, and are called. Returns the id. */
export async function insertChild(db: Database, familyId: number, child: z.output<typeof newChild>, today: LocalDate, path = ''): Promise<number> {
  refuseFutureBirth(child.birthOn, today, `${path}birthOn`);
  const { flags, schoolId: _, classId: __, level: ___, ...values } = child;
  const place = await placeChild(db, child, null, path);
  const { id } = await familyModels(db).Child.create({ ...values, ...place, ...(flags && { flags: JSON.stringify(flags) }) });
  await insertChildLink(db, familyId, id, 'always');
  return id;
}

/** Links a child with a family, last of its children. */
export async function insertChildLink(db: Database, familyId: number, childId: number, custody: string): Promise<void> {
  const { FamilyAdult, FamilyChild } = familyModels(db);
  const last: number | null = await FamilyChild.max('position', { where: { familyId } });
  await FamilyChild.create({ familyId, childId, position: (last ?? -1) + 1, custody });
  for (const { personId } of await FamilyAdult.findAll({ where: { familyId, kind: 'guardian' } })) await letCollect(db, childId, personId);
}

async function letCollect(db: Database, childId: number, personId: number): Promise<void> {
  const { ChildAdult } = familyModels(db);
  if (await ChildAdult.findOne({ where: { childId, personId } })) return;
  await ChildAdult.create({ childId, personId, mayCollect: 1, callInEmergency: 1 });
}

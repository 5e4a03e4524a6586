import { AppError } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { familyModels } from './models';
import type { ChildRow, FamilyAdultRow, FamilyRow } from './models';

/** A family that may be changed. Throws AppError `families.unknown` or `families.archived`. */
export async function openFamily(db: Database, familyId: number): Promise<FamilyRow> {
  const family = await familyModels(db).Family.findByPk(familyId);
  if (!family) throw new AppError('families.unknown', {}, 'notFound');
  if (family.archivedAt !== null) throw new AppError('families.archived', { name: family.name }, 'conflict');
  return family;
}

/** An adult's place in a family. Throws AppError `families.unknownAdult`. */
export async function placeOf(db: Database, familyId: number, personId: number): Promise<FamilyAdultRow> {
  const place = await familyModels(db).FamilyAdult.findOne({ where: { familyId, personId } });
  if (!place) throw new AppError('families.unknownAdult', {}, 'notFound');
  return place;
}

/** A child. Throws AppError `families.unknownChild`. */
export async function childOf(db: Database, childId: number): Promise<ChildRow> {
  const child = await familyModels(db).Child.findByPk(childId);
  if (!child) throw new AppError('families.unknownChild', {}, 'notFound');
  return child;
}

/** Refuses a birth that is still to come; throws AppError `families.birthInFuture` at the field. */
export function refuseFutureBirth(birthOn: LocalDate | null | undefined, today: LocalDate, field = 'birthOn'): void {
  if (birthOn && birthOn > today) throw new AppError('families.birthInFuture', {}, 'invalid', field);
}

/** The families of a person or of a child, archived ones included. */
export async function familiesOf(db: Database, whom: { readonly personId: number } | { readonly childId: number }): Promise<number[]> {
  const models = familyModels(db);
  const links = 'personId' in whom ? await models.FamilyAdult.findAll({ where: whom }) : await models.FamilyChild.findAll({ where: whom });
  return links.map(({ familyId }) => familyId);
}

import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import type { Database } from '../../platform/database/database';
import { recordDeed } from '../journal/record-deed';
import { openFamily, placeOf } from './checks';
import { familyModels } from './models';
import { refreshFamilies } from './refresh-families';
import { fullName, of } from './wording';

/** Takes an adult out of a family; the person remains in the others. Throws AppError `families.lastGuardian`. */
export function removeAdult(context: Context, { familyId, personId }: { familyId: number; personId: number }): Promise<void> {
  const { db } = context;
  return db.write(async () => {
    const family = await openFamily(db, familyId);
    const place = await placeOf(db, familyId, personId);
    await refuseLastGuardian(db, familyId, personId);
    const person = await familyModels(db).Person.findByPk(personId, { rejectOnEmpty: true });
    await familyModels(db).FamilyAdult.destroy({ where: { familyId, personId } });
    await forgetPickups(db, familyId, personId);
    await refreshFamilies(db, [familyId]);
    await recordDeed(context, {
      action: 'adult.remove', subject: `Famille ${family.name} : retrait ${of(fullName(person))}`, familyId, before: { personId, kind: place.kind },
    });
  });
}

/** A family keeps one guardian at least. Throws AppError `families.lastGuardian`. */
export async function refuseLastGuardian(db: Database, familyId: number, personId: number): Promise<void> {
  const { FamilyAdult, Person } = familyModels(db);
  const guardians = await FamilyAdult.findAll({ where: { familyId, kind: 'guardian' } });
  if (guardians.length !== 1 || guardians[0]!.personId !== personId) return;
  const person = await Person.findByPk(personId, { rejectOnEmpty: true });
  throw new AppError('families.lastGuardian', { name: fullName(person) }, 'conflict', 'kind');
}

/** Who leaves a family no longer collects its children, unless another family of theirs has the person. */
async function forgetPickups(db: Database, familyId: number, personId: number): Promise<void> {
  await db.run(
    `DELETE FROM child_adults WHERE person_id = $personId
       AND child_id IN (SELECT child_id FROM family_children WHERE family_id = $familyId)
       AND child_id NOT IN (SELECT link.child_id FROM family_children link JOIN family_adults adult ON adult.family_id = link.family_id WHERE adult.person_id = $personId)`,
    { familyId, personId },
  );
}

import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { followPersonEmail } from '../accounts/open-portal-account';
import { recordDeed } from '../journal/record-deed';
import { localToday } from '../town/queries';
import { familiesOf, openFamily, placeOf, refuseFutureBirth } from './checks';
import { familyModels } from './models';
import { refuseLastGuardian } from './remove-adult';
import { refreshFamilies } from './refresh-families';
import type { saveAdultInput } from './schema';
import { withoutGaps } from './without-gaps';
import { fullName, of } from './wording';

/**
 * Saves an adult: the person, the same in every family, and the place in this one.
 * Throws AppError `changedMeanwhile`, `families.lastGuardian` or `families.birthInFuture`.
 */
export function saveAdult(context: Context, input: z.output<typeof saveAdultInput>): Promise<void> {
  const { familyId, personId, version, kind, relation, parentalAuthority, ...person } = input;
  return context.db.write(async () => {
    const family = await openFamily(context.db, familyId);
    const place = await placeOf(context.db, familyId, personId);
    refuseFutureBirth(person.birthOn, await localToday(context));
    const { FamilyAdult, Person } = familyModels(context.db);
    const before = (await Person.findByPk(personId, { rejectOnEmpty: true })).get({ plain: true });
    const [changed] = await Person.update({ ...withoutGaps(person), version: version + 1 }, { where: { id: personId, version } });
    if (changed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
    if (person.email !== before.email) await followPersonEmail(context, personId);
    if (kind !== place.kind) await refuseLastGuardian(context.db, familyId, personId);
    const last: number | null = await FamilyAdult.max('position', { where: { familyId, kind } });
    const position = kind === place.kind ? place.position : (last ?? -1) + 1;
    await FamilyAdult.update({ kind, relation, parentalAuthority, position }, { where: { familyId, personId } });
    await refreshFamilies(context.db, await familiesOf(context.db, { personId }));
    const { id: _, version: __, ...told } = before;
    await recordDeed(context, {
      action: 'adult.save', subject: `Famille ${family.name} : fiche ${of(fullName(person))} modifiée`, familyId,
      before: { ...told, kind: place.kind, relation: place.relation, parentalAuthority: place.parentalAuthority },
      after: { ...told, ...withoutGaps(person), kind, relation, parentalAuthority },
    });
  });
}

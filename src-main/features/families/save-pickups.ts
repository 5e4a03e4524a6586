import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { openFamily } from './checks';
import { pickupsInWords } from './journal-words';
import { familyModels } from './models';
import type { savePickupsInput } from './schema';

/**
 * Saves who may collect the children of a family and whom to call, among its adults; what another
 * family of a child decided stays. Throws AppError `changedMeanwhile` or `families.pickupElsewhere`.
 */
export function savePickups(context: Context, input: z.output<typeof savePickupsInput>): Promise<void> {
  const { familyId, version, pickups } = input;
  const { ChildAdult, Family, FamilyAdult, FamilyChild } = familyModels(context.db);
  return context.db.write(async () => {
    const family = await openFamily(context.db, familyId);
    const adults = new Set((await FamilyAdult.findAll({ where: { familyId } })).map(({ personId }) => personId));
    const children = new Set((await FamilyChild.findAll({ where: { familyId } })).map(({ childId }) => childId));
    if (!pickups.every(({ childId, personId }) => children.has(childId) && adults.has(personId))) {
      throw new AppError('families.pickupElsewhere', {}, 'conflict');
    }
    const [changed] = await Family.update({ version: version + 1 }, { where: { id: familyId, version } });
    if (changed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
    const before = await pickupsInWords(context.db, familyId);
    for (const { childId, personId, mayCollect, callInEmergency } of pickups) {
      await ChildAdult.upsert({ childId, personId, mayCollect: mayCollect ? 1 : 0, callInEmergency: callInEmergency ? 1 : 0 });
    }
    await recordDeed(context, {
      action: 'family.pickups', subject: `Famille ${family.name} : sorties et urgences modifiées`, familyId,
      before, after: await pickupsInWords(context.db, familyId),
    });
  });
}

import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { readJson } from '../../platform/database/json-column';
import { openFamily } from './checks';
import { familyModels } from './models';
import { refreshFamilies } from './refresh-families';
import { flags as flagsShape } from './schema';
import type { saveResidenceInput } from './schema';

/** Saves where a family lives, its fund, its flags and the notes. Throws AppError `changedMeanwhile`. */
export function saveResidence(context: Context, input: z.output<typeof saveResidenceInput>): Promise<void> {
  const { familyId, version, ...values } = input;
  return context.db.write(async () => {
    const family = await openFamily(context.db, familyId);
    const { zone, fund, fundNumber, flags, notes } = family;
    const after = { ...values, flags: JSON.stringify(values.flags) };
    const [changed] = await familyModels(context.db).Family.update({ ...after, version: version + 1 }, { where: { id: familyId, version } });
    if (changed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
    await refreshFamilies(context.db, [familyId]);
    await recordDeed(context, {
      action: 'family.residence', subject: `Famille ${family.name} : résidence et caisse modifiées`, familyId,
      before: { zone, fund, fundNumber, notes, flags: readJson(flagsShape, flags) }, after: values,
    });
  });
}

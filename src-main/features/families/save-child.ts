import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { localToday } from '../town/queries';
import { childOf, familiesOf, refuseFutureBirth } from './checks';
import { childInWords } from './journal-words';
import { familyModels } from './models';
import { placeChild } from './place-child';
import type { SchoolPlace } from './place-child';
import { refreshFamilies } from './refresh-families';
import type { saveChildInput } from './schema';
import { withoutGaps } from './without-gaps';
import { fullName, of } from './wording';

/** Saves a child, the same in every family. Throws AppError `changedMeanwhile`, `families.birthInFuture` or one of `placeChild`. */
export function saveChild(context: Context, input: z.output<typeof saveChildInput>): Promise<void> {
  const { childId, version, ...values } = input;
  return context.db.write(async () => {
    const { id: _, version: __, ...before } = (await childOf(context.db, childId)).get({ plain: true });
    refuseFutureBirth(values.birthOn, await localToday(context));
    const place = await placeChild(context.db, values, before as SchoolPlace);
    const after = { ...before, ...withoutGaps(values), ...place, flags: JSON.stringify(values.flags) };
    const [changed] = await familyModels(context.db).Child.update({ ...after, version: version + 1 }, { where: { id: childId, version } });
    if (changed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
    const families = await familiesOf(context.db, { childId });
    await refreshFamilies(context.db, families);
    await recordDeed(context, {
      action: 'child.save', subject: `Fiche ${of(fullName(values))} modifiée`, familyId: families[0] ?? null, childId,
      before: await childInWords(context.db, before as SchoolPlace & { flags: string }), after: await childInWords(context.db, after),
    });
  });
}

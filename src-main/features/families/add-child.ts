import type { z } from 'zod';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { localToday } from '../town/queries';
import { openFamily } from './checks';
import { insertChild } from './insert-people';
import { refreshFamilies } from './refresh-families';
import type { addChildInput } from './schema';
import { fullName, of } from './wording';

/** Adds a child to a family. Returns the id. */
export function addChild(context: Context, { familyId, child }: z.output<typeof addChildInput>): Promise<{ childId: number }> {
  return context.db.write(async () => {
    const family = await openFamily(context.db, familyId);
    const childId = await insertChild(context.db, familyId, child, await localToday(context), 'child.');
    await refreshFamilies(context.db, [familyId]);
    await recordDeed(context, { action: 'child.add', subject: `Famille ${family.name} : ajout ${of(fullName(child))}`, familyId, childId, after: child });
    return { childId };
  });
}

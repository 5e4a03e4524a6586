import type { ParentActor } from '../../kernel/actor';
import { notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { openHealth } from '../families/child-health';
import { openDesk } from './desk';
import type { ProfileSection } from './schema';
import { profileSection } from './sections';
import { valuesOf } from './values';

/** Opens the health section of a parent's child; the reading is journaled like any other. Throws AppError `notFound` when it is not theirs, or hidden. */
export function openOwnHealth(context: Context<ParentActor>, { familyId, childId }: { familyId: number; childId: number }): Promise<ProfileSection> {
  return context.db.write(async () => {
    const desk = await openDesk(context, familyId);
    const isTheirs = desk.file.children.some(({ id }) => id === childId) && profileSection(desk, 'childHealth', childId, null) !== null;
    if (!isTheirs) throw notFound();
    return profileSection(desk, 'childHealth', childId, valuesOf(desk.file, 'childHealth', childId, await openHealth(context, childId)))!;
  });
}

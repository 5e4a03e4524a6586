import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { openFamily } from './checks';
import { familyModels } from './models';

/**
 * Archives a family: it leaves the lists, its children leave the counts unless another family has
 * them, its parents no longer see it on the portal. Nothing is deleted.
 */
export function archiveFamily(context: Context, familyId: number): Promise<void> {
  return context.db.write(async () => {
    const family = await openFamily(context.db, familyId);
    await familyModels(context.db).Family.update({ archivedAt: context.clock.now(), version: family.version + 1 }, { where: { id: familyId } });
    await recordDeed(context, { action: 'family.archive', subject: `Famille ${family.name} archivée`, familyId });
  });
}

/** Brings an archived family back as it was. Throws AppError `families.unknown`. */
export function restoreFamily(context: Context, familyId: number): Promise<void> {
  return context.db.write(async () => {
    const { Family } = familyModels(context.db);
    const family = await Family.findByPk(familyId);
    if (!family) throw new AppError('families.unknown', {}, 'notFound');
    if (family.archivedAt === null) return;
    await Family.update({ archivedAt: null, version: family.version + 1 }, { where: { id: familyId } });
    await recordDeed(context, { action: 'family.restore', subject: `Famille ${family.name} restaurée`, familyId });
  });
}

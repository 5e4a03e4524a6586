import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { childOf, familiesOf } from './checks';
import { familyModels } from './models';
import type { ChildHealth, SaveHealthInput } from './schema';
import { fullName, of } from './wording';

/** Opens the health data of a child; the reading is journaled (who, when, whose), never what was read. */
export function openHealth(context: Context, childId: number): Promise<ChildHealth> {
  return context.db.write(async () => {
    const child = await childOf(context.db, childId);
    const row = await familyModels(context.db).ChildHealth.findByPk(childId);
    await journal(context, 'health.read', childId, `Données de santé ${of(fullName(child))} consultées`);
    if (!row) return { hasPai: false, allergies: '', instructions: '', updatedAt: null };
    const { hasPai, allergies, instructions, updatedAt } = row;
    return { hasPai: hasPai === 1, allergies, instructions, updatedAt };
  });
}

/** Saves the health data of a child; the journal keeps that it was done, not the data. Throws AppError `families.healthChanged`. */
export function saveHealth(context: Context, input: SaveHealthInput): Promise<{ updatedAt: string }> {
  const { childId, updatedAt: readAt, hasPai, allergies, instructions } = input;
  return context.db.write(async () => {
    const child = await childOf(context.db, childId);
    const { ChildHealth: Health } = familyModels(context.db);
    const before = await Health.findByPk(childId);
    if ((before?.updatedAt ?? null) !== readAt) throw new AppError('families.healthChanged', {}, 'conflict');
    const updatedAt = context.clock.now();
    await Health.upsert({ childId, hasPai: hasPai ? 1 : 0, allergies, instructions, updatedAt });
    await journal(context, 'health.save', childId, `Données de santé ${of(fullName(child))} modifiées`);
    return { updatedAt };
  });
}

async function journal(context: Context, action: string, childId: number, subject: string): Promise<void> {
  const [familyId] = await familiesOf(context.db, { childId });
  await recordDeed(context, { action, subject, familyId: familyId ?? null, childId });
}

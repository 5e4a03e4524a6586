import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { childOf, familiesOf } from './checks';
import { familyModels } from './models';
import type { ChildHealthRow } from './models';
import type { ChildHealth, saveHealthInput } from './schema';
import { withoutGaps } from './without-gaps';
import { fullName, of } from './wording';

/** Opens the health data of a child; the reading is journaled (who, when, whose), never what was read. */
export function openHealth(context: Context, childId: number): Promise<ChildHealth> {
  return context.db.write(async () => {
    const child = await childOf(context.db, childId);
    const row = await familyModels(context.db).ChildHealth.findByPk(childId);
    await journal(context, 'health.read', childId, `Données de santé ${of(fullName(child))} consultées`);
    return row ? healthOf(row) : NOTHING_KNOWN;
  });
}

/** Health data for a command that changes them, inside a write. What is shown to somebody goes through `openHealth`. */
export async function knownHealth(db: Database, childId: number): Promise<ChildHealth> {
  const row = await familyModels(db).ChildHealth.findByPk(childId);
  return row ? healthOf(row) : NOTHING_KNOWN;
}

/** Saves the health data of a child; the journal keeps that it was done, not the data. Throws AppError `families.healthChanged`. */
export function saveHealth(context: Context, input: z.output<typeof saveHealthInput>): Promise<{ updatedAt: string }> {
  const { childId, updatedAt: readAt, hasPai, ...values } = input;
  return context.db.write(async () => {
    const child = await childOf(context.db, childId);
    const { ChildHealth: Health } = familyModels(context.db);
    const before = await Health.findByPk(childId);
    if ((before?.updatedAt ?? null) !== readAt) throw new AppError('families.healthChanged', {}, 'conflict');
    const updatedAt = context.clock.now();
    const known = before?.get({ plain: true });
    await Health.upsert({ ...known, ...withoutGaps(values), childId, hasPai: hasPai ? 1 : 0, updatedAt });
    await journal(context, 'health.save', childId, `Données de santé ${of(fullName(child))} modifiées`);
    return { updatedAt };
  });
}

/** What a row of health data holds, without its key. */
function healthOf({ hasPai, allergies, instructions, socialScheme, bloodGroup, doctor, doctorPhone, tetanusOn, updatedAt }: ChildHealthRow): ChildHealth {
  return {
    hasPai: hasPai === 1, allergies, instructions, socialScheme: socialScheme as ChildHealth['socialScheme'], bloodGroup: bloodGroup as ChildHealth['bloodGroup'],
    doctor, doctorPhone, tetanusOn: tetanusOn as LocalDate | null, updatedAt,
  };
}

const NOTHING_KNOWN: ChildHealth = {
  hasPai: false, allergies: '', instructions: '', socialScheme: '', bloodGroup: '', doctor: '', doctorPhone: '', tetanusOn: null, updatedAt: null,
};

async function journal(context: Context, action: string, childId: number, subject: string): Promise<void> {
  const [familyId] = await familiesOf(context.db, { childId });
  await recordDeed(context, { action, subject, familyId: familyId ?? null, childId });
}

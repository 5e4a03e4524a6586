import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { logoType } from './logo';
import { townModels } from './models';
import { findTown, townOf } from './queries';
import type { Town, townInput } from './schema';
import type { z } from 'zod';

type TownValues = z.output<typeof townInput>;

/** Founds the town, once. Throws AppError `town.alreadySetUp`. */
export function foundTown(context: Context, values: TownValues, isDemo: boolean): Promise<void> {
  return context.db.write(async () => {
    if (await findTown(context.db)) throw new AppError('town.alreadySetUp', {}, 'conflict');
    const at = context.clock.now();
    await townModels(context.db).Town.create({ ...values, isDemo: isDemo ? 1 : 0, createdAt: at, updatedAt: at });
    await recordDeed(context, { action: 'town.found', subject: `${values.name} : premier démarrage`, after: values });
  });
}

/** Saves the town's settings. Throws AppError `changedMeanwhile` when someone saved since `version`. */
export function saveTown(context: Context, values: TownValues & { readonly version: number }): Promise<Town> {
  return context.db.write(async () => {
    const before = await townOf(context.db);
    const { version, ...fields } = values;
    const [changed] = await townModels(context.db).Town.update(
      { ...fields, version: version + 1, updatedAt: context.clock.now() },
      { where: { id: 1, version } },
    );
    if (changed === 0) throw new AppError('changedMeanwhile', {}, 'conflict');
    const { version: _, hasLogo: __, isDemo: ___, passwordRule: ____, ...told } = before;
    await recordDeed(context, { action: 'town.save', subject: 'Réglages de la commune', before: told, after: fields });
    return townOf(context.db);
  });
}

/** Replaces or removes (null) the logo; PNG or JPEG by content, 500 kB at most. */
export function saveLogo(context: Context, bytes: Uint8Array | null): Promise<void> {
  return context.db.write(async () => {
    const logo = bytes && { logo: Buffer.from(bytes), logoType: logoType(bytes) };
    await townModels(context.db).Town.update(logo ?? { logo: null, logoType: null }, { where: { id: 1 } });
    await recordDeed(context, { action: 'town.logo', subject: logo ? 'Logo de la commune remplacé' : 'Logo de la commune retiré' });
  });
}

import { z } from 'zod';
import { publicProcedure, router, staffProcedure } from '../../platform/procedures/procedures';
import { portalSettingsOf, savePortalSettings } from './portal-settings';
import { savePortalSettingsInput } from './portal-settings-schema';
import { findLogo, localToday, townOf } from './queries';
import { saveLogo, saveTown } from './save-town';
import { townInput } from './schema';

export const townStaff = router({
  read: staffProcedure(null).query(({ ctx }) => townOf(ctx.db)),
  /** Today in the town, for the dates that forms suggest. */
  today: staffProcedure(null).query(({ ctx }) => localToday(ctx)),
  save: staffProcedure('town.write').input(townInput.extend({ version: z.int() })).mutation(({ ctx, input }) => saveTown(ctx, input)),
  portal: staffProcedure('portal.manage').query(({ ctx }) => portalSettingsOf(ctx.db)),
  savePortal: staffProcedure('portal.manage').input(savePortalSettingsInput).mutation(({ ctx, input }) => savePortalSettings(ctx, input)),
  logo: publicProcedure.query(({ ctx }) => findLogo(ctx.db)),
  saveLogo: staffProcedure('town.write')
    .input(z.strictObject({ bytes: z.instanceof(Uint8Array).nullable() }))
    .mutation(({ ctx, input }) => saveLogo(ctx, input.bytes)),
});

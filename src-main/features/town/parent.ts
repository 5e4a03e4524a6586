import { publicProcedure, router } from '../../platform/procedures/procedures';
import { townOf } from './queries';
import type { PublicTown } from './schema';

export const townParent = router({
  /** What the login page shows: the town's name and how to reach it. */
  read: publicProcedure.query(async ({ ctx }): Promise<PublicTown> => {
    const { name, address, postcode, city, phone, email, hasLogo, isDemo, passwordRule } = await townOf(ctx.db);
    return { name, address, postcode, city, phone, email, hasLogo, isDemo, passwordRule };
  }),
});

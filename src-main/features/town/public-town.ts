import type { Database } from '../../platform/database/database';
import { findTown } from './queries';
import { publicPortalOf } from './portal-settings';
import type { PublicTown } from './schema';

/** What anyone may see of the town on the portal: its name and how to reach it; null before the first start. */
export async function findPublicTown(db: Database): Promise<PublicTown | null> {
  const town = await findTown(db);
  if (!town) return null;
  const { name, address, postcode, city, phone, email, hasLogo, isDemo, passwordRule } = town;
  return { name, address, postcode, city, phone, email, hasLogo, isDemo, passwordRule, portal: await publicPortalOf(db) };
}

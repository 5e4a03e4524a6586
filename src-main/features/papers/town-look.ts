import type { Database } from '../../platform/database/database';
import { findLogo } from '../town/queries';

/** The town's logo as papers carry it, or null. */
export async function logoDataUrl(db: Database): Promise<string | null> {
  const logo = await db.memo('logo', () => findLogo(db));
  return logo && `data:${logo.type};base64,${Buffer.from(logo.bytes).toString('base64')}`;
}

import { AppError } from '../../kernel/errors';
import { dayOf, toLocal } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database/database';
import type { Town } from './schema';

type Row = Omit<Town, 'isDemo' | 'hasLogo'> & { readonly isDemo: number; readonly hasLogo: number };

/** The town, or null before the first start. */
export function findTown(db: Database): Promise<Town | null> {
  return db.memo('town', async () => {
    const row = await db.selectOne<Row>(
      `SELECT name, address, postcode, city, phone, email, siret, school_zone AS schoolZone, holiday_region AS holidayRegion,
         time_zone AS timeZone, password_rule AS passwordRule, is_demo AS isDemo, logo IS NOT NULL AS hasLogo, version FROM town`,
    );
    return row && { ...row, isDemo: row.isDemo === 1, hasLogo: row.hasLogo === 1 };
  });
}

/** The town. Throws AppError `town.notSetUp` before the first start. */
export async function townOf(db: Database): Promise<Town> {
  const town = await findTown(db);
  if (!town) throw new AppError('town.notSetUp', {}, 'conflict');
  return town;
}

/** What the town's clock shows. */
export async function localNow({ db, clock }: { db: Database; clock: Clock }): Promise<LocalDateTime> {
  return toLocal(clock.now(), (await townOf(db)).timeZone);
}

/** The day it is in the town. */
export async function localToday(context: { db: Database; clock: Clock }): Promise<LocalDate> {
  return dayOf(await localNow(context));
}

export interface Logo {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** The town's logo, or null. */
export async function findLogo(db: Database): Promise<Logo | null> {
  const row = await db.selectOne<{ logo: Uint8Array | null; type: string }>('SELECT logo, logo_type AS type FROM town');
  return row?.logo ? { bytes: new Uint8Array(row.logo), type: row.type } : null;
}

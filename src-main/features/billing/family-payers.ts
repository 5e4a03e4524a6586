import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { fullName } from '../families/wording';
import { recordDeed } from '../journal/record-deed';
import { hasAddress } from './payers';
import type { byPostInput, FamilyPayers, sharesInput } from './schema';

interface Row {
  readonly personId: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly email: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly percent: number | null;
}

/** Who pays a family's invoices, and how they are sent. Throws AppError `families.unknown`. */
export async function payersOf(db: Database, familyId: number): Promise<FamilyPayers> {
  await familyName(db, familyId);
  const rows = await db.select<Row>(
    `SELECT person.id AS personId, last_name AS lastName, first_name AS firstName, email, address, postcode, city, share.percent
     FROM family_adults place JOIN persons person ON person.id = place.person_id
     LEFT JOIN billing_shares share ON share.family_id = place.family_id AND share.person_id = place.person_id
     WHERE place.family_id = $familyId AND place.kind = 'guardian' ORDER BY place.position`,
    { familyId },
  );
  const isDefault = !(await db.selectOne('SELECT 1 AS found FROM billing_shares WHERE family_id = $familyId', { familyId }));
  const byPost = await db.selectOne('SELECT 1 AS found FROM billing_by_post WHERE family_id = $familyId', { familyId });
  return {
    familyId, isDefault, byPost: byPost !== null,
    guardians: rows.map((row, place) => ({
      personId: row.personId, name: fullName(row), email: row.email, hasAddress: hasAddress(row), percent: isDefault ? (place === 0 ? 100 : 0) : (row.percent ?? 0),
    })),
  };
}

async function familyName(db: Database, familyId: number): Promise<string> {
  const row = await db.selectOne<{ name: string }>('SELECT name FROM families WHERE id = $familyId', { familyId });
  if (!row) throw new AppError('families.unknown', {}, 'notFound');
  return row.name;
}

const inWords = ({ guardians }: FamilyPayers): string =>
  guardians.filter(({ percent }) => percent > 0).map(({ name, percent }) => `${name}\u00a0: ${percent}\u202f%`).join(', ');

/** Sets who pays what part of the invoices to come. Throws AppError `billing.notGuardian`. */
export function saveShares(context: Context, { familyId, shares }: z.output<typeof sharesInput>): Promise<FamilyPayers> {
  return context.db.write(async () => {
    const { db } = context;
    const before = await payersOf(db, familyId);
    if (shares.some(({ personId }) => !before.guardians.some((one) => one.personId === personId))) throw new AppError('billing.notGuardian', {}, 'invalid', 'shares');
    await db.run('DELETE FROM billing_shares WHERE family_id = $familyId', { familyId });
    for (const { personId, percent } of shares) {
      await db.run('INSERT INTO billing_shares (family_id, person_id, percent) VALUES ($familyId, $personId, $percent)', { familyId, personId, percent });
    }
    const after = await payersOf(db, familyId);
    await recordDeed(context, {
      action: 'billing.shares', subject: `Famille ${await familyName(db, familyId)} : payeurs des factures`, familyId,
      before: { parts: inWords(before) }, after: { parts: inWords(after) },
    });
    return after;
  });
}

/** Sends a family's invoices to come by post, or by mail. */
export function saveByPost(context: Context, { familyId, byPost }: z.output<typeof byPostInput>): Promise<FamilyPayers> {
  return context.db.write(async () => {
    const { db } = context;
    const name = await familyName(db, familyId);
    await db.run(byPost ? 'INSERT OR IGNORE INTO billing_by_post (family_id) VALUES ($familyId)' : 'DELETE FROM billing_by_post WHERE family_id = $familyId', { familyId });
    await recordDeed(context, { action: 'billing.byPost', subject: `Famille ${name} : factures ${byPost ? 'par courrier' : 'par mail'}`, familyId });
    return payersOf(db, familyId);
  });
}

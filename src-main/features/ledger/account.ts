import { cents } from '../../kernel/money';
import type { Cents } from '../../kernel/money';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { OPEN_CENTS } from './open-entries';
import type { FamilyAccount, LedgerEntry } from './schema';

/** A family's account as computed from its entries. `today` tells what is past its last day. */
export async function accountOf(db: Database, familyId: number, today: LocalDate): Promise<FamilyAccount> {
  const entries = await db.select<LedgerEntry>(
    `SELECT id, family_id AS familyId, kind, cents, label, on_day AS onDay, due_on AS dueOn, at, ${OPEN_CENTS} AS openCents,
       sum(cents) OVER (ORDER BY id) AS balanceCents
     FROM ledger_entries entry WHERE family_id = $familyId ORDER BY id`,
    { familyId },
  );
  const overdue = entries.filter((entry) => entry.cents > 0 && entry.dueOn !== null && entry.dueOn < today);
  return {
    familyId,
    balanceCents: entries.at(-1)?.balanceCents ?? 0,
    overdueCents: overdue.reduce((sum, { openCents }) => sum + openCents, 0),
    entries,
  };
}

/** What each family owes (above zero) or has in credit (below), in one read; zero for those without entries. */
export async function balancesOf(db: Database, familyIds: readonly number[]): Promise<Map<number, Cents>> {
  const rows = await db.select<{ familyId: number; cents: number }>(
    'SELECT family_id AS familyId, sum(cents) AS cents FROM ledger_entries WHERE family_id IN (SELECT value FROM json_each($ids)) GROUP BY family_id',
    { ids: JSON.stringify(familyIds) },
  );
  const sums = new Map(rows.map((row) => [row.familyId, row.cents]));
  return new Map(familyIds.map((id) => [id, cents(sums.get(id) ?? 0)]));
}

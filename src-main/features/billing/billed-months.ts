import type { Instant } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { daysOf, monthKey } from './months';
import type { Month } from './months';
import type { PricedLine } from './price-month';
import { readStamp } from './rules-of-months';

/** What was billed of one day, child and service; taken-back bills are out of it. */
export type BilledLine = Omit<PricedLine, 'explanation'>;

/** A month that a family was billed for and that was not taken back. */
export interface BilledMonth {
  /** The last bill that priced it, and the versions it was priced by. */
  readonly billedAt: Instant;
  readonly stamp: string;
}

export interface Billed {
  /** By family, by month. */
  readonly months: ReadonlyMap<number, ReadonlyMap<Month, BilledMonth>>;
  /** Net lines by family and month, each slot's amounts summed. */
  linesOf(familyId: number, month: Month): readonly BilledLine[];
}

/** A bill stands unless it takes another back or was taken back itself. */
export const STANDING = 'bill.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM bills other WHERE other.reverses_id = bill.id)';

/** What stands on the bills of some families for some months: two reads. */
export async function billedOf(db: Database, familyIds: readonly number[], months: readonly Month[]): Promise<Billed> {
  const ids = JSON.stringify(familyIds);
  const bills = await db.select<{ familyId: number; at: Instant; stamp: string }>(
    `SELECT family_id AS familyId, at, rules_stamp AS stamp FROM bills bill
     WHERE family_id IN (SELECT value FROM json_each($ids)) AND ${STANDING} ORDER BY id`,
    { ids },
  );
  const byFamily = new Map<number, Map<Month, BilledMonth>>();
  for (const { familyId, at, stamp } of bills) {
    const known = byFamily.get(familyId) ?? new Map<Month, BilledMonth>();
    byFamily.set(familyId, known);
    for (const [month, versions] of Object.entries(readStamp(stamp))) known.set(month as Month, { billedAt: at, stamp: versions });
  }
  const lines = bills.length === 0 || months.length === 0 ? [] : await standingLines(db, ids, months);
  const byMonth = new Map<string, BilledLine[]>();
  for (const { familyId, ...line } of lines) {
    const key = `${familyId} ${monthKey(line.day)}`;
    const group = byMonth.get(key);
    if (group) group.push(line);
    else byMonth.set(key, [line]);
  }
  return { months: byFamily, linesOf: (familyId, month) => byMonth.get(`${familyId} ${month}`) ?? [] };
}

/** Sums of what stands, by slot and unit price; what was wholly taken back leaves no row. */
function standingLines(db: Database, ids: string, months: readonly Month[]): Promise<(BilledLine & { familyId: number })[]> {
  const sorted = [...months].sort();
  return db.select<BilledLine & { familyId: number }>(
    `SELECT bill.family_id AS familyId, line.kind, line.day, line.child_id AS childId, line.service, line.rule, max(line.label) AS label, max(line.unit) AS unit,
       sum(line.quantity) AS quantity, line.unit_price_cents AS unitPriceCents, sum(line.total_cents) AS totalCents
     FROM bills bill JOIN bill_lines line ON line.bill_id = bill.id
     WHERE bill.family_id IN (SELECT value FROM json_each($ids)) AND line.day BETWEEN $from AND $to
     GROUP BY bill.family_id, line.kind, line.day, line.child_id, line.service, line.rule, line.unit_price_cents
     HAVING sum(line.quantity) <> 0 OR sum(line.total_cents) <> 0
     ORDER BY line.day, line.child_id`,
    { ids, from: daysOf(sorted[0]!).from, to: daysOf(sorted.at(-1)!).to },
  );
}

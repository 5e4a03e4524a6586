import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { dayKey } from '../child-days/day-key';

interface Row {
  readonly childId: number;
  readonly service: string;
  readonly day: LocalDate;
}

/**
 * Days that these families have on a bill, by `dayKey`; what a credit note or a correction took back
 * is left out. Billing comes after bookings: its tables are read by themselves.
 */
export async function invoicedDays(db: Database, familyIds: readonly number[], from: LocalDate, to: LocalDate): Promise<ReadonlySet<string>> {
  const rows = await db.select<Row>(
    `SELECT line.child_id AS childId, line.service, line.day
     FROM bills bill JOIN bill_lines line ON line.bill_id = bill.id
     WHERE bill.family_id IN (SELECT value FROM json_each($families)) AND bill.to_on >= $from
       AND line.kind = 'unit' AND line.day BETWEEN $from AND $to AND line.child_id IS NOT NULL AND line.service IS NOT NULL
     GROUP BY line.child_id, line.service, line.day HAVING sum(line.quantity) > 0`,
    { families: JSON.stringify(familyIds), from, to },
  );
  return new Set(rows.map(({ childId, service, day }) => dayKey(childId, service, day)));
}

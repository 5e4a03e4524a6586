import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { dayKey } from '../child-days/day-key';

/** Days of children that stand on a bill already, by `dayKey`: a later change of them makes a corrective line. */
export async function billedDays(db: Database, childIds: readonly number[], from: LocalDate, to: LocalDate): Promise<Set<string>> {
  if (childIds.length === 0) return new Set();
  const rows = await db.select<{ childId: number; service: string; day: LocalDate }>(
    `SELECT DISTINCT child_id AS childId, service, day FROM bill_lines
     WHERE day BETWEEN $from AND $to AND kind = 'unit' AND service IS NOT NULL AND child_id IN (SELECT value FROM json_each($children))`,
    { from, to, children: JSON.stringify(childIds) },
  );
  return new Set(rows.map(({ childId, service, day }) => dayKey(childId, service, day)));
}

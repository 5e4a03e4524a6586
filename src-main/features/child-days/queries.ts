import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { DecidedDay } from './schema';

const COLUMNS = 'child_id AS childId, service, day, state, timing, family_id AS familyId, decided_at AS decidedAt';

/** What was decided for children in a period, in the order in which it was decided. */
export function decidedDaysOf(db: Database, childIds: readonly number[], from: LocalDate, to: LocalDate): Promise<DecidedDay[]> {
  return db.select<DecidedDay>(
    `SELECT ${COLUMNS} FROM bookings
     WHERE child_id IN (SELECT value FROM json_each($children)) AND day BETWEEN $from AND $to ORDER BY decided_at, day`,
    { children: JSON.stringify(childIds), from, to },
  );
}

import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { AbsenceFact, CalledDay } from './schema';

const ASKED = 'SELECT value FROM json_each($children)';

/** The roll calls of children in a period, by day. */
export function calledDaysOf(db: Database, childIds: readonly number[], from: LocalDate, to: LocalDate): Promise<CalledDay[]> {
  return db.select<CalledDay>(
    `SELECT child_id AS childId, service, day, state, arrival, departure, family_id AS familyId, recorded_at AS recordedAt
     FROM attendance WHERE child_id IN (${ASKED}) AND day BETWEEN $from AND $to ORDER BY day`,
    { children: JSON.stringify(childIds), from, to },
  );
}

/** Why children stay away in a period: what was told, proved or caused, withdrawn ones left out. One read, in order of time. */
export function absencesOf(db: Database, childIds: readonly number[], from: LocalDate, to: LocalDate): Promise<AbsenceFact[]> {
  return db.select<AbsenceFact>(
    `SELECT 'notice' AS source, id, child_id AS childId, service, from_on AS fromOn, to_on AS toOn, reason, told_at AS at
     FROM absence_notices WHERE child_id IN (${ASKED}) AND from_on <= $to AND to_on >= $from AND withdrawn_at IS NULL
     UNION ALL
     SELECT 'proof', id, child_id, NULL, from_on, to_on, kind, received_at
     FROM absence_proofs WHERE child_id IN (${ASKED}) AND from_on <= $to AND to_on >= $from AND withdrawn_at IS NULL
     UNION ALL
     SELECT 'disruption', cause.id, child.id, cause.service, cause.from_on, cause.to_on, cause.reason, cause.recorded_at
     FROM disruptions cause JOIN children child ON child.id IN (${ASKED})
       AND (cause.school_id IS NULL OR child.school_id = cause.school_id) AND (cause.class_id IS NULL OR child.class_id = cause.class_id)
     WHERE cause.from_on <= $to AND cause.to_on >= $from AND cause.withdrawn_at IS NULL
     ORDER BY 8, 1, 2`,
    { children: JSON.stringify(childIds), from, to },
  );
}

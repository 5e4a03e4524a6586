import { notFound } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import { weekShape } from './schema';
import type { Enrolment } from './schema';

type Row = Omit<Enrolment, 'week'> & { readonly week: string };

const COLUMNS = 'id, child_id AS childId, service, from_on AS fromOn, to_on AS toOn, status, week, requested_at AS requestedAt, version';

const fromRow = (row: Row): Enrolment => ({ ...row, week: readJson(weekShape, row.week) });

/** Enrolments of children that touch a period, by child and service in order of days. */
export async function enrolmentsOf(db: Database, childIds: readonly number[], from: LocalDate, to: LocalDate): Promise<Enrolment[]> {
  const rows = await db.select<Row>(
    `SELECT ${COLUMNS} FROM enrolments
     WHERE child_id IN (SELECT value FROM json_each($children)) AND from_on <= $to AND (to_on IS NULL OR to_on >= $from)
     ORDER BY child_id, service, from_on`,
    { children: JSON.stringify(childIds), from, to },
  );
  return rows.map(fromRow);
}

/** Every enrolment of children, past ones included. */
export async function allEnrolmentsOf(db: Database, childIds: readonly number[]): Promise<Enrolment[]> {
  const rows = await db.select<Row>(
    `SELECT ${COLUMNS} FROM enrolments WHERE child_id IN (SELECT value FROM json_each($children)) ORDER BY child_id, service, from_on DESC`,
    { children: JSON.stringify(childIds) },
  );
  return rows.map(fromRow);
}

/** Children enrolled in a service at some time of a period. */
export async function childrenEnrolledIn(db: Database, service: string, from: LocalDate, to: LocalDate): Promise<number[]> {
  const rows = await db.select<{ childId: number }>(
    'SELECT DISTINCT child_id AS childId FROM enrolments WHERE service = $service AND from_on <= $to AND (to_on IS NULL OR to_on >= $from)',
    { service, from, to },
  );
  return rows.map(({ childId }) => childId);
}

/** One enrolment. Throws AppError `notFound`. */
export async function enrolmentById(db: Database, id: number): Promise<Enrolment> {
  const row = await db.selectOne<Row>(`SELECT ${COLUMNS} FROM enrolments WHERE id = $id`, { id });
  if (!row) throw notFound();
  return fromRow(row);
}

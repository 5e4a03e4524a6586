import type { Database } from '../../platform/database/database';
import type { FilePart } from '../town/portal-settings-schema';

export type RequestState = 'waiting' | 'accepted' | 'refused' | 'withdrawn';

/** Which field of whom. A tick of "urgence" or "sortie" has both ids, a field of the family none. */
export interface RequestKey {
  readonly familyId: number;
  readonly personId: number | null;
  readonly childId: number | null;
  readonly part: FilePart;
  readonly field: string;
}

export interface RequestRow extends RequestKey {
  readonly id: number;
  readonly before: string;
  readonly after: string;
  readonly state: RequestState;
  readonly reason: string;
  readonly askedAt: string;
  readonly askedBy: number;
  readonly decidedAt: string | null;
}

/** A request that still concerns the parents: it waits, or was refused last. */
export interface OpenRequest extends RequestRow {
  readonly askedName: string;
}

const COLUMNS = `request.id, request.family_id AS familyId, request.person_id AS personId, request.child_id AS childId, request.part, request.field, request.before,
  request.after, request.state, request.reason, request.asked_at AS askedAt, request.asked_by AS askedBy, request.decided_at AS decidedAt,
  trim(asker.first_name || ' ' || upper(asker.last_name)) AS askedName`;
const FROM = 'FROM profile_requests request JOIN persons asker ON asker.id = request.asked_by';

/** Of each field of a family, the last request when it waits or was refused. */
export const openRequestsOf = (db: Database, familyId: number): Promise<OpenRequest[]> =>
  db.select<OpenRequest>(
    `SELECT ${COLUMNS} ${FROM} WHERE request.state IN ('waiting', 'refused') AND request.id IN (
       SELECT max(id) FROM profile_requests WHERE family_id = $familyId GROUP BY coalesce(person_id, 0), coalesce(child_id, 0), part, field)`,
    { familyId },
  );

/** What waits for the town hall, of one family or of all that are not archived; the oldest first. */
export const waitingRequests = (db: Database, familyId: number | null = null): Promise<OpenRequest[]> =>
  db.select<OpenRequest>(
    `SELECT ${COLUMNS} ${FROM} JOIN families family ON family.id = request.family_id AND family.archived_at IS NULL
     WHERE request.state = 'waiting' AND ($familyId IS NULL OR request.family_id = $familyId) ORDER BY request.asked_at, request.id`,
    { familyId },
  );

export async function waitingRequestCount(db: Database, familyId: number | null = null): Promise<number> {
  const row = await db.selectOne<{ count: number }>(
    `SELECT count(*) AS count FROM profile_requests request JOIN families family ON family.id = request.family_id AND family.archived_at IS NULL
     WHERE request.state = 'waiting' AND ($familyId IS NULL OR request.family_id = $familyId)`, { familyId },
  );
  return row?.count ?? 0;
}

/** True for the request of this very field. */
export const isOf = (request: RequestKey, key: Omit<RequestKey, 'familyId'>): boolean =>
  request.personId === key.personId && request.childId === key.childId && request.part === key.part && request.field === key.field;

/** Keeps a request, inside a write. */
export const insertRequest = (db: Database, { familyId, personId, childId, part, field }: RequestKey, said: { before: string; after: string; askedAt: string; askedBy: number }): Promise<number> =>
  db.run(
    `INSERT INTO profile_requests (family_id, person_id, child_id, part, field, before, after, state, asked_at, asked_by)
     VALUES ($familyId, $personId, $childId, $part, $field, $before, $after, 'waiting', $askedAt, $askedBy)`,
    { familyId, personId, childId, part, field, ...said },
  );

/** Takes a waiting request back, inside a write; what it held of health data is forgotten. */
export const withdrawRow = (db: Database, id: number): Promise<number> =>
  db.run(
    `UPDATE profile_requests SET state = 'withdrawn', before = CASE part WHEN 'childHealth' THEN '' ELSE before END, after = CASE part WHEN 'childHealth' THEN '' ELSE after END
     WHERE id = $id AND state = 'waiting'`, { id },
  );

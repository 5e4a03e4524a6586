import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { Planned } from './roll-call-plan';

/** Writes what was planned, a statement a table whatever the number of children. Inside a write. */
export async function keepRollCall(db: Database, day: LocalDate, planned: readonly Planned[], now: Instant): Promise<void> {
  await keepCalls(db, day, planned, now);
  const withdrawn = planned.flatMap((one) => one.withdrawn);
  if (withdrawn.length > 0) {
    await db.run('UPDATE absence_notices SET withdrawn_at = $now WHERE id IN (SELECT value FROM json_each($ids))', { now, ids: JSON.stringify(withdrawn) });
  }
  await keepReasons(db, day, planned, now);
}

async function keepCalls(db: Database, day: LocalDate, planned: readonly Planned[], now: Instant): Promise<void> {
  const rows = planned.filter(({ entry }) => entry.state !== null).map(({ entry, current }) => ({
    childId: entry.childId, service: entry.service, state: entry.state === 'present' ? 'present' : 'absent',
    arrival: entry.state === 'present' ? entry.arrival : null, departure: entry.state === 'present' ? entry.departure : null,
    familyId: current.familyId, recordedAt: nextInstant(now, current.call?.recordedAt),
  }));
  const cleared = planned.filter(({ entry }) => entry.state === null).map(({ entry: { childId, service } }) => ({ childId, service }));
  if (rows.length > 0) {
    await db.run(
      `INSERT INTO attendance (child_id, service, day, state, arrival, departure, family_id, recorded_at)
       SELECT value ->> 'childId', value ->> 'service', $day, value ->> 'state', value ->> 'arrival', value ->> 'departure', value ->> 'familyId', value ->> 'recordedAt'
       FROM json_each($rows) WHERE TRUE
       ON CONFLICT DO UPDATE SET state = excluded.state, arrival = excluded.arrival, departure = excluded.departure,
         family_id = excluded.family_id, recorded_at = excluded.recorded_at`,
      { day, rows: JSON.stringify(rows) },
    );
  }
  if (cleared.length > 0) {
    await db.run(
      `DELETE FROM attendance WHERE day = $day
       AND (child_id, service) IN (SELECT value ->> 'childId', value ->> 'service' FROM json_each($cleared))`,
      { day, cleared: JSON.stringify(cleared) },
    );
  }
}

/** Each change of a row has an instant of its own, even within one tick of the clock: it is how devices tell states apart. */
function nextInstant(now: Instant, before: Instant | undefined): Instant {
  if (before === undefined || before < now) return now;
  return new Date(Date.parse(before) + 1).toISOString() as Instant;
}

async function keepReasons(db: Database, day: LocalDate, planned: readonly Planned[], now: Instant): Promise<void> {
  const notices = planned.flatMap(({ entry: { childId, service }, notice }) => (notice ? [{ childId, service, ...notice }] : []));
  if (notices.length > 0) {
    await db.run(
      `INSERT INTO absence_notices (child_id, service, from_on, to_on, reason, told_at, note, recorded_at)
       SELECT value ->> 'childId', value ->> 'service', $day, $day, value ->> 'reason', value ->> 'toldAt', value ->> 'note', $now FROM json_each($notices)`,
      { day, now, notices: JSON.stringify(notices) },
    );
  }
  // A paper proves the whole day of the child, whatever the number of services called at once.
  const proved = [...new Set(planned.flatMap(({ entry, proof }) => (proof ? [entry.childId] : [])))];
  if (proved.length > 0) {
    await db.run(
      `INSERT INTO absence_proofs (child_id, kind, from_on, to_on, received_at, recorded_at)
       SELECT value, 'medical', $day, $day, $now, $now FROM json_each($proved)`,
      { day, now, proved: JSON.stringify(proved) },
    );
  }
}

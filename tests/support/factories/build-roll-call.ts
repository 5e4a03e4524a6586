import { rollCallModels } from '../../../src-main/features/child-days/roll-call-models';
import type { Database } from '../../../src-main/platform/database/database';

interface CalledDayToBuild {
  childId: number;
  familyId: number;
  day: string;
  service?: string;
  state?: 'present' | 'absent';
  arrival?: string;
  departure?: string;
  recordedAt?: string;
}

/** A roll call of one child; present in the first service unless said otherwise. */
export function buildCalledDay(db: Database, given: CalledDayToBuild): Promise<void> {
  const { service = 'cantine-1', state = 'present', arrival = null, departure = null, recordedAt = `${given.day}T11:00:00.000Z`, childId, familyId, day } = given;
  return db.write(async () => {
    await db.run(
      `INSERT INTO attendance (child_id, service, day, state, arrival, departure, family_id, recorded_at)
       VALUES ($childId, $service, $day, $state, $arrival, $departure, $familyId, $recordedAt)`,
      { childId, service, day, state, arrival, departure, familyId, recordedAt },
    );
  });
}

interface AbsenceToBuild {
  childId: number;
  fromOn: string;
  toOn?: string;
  service?: string;
  toldAt: string;
  reason?: string;
  /** An accepted paper of this kind instead of a notice. */
  proof?: string;
}

/** An absence that was told, or proved by a paper. Returns its id. */
export async function buildAbsence(db: Database, { proof, service = undefined, reason = 'family', toldAt, ...given }: AbsenceToBuild): Promise<number> {
  const about = { childId: given.childId, fromOn: given.fromOn, toOn: given.toOn ?? given.fromOn, note: '', recordedAt: toldAt, withdrawnAt: null };
  const { AbsenceNotice, AbsenceProof } = rollCallModels(db);
  const row = await db.write(async () => (proof
    ? AbsenceProof.create({ ...about, kind: proof, receivedAt: toldAt })
    : AbsenceNotice.create({ ...about, service: service ?? null, reason, toldAt })));
  return row.id;
}

/** A day on which the school or the town is the cause of absences. Returns its id. */
export async function buildDisruption(db: Database, given: { fromOn: string; toOn?: string; reason: string; schoolId?: number; classId?: number; service?: string }): Promise<number> {
  const { toOn = given.fromOn, schoolId = null, classId = null, service = null, fromOn, reason } = given;
  const row = await db.write(() => rollCallModels(db).Disruption.create({
    fromOn, toOn, reason, schoolId, classId, service, note: '', recordedAt: `${fromOn}T06:00:00.000Z`, withdrawnAt: null,
  }));
  return row.id;
}

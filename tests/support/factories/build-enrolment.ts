import type { CreationAttributes } from 'sequelize';
import { enrolmentModels } from '../../../src-main/features/enrolments/models';
import type { EnrolmentRow } from '../../../src-main/features/enrolments/models';
import type { Weekday } from '../../../src-main/kernel/local-date';
import type { Database } from '../../../src-main/platform/database/database';

/** An enrolment from September 2026 in the first service, day by day unless a usual `week` is given. Returns its id. */
export async function buildEnrolment(db: Database, given: Partial<Omit<CreationAttributes<EnrolmentRow>, 'week'>> & { childId: number; week?: readonly Weekday[] }): Promise<number> {
  const { week = [], ...values } = given;
  const row = await db.write(() => enrolmentModels(db).Enrolment.create({
    service: 'cantine-1', fromOn: '2026-09-01', toOn: null, status: null, requestedAt: '2026-08-20T08:00:00.000Z', week: JSON.stringify(week), ...values,
  }));
  return row.id;
}

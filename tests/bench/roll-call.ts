import { attendanceStaff } from '../../src-main/features/attendance/staff';
import type { RollCallEntry } from '../../src-main/features/attendance/schema';
import { createCallerFactory } from '../../src-main/platform/procedures/procedures';
import { addDays, localDate } from '../../src-main/kernel/local-date';
import { wording } from '../../src-main/host/wording';
import { buildEnrolment } from '../support/factories/build-enrolment';
import { buildFamily } from '../support/factories/build-family';
import { buildRulebook } from '../support/factories/build-rulebook';
import { at, openTestDatabase, STAFF } from '../support/open-test-database';
import { percentile, timed } from './table';
import type { Measure } from './table';

const CHILDREN = 200;
const DAYS = 20;

/** A canteen of 200 children called and saved, one tap in ten an absence with its reason; then read again. */
export async function benchRollCall(): Promise<Measure[]> {
  const town = await openTestDatabase(wording);
  await buildRulebook(town.db);
  const childIds: number[] = [];
  for (let index = 0; index < CHILDREN / 2; index += 1) childIds.push(...(await buildFamily(town.db, { children: [{ firstName: `Un ${index}` }, { firstName: `Deux ${index}` }] })).childIds);
  for (const childId of childIds) await buildEnrolment(town.db, { childId, week: ['mon', 'tue', 'thu', 'fri'] });
  town.clock.set(at('2026-12-04T18:00'));
  const caller = createCallerFactory(attendanceStaff)(town.doorOf(STAFF));
  const saves: number[] = [];
  const reads: number[] = [];
  for (let index = 0; index < DAYS; index += 1) {
    const day = addDays(localDate('2026-11-05'), index);
    const entries = childIds.map((childId, place): RollCallEntry => ({ childId, service: 'cantine-1', state: place % 10 === 0 ? 'excused' : 'present', seenAt: null }));
    saves.push(await timed(() => caller.save({ day, entries })));
    reads.push(await timed(() => caller.rollCall({ day })));
  }
  await town.close();
  return [
    { name: 'roll call of 200 children saved, p50', value: percentile(saves, 0.5), unit: 'ms' },
    { name: 'roll call of 200 children saved, p95', value: percentile(saves, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 100 } },
    { name: 'roll call of 200 children read, p95', value: percentile(reads, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 100 } },
  ];
}

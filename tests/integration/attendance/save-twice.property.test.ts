import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attendanceMessages } from '../../../src-main/features/attendance/messages.fr';
import { NOTICE_REASONS } from '../../../src-main/features/attendance/schema';
import type { RollCallEntry } from '../../../src-main/features/attendance/schema';
import { attendanceStaff } from '../../../src-main/features/attendance/staff';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { buildEnrolment } from '../../support/factories/build-enrolment';
import { buildFamily } from '../../support/factories/build-family';
import { buildRulebook } from '../../support/factories/build-rulebook';
import { at, openTestDatabase, STAFF } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

const DAY = '2026-11-05' as LocalDate;
const SERVICES = ['cantine-1', 'cantine-2'];
const callerOf = createCallerFactory(attendanceStaff);

let town: TestDatabase;
let staff: ReturnType<typeof callerOf>;
let childIds: readonly number[];

beforeAll(async () => {
  town = await openTestDatabase(attendanceMessages);
  await buildRulebook(town.db);
  ({ childIds } = await buildFamily(town.db, { children: [{ firstName: 'Anna' }, { firstName: 'Théo' }, { firstName: 'Zoé' }] }));
  for (const childId of childIds) await buildEnrolment(town.db, { childId, week: ['thu'] });
  staff = callerOf(town.doorOf(STAFF));
});
afterAll(() => town.close());

const excuse = fc.record({
  reason: fc.constantFrom(...NOTICE_REASONS), note: fc.constantFrom('', 'appel du matin'), certificate: fc.boolean(),
  toldAt: fc.constantFrom(null, '2026-11-05T08:05' as never),
});
const tap = fc.record({
  child: fc.nat(2), service: fc.constantFrom(...SERVICES), state: fc.constantFrom('present' as const, 'absent' as const, 'excused' as const, null),
  departure: fc.constantFrom(null, '13:05'), excuse: fc.option(excuse, { nil: undefined }),
});
const save = fc.uniqueArray(tap, { minLength: 1, maxLength: 6, selector: ({ child, service }) => `${child} ${service}` });

async function stored(): Promise<unknown[]> {
  const tables = ['attendance', 'absence_notices', 'absence_proofs'];
  return Promise.all(tables.map((table) => town.db.select(`SELECT * FROM ${table} ORDER BY 1, 2, 3`)));
}

it('whatever was called before, a roll call sent twice is saved once, and the list shows what was sent', async () => {
  await fc.assert(fc.asyncProperty(fc.array(save, { minLength: 1, maxLength: 4 }), async (history) => {
    await town.db.write(async () => {
      for (const table of ['attendance', 'absence_notices', 'absence_proofs']) await town.db.run(`DELETE FROM ${table}`);
    });
    town.clock.set(at('2026-11-05T12:00'));
    for (const taps of history) {
      const { rows } = await staff.rollCall({ day: DAY, services: SERVICES });
      const entries = taps.map(({ child, ...wish }): RollCallEntry => {
        const childId = childIds[child]!;
        const seenAt = rows.find((row) => row.childId === childId && row.service === wish.service)?.recordedAt ?? null;
        return { ...wish, childId, seenAt };
      });
      expect((await staff.save({ day: DAY, entries })).conflicts).toEqual([]);
      const once = await stored();
      expect(await staff.save({ day: DAY, entries })).toMatchObject({ saved: 0, conflicts: [] });
      expect(await stored()).toEqual(once);
      const shown = (await staff.rollCall({ day: DAY, services: SERVICES })).rows;
      for (const { childId, service, state } of entries) {
        const row = shown.find((one) => one.childId === childId && one.service === service);
        // An accepted paper excuses the whole day: an absence noted afterwards stays excused.
        const proved = row?.reasons.some(({ source }) => source === 'proof') ?? false;
        if (state === 'present' || !proved) expect(row?.state ?? null).toBe(state);
      }
    }
  }), { numRuns: 60, seed: 4 });
});

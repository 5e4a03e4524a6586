import { statSync } from 'node:fs';
import { addDays } from '../../src-main/kernel/local-date';
import type { LocalDate, Weekday } from '../../src-main/kernel/local-date';
import { bookingsParent } from '../../src-main/features/bookings/parent';
import { createCallerFactory } from '../../src-main/platform/procedures/procedures';
import { wording } from '../../src-main/host/wording';
import { buildEnrolment } from '../support/factories/build-enrolment';
import { buildFamily } from '../support/factories/build-family';
import { buildRulebook } from '../support/factories/build-rulebook';
import { openTestDatabase, parentActor } from '../support/open-test-database';
import type { TestDatabase } from '../support/open-test-database';
import { percentile, timed } from './table';
import type { Measure } from './table';

const FAMILIES = 100;
const CHILDREN_EACH = 2;
const BULK_TURNS = 10;
/** Four school weeks of four days: a month of canteen. */
const MONDAYS = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'] as const;
const callerOf = createCallerFactory(bookingsParent);

/** A school year of three children at once: what it will do, and doing it; among families whose places count. */
async function benchBulk(town: TestDatabase): Promise<Measure[]> {
  await town.db.write(() => town.db.run("INSERT INTO capacities (service, from_on, places) VALUES ('cantine-1', '2026-09-01', 500)"));
  const [planned, booked]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < BULK_TURNS; turn += 1) {
    const family = await buildFamily(town.db, { children: [{}, {}, {}] });
    for (const childId of family.childIds) await buildEnrolment(town.db, { childId });
    const caller = callerOf(town.doorOf(parentActor(family.guardianIds[0]!)));
    const year = {
      service: 'cantine-1', childIds: [...family.childIds], weekdays: ['mon', 'tue', 'thu', 'fri'] as Weekday[],
      from: '2026-11-05' as LocalDate, to: '2027-08-31' as LocalDate, mode: 'add' as const, every: 1 as const,
    };
    planned.push(await timed(() => caller.bulkPreview(year)));
    booked.push(await timed(() => caller.bulkBook(year)));
  }
  return [
    { name: 'a school year of 3 children previewed, p95', value: percentile(planned, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 300 } },
    { name: 'a school year of 3 children booked at once, p95', value: percentile(booked, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 300 } },
  ];
}

interface Parent {
  readonly caller: ReturnType<typeof callerOf>;
  readonly childIds: readonly number[];
}

async function buildParents(town: TestDatabase, count: number): Promise<Parent[]> {
  const parents: Parent[] = [];
  for (let index = 0; index < count; index += 1) {
    const family = await buildFamily(town.db, { children: Array.from({ length: CHILDREN_EACH }, (_, child) => ({ firstName: `Enfant ${child}` })) });
    for (const childId of family.childIds) await buildEnrolment(town.db, { childId });
    parents.push({ caller: callerOf(town.doorOf(parentActor(family.guardianIds[0]!))), childIds: family.childIds });
  }
  return parents;
}

function bookWeek({ caller, childIds }: Parent, monday: string): Promise<unknown> {
  const days = [0, 1, 3, 4].map((offset) => addDays(monday as LocalDate, offset));
  const changes = childIds.flatMap((childId) => days.map((day) => ({ childId, service: 'cantine-1', day, booked: true })));
  return caller.book({ by: 'week', day: monday as LocalDate, changes });
}

/** A week for two children, booked through the parents' procedure: rules, journal and receipts included. */
export async function benchBooking(): Promise<Measure[]> {
  const town = await openTestDatabase(wording);
  await buildRulebook(town.db);
  // A host runs for weeks: what is measured is not its first second.
  for (const parent of await buildParents(town, FAMILIES / 2)) for (const monday of MONDAYS) await bookWeek(parent, monday);
  const parents = await buildParents(town, FAMILIES);
  const before = await sizeOf(town.db.file);
  const samples: number[] = [];
  const start = performance.now();
  for (const monday of MONDAYS) {
    for (const parent of parents) samples.push(await timed(() => bookWeek(parent, monday)));
  }
  const seconds = (performance.now() - start) / 1000;
  const bytes = (await sizeOf(town.db.file)) - before;
  const alone: number[] = [];
  for (const { caller } of parents) alone.push(await timed(() => caller.period({ by: 'month', day: MONDAYS[0] as LocalDate })));
  const bulk = await benchBulk(town);
  await town.close();
  return [
    { name: 'a month shown (2 children), p95', value: percentile(alone, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 50 } },
    ...bulk,
    { name: "a week booked (2 children), p50", value: percentile(samples, 0.5), unit: 'ms' },
    { name: "a week booked (2 children), p95", value: percentile(samples, 0.95), unit: 'ms', goal: { kind: 'atMost', value: 10 }, rival: 35 },
    { name: 'weeks booked a second', value: samples.length / seconds, unit: '/s' },
    { name: 'database a child-month (16 days)', value: bytes / (FAMILIES * CHILDREN_EACH) / 1000, unit: 'kB', goal: { kind: 'atMost', value: 4 }, rival: 11 },
  ];

  async function sizeOf(file: string): Promise<number> {
    await town.db.write(() => Promise.resolve());
    await town.db.select('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => []);
    return statSync(file).size + statSync(`${file}-wal`).size;
  }
}

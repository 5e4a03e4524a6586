import { daysFrom, weekdayOf } from '../../src-main/kernel/local-date';
import type { LocalDate } from '../../src-main/kernel/local-date';
import { checkAccounts } from '../../src-main/features/billing/check-billing';
import { issueRun } from '../../src-main/features/billing/issue-run';
import { billingStaff } from '../../src-main/features/billing/staff';
import { startRun } from '../../src-main/features/billing/start-run';
import { createCallerFactory } from '../../src-main/platform/procedures/procedures';
import { wording } from '../../src-main/host/wording';
import { buildCrowd } from '../support/factories/build-crowd';
import { buildRulebook } from '../support/factories/build-rulebook';
import { openTestDatabase, STAFF } from '../support/open-test-database';
import type { TestDatabase } from '../support/open-test-database';
import { timed } from './table';
import type { Measure } from './table';

const SEPTEMBER = { from: '2026-09-01' as LocalDate, to: '2026-09-30' as LocalDate };
const DAYS = 16;

/** Families of two children, each booked and seen on sixteen days of September. */
async function openTown(families: number): Promise<TestDatabase> {
  const town = await openTestDatabase(wording);
  await buildRulebook(town.db);
  await buildCrowd(town.db, { families, childrenEach: 2 });
  const days = daysFrom(SEPTEMBER.from, SEPTEMBER.to).filter((day) => ['mon', 'tue', 'thu', 'fri'].includes(weekdayOf(day))).slice(0, DAYS);
  const bind = { days: JSON.stringify(days), at: '2026-08-25T08:00:00.000Z' };
  await town.db.write(async () => {
    await town.db.run(`INSERT INTO bookings (child_id, service, day, state, timing, family_id, decided_at)
      SELECT link.child_id, 'cantine-1', day.value, 'booked', 'inTime', link.family_id, $at FROM family_children link, json_each($days) day`, bind);
    await town.db.run(`INSERT INTO attendance (child_id, service, day, state, family_id, recorded_at)
      SELECT link.child_id, 'cantine-1', day.value, 'present', link.family_id, day.value || 'T11:00:00.000Z' FROM family_children link, json_each($days) day`, bind);
  });
  return town;
}

interface Issued {
  readonly previewMs: number;
  readonly issueMs: number;
  readonly longestWaitMs: number;
  readonly faults: number;
  readonly invoices: number;
}

/** Issues the month, and asks for a small write all the while: how long others wait. */
async function issueMonth(families: number): Promise<Issued> {
  const town = await openTown(families);
  const context = town.contextOf();
  const caller = createCallerFactory(billingStaff)(town.doorOf(STAFF));
  const { runId } = await startRun(context, SEPTEMBER);
  const previewMs = await timed(() => caller.preview({ runId }));
  let isOver = false;
  let longestWaitMs = 0;
  const other = (async () => {
    while (!isOver) {
      longestWaitMs = Math.max(longestWaitMs, await timed(() => town.db.write(() => Promise.resolve())));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  const issueMs = await timed(() => issueRun(context, runId));
  isOver = true;
  await other;
  const { faults } = await checkAccounts(town.db);
  const count = await town.db.selectOne<{ invoices: number }>('SELECT count(*) AS invoices FROM invoices');
  await town.close();
  return { previewMs, issueMs, longestWaitMs, faults: faults.length, invoices: count!.invoices };
}

/** A month end: families of two children, sixteen days each, from what was recorded to the ledger. */
export async function benchBilling(): Promise<Measure[]> {
  await issueMonth(20);
  const half = await issueMonth(500);
  const full = await issueMonth(1000);
  const megabytes = process.memoryUsage().rss / 1e6;
  return [
    { name: 'a month issued for 500 families', value: half.issueMs, unit: 'ms', goal: { kind: 'atMost', value: 1000 }, rival: 12_000 },
    { name: '1 000 families, times 500 families', value: full.issueMs / half.issueMs, unit: '×', goal: { kind: 'atMost', value: 2.1 } },
    { name: 'preview of 1 000 families, first time', value: full.previewMs, unit: 'ms' },
    { name: 'longest wait of another write', value: Math.max(half.longestWaitMs, full.longestWaitMs), unit: 'ms', goal: { kind: 'atMost', value: 200 } },
    { name: 'memory after both', value: megabytes, unit: 'MB', goal: { kind: 'atMost', value: 300 }, rival: 592 },
    { name: 'invoices that do not add up', value: half.faults + full.faults + (half.invoices - 500) + (full.invoices - 1000), unit: '', goal: { kind: 'atMost', value: 0 } },
  ];
}

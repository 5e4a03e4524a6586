import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountOf, balancesOf } from '../../../src-main/features/ledger/account';
import { allocate, allocateOldestFirst, freeEntry } from '../../../src-main/features/ledger/allocate';
import { checkAccounts } from '../../../src-main/features/ledger/check-accounts';
import { postEntry } from '../../../src-main/features/ledger/post-entry';
import type { EntryKind } from '../../../src-main/features/ledger/schema';
import { addDays, localDate } from '../../../src-main/kernel/local-date';
import { buildFamily } from '../../support/factories/build-family';
import { openTestDatabase } from '../../support/open-test-database';
import type { TestDatabase } from '../../support/open-test-database';

type Step =
  | { readonly do: 'post'; readonly kind: EntryKind; readonly cents: number; readonly dueAfter: number }
  | { readonly do: 'allocateAll' }
  | { readonly do: 'allocate'; readonly credit: number; readonly debit: number; readonly cents: number }
  | { readonly do: 'free'; readonly entry: number };

const amount = fc.integer({ min: 1, max: 30_000 });
const nth = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('post' as const), kind: fc.constantFrom('invoice' as const, 'reversal' as const), cents: amount, dueAfter: fc.nat({ max: 60 }) }),
  fc.record({ do: fc.constant('post' as const), kind: fc.constantFrom('payment' as const, 'creditNote' as const), cents: amount.map((cents) => -cents), dueAfter: fc.constant(0) }),
  fc.record({ do: fc.constant('allocateAll' as const) }),
  fc.record({ do: fc.constant('allocate' as const), credit: nth, debit: nth, cents: amount }),
  fc.record({ do: fc.constant('free' as const), entry: nth }),
);

const TODAY = localDate('2026-11-05');
let town: TestDatabase;
beforeAll(async () => {
  town = await openTestDatabase();
});
afterAll(() => town.close());

/** Does a step in its own write, as commands do; what the ledger refuses changes nothing. */
async function play(familyId: number, ids: number[], one: Step): Promise<void> {
  const { db } = town;
  const context = town.contextOf();
  const work = db.write(async () => {
    if (one.do === 'post') {
      ids.push(await postEntry(context, { familyId, kind: one.kind, cents: one.cents, label: `Pièce ${ids.length}`, onDay: TODAY, dueOn: one.cents > 0 ? addDays(TODAY, one.dueAfter) : null }));
    } else if (one.do === 'allocateAll') await allocateOldestFirst(context, familyId);
    else if (ids.length > 0 && one.do === 'allocate') await allocate(context, ids[one.credit % ids.length]!, ids[one.debit % ids.length]!, one.cents);
    else if (ids.length > 0 && one.do === 'free') await freeEntry(context, ids[one.entry % ids.length]!);
  });
  await work.catch((failure: unknown) => {
    if (!(failure instanceof RangeError) && !(failure instanceof Error && failure.message === 'ledger.overAllocated')) throw failure;
  });
}

it('whatever is posted, allocated and freed in whatever order, the account adds up', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
    const { familyId } = await buildFamily(town.db, { children: [] });
    const ids: number[] = [];
    for (const one of steps) await play(familyId, ids, one);
    expect(await checkAccounts(town.db)).toEqual([]);

    const account = await accountOf(town.db, familyId, TODAY);
    const open = account.entries.reduce((sum, { cents, openCents }) => sum + (cents > 0 ? openCents : -openCents), 0);
    expect(account.balanceCents).toBe(open);
    expect(account.balanceCents).toBe(account.entries.reduce((sum, { cents }) => sum + cents, 0));
    expect((await balancesOf(town.db, [familyId])).get(familyId)).toBe(account.balanceCents);
    for (const { cents, openCents } of account.entries) expect(openCents >= 0 && openCents <= Math.abs(cents)).toBe(true);

    await play(familyId, ids, { do: 'allocateAll' });
    const settled = (await accountOf(town.db, familyId, TODAY)).entries.filter(({ openCents }) => openCents > 0);
    expect(new Set(settled.map(({ cents }) => Math.sign(cents))).size).toBeLessThan(2);
  }), { numRuns: 60 });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkLedger } from '../../../src-main/features/ledger/check-ledger';
import { AppError } from '../../../src-main/kernel/errors';
import { openDesk } from './setup';

type Step =
  | { readonly do: 'invoice'; readonly cents: number; readonly due: string; readonly second: boolean }
  | { readonly do: 'pay'; readonly cents: number; readonly second: boolean; readonly chosen: number; readonly part: number; readonly twice: boolean }
  | { readonly do: 'reverse'; readonly nth: number }
  | { readonly do: 'move'; readonly nth: number; readonly to: number; readonly cents: number };

const cents = fc.integer({ min: 1, max: 20_000 });
const nth = fc.nat({ max: 12 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('invoice' as const), cents, due: fc.constantFrom('2026-10-15', '2026-11-15', '2026-12-15'), second: fc.boolean() }),
  fc.record({ do: fc.constant('pay' as const), cents, second: fc.boolean(), chosen: nth, part: cents, twice: fc.boolean() }),
  fc.record({ do: fc.constant('reverse' as const), nth }),
  fc.record({ do: fc.constant('move' as const), nth, to: nth, cents }),
);

const desk = openDesk();

/** A refusal that was foreseen changes nothing; anything else fails the test. */
const refusedOr = <T>(call: Promise<T>): Promise<T | null> => call.catch((failure: unknown) => {
  if (failure instanceof Error && failure.cause instanceof AppError) return null;
  throw failure;
});

it('whatever is invoiced, paid, taken back and moved, the ledger adds up and receipts have no gap', async () => {
  let run = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
    run += 1;
    const debits: number[] = [];
    const payments: number[] = [];
    for (const [index, one] of steps.entries()) {
      if (one.do === 'invoice') debits.push((await desk.invoice({ cents: one.cents, dueOn: one.due, payerId: desk.payerIds[one.second ? 1 : 0] })).entryId);
      if (one.do === 'pay') {
        const entryId = debits[one.chosen];
        const input = {
          cents: one.cents, payerId: desk.payerIds[one.second ? 1 : 0], requestKey: `property-${run}-${index}`, acceptOverpayment: true,
          chosen: entryId ? [{ entryId, cents: Math.min(one.part, one.cents) }] : [],
        };
        const made = await Promise.all([input, ...(one.twice ? [input] : [])].map((sent) => refusedOr(desk.record(sent))));
        expect(new Set(made.map((recorded) => recorded?.paymentId)).size).toBe(1);
        if (made[0]) payments.push(made[0].paymentId);
      }
      const paymentId = 'nth' in one ? payments[one.nth] : undefined;
      if (one.do === 'reverse' && paymentId) await refusedOr(desk.staff.reverse({ paymentId, reason: 'Essai' }));
      if (one.do === 'move' && paymentId && debits[one.to]) {
        const { stamp } = await desk.staff.read({ paymentId });
        await refusedOr(desk.staff.changeAllocation({ paymentId, stamp, chosen: [{ entryId: debits[one.to]!, cents: one.cents }] }));
      }
    }
    expect(await checkLedger(desk.house.db)).toEqual([]);
    const { balanceCents, owedCents, creditCents } = await desk.staff.due({ familyId: desk.familyId });
    expect(owedCents - creditCents).toBe(balanceCents);
    expect(Math.min(owedCents, creditCents)).toBe(0);
  }), { numRuns: 30 });
});

import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { invoicedMonths } from '../../../src-main/features/billing/earlier-months';
import { priceMonth } from '../../../src-main/features/billing/price-month';
import { rulebookOf } from '../../../src-main/features/town-rules/rulebook-of';
import { recordPayment } from '../../../src-main/features/payments/record-payment';
import { reversePayment } from '../../../src-main/features/payments/reverse-payment';
import { recordInput } from '../../../src-main/features/payments/schema';
import { AppError } from '../../../src-main/kernel/errors';
import { addDays } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { plusSeconds } from '../../../src-main/platform/clock';
import { buildAbsence } from '../../support/factories/build-roll-call';
import { openTown } from './setup';
import type { Eaters } from './setup';

const FIRST = '2026-09-01' as LocalDate;
const MONTHS = ['2026-09', '2026-10', '2026-11'];

type Step =
  | { readonly do: 'book'; readonly who: number; readonly day: number; readonly booked: boolean }
  | { readonly do: 'call'; readonly who: number; readonly day: number; readonly state: 'present' | 'absent' | 'cleared' }
  | { readonly do: 'prove'; readonly who: number; readonly day: number; readonly days: number }
  | { readonly do: 'quotient'; readonly who: number; readonly value: number; readonly day: number }
  | { readonly do: 'invoice'; readonly month: number }
  | { readonly do: 'correct' | 'cancel' | 'unpay'; readonly who: number }
  | { readonly do: 'pay'; readonly who: number; readonly cents: number };

const who = fc.nat({ max: 1 });
const day = fc.nat({ max: 90 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('book' as const), who, day, booked: fc.boolean() }),
  fc.record({ do: fc.constant('call' as const), who, day, state: fc.constantFrom('present' as const, 'absent' as const, 'cleared' as const) }),
  fc.record({ do: fc.constant('prove' as const), who, day, days: fc.nat({ max: 12 }) }),
  fc.record({ do: fc.constant('quotient' as const), who, value: fc.constantFrom(300, 700, 1200), day }),
  fc.record({ do: fc.constant('invoice' as const), month: fc.nat({ max: 2 }) }),
  fc.record({ do: fc.constantFrom('correct' as const, 'cancel' as const, 'unpay' as const), who }),
  fc.record({ do: fc.constant('pay' as const), who, cents: fc.integer({ min: 1, max: 3000 }) }),
);

const town = openTown({
  bundles: [{ id: 'plafond', label: 'Plafond mensuel', services: ['cantine-1'], per: 'month', by: 'family', effect: 'atMost', price: 2500 }],
});
beforeAll(() => town.set('2027-01-10T09:00'));

/** A refusal that was foreseen changes nothing; anything else fails the test. */
const refusedOr = <T>(call: Promise<T>): Promise<T | null> => call.catch((failure: unknown) => {
  if (failure instanceof AppError || (failure instanceof Error && failure.cause instanceof AppError)) return null;
  throw failure;
});

let keys = 0;

async function play(one: Step, families: readonly Eaters[]): Promise<void> {
  const { db } = town;
  town.house.clock.set(plusSeconds(town.house.clock.now(), 60));
  const now = town.house.clock.now();
  if (one.do === 'invoice') {
    await town.invoice(MONTHS[one.month]!);
    return;
  }
  const { familyId, childIds: [childId] } = families[one.who] as Eaters & { childIds: [number] };
  const on = 'day' in one ? addDays(FIRST, one.day) : FIRST;
  switch (one.do) {
    case 'book': return void await db.write(() => db.run(
      `INSERT INTO bookings (child_id, service, day, state, timing, family_id, decided_at) VALUES ($childId, 'cantine-1', $on, $state, 'inTime', $familyId, $now)
       ON CONFLICT DO UPDATE SET state = excluded.state, decided_at = excluded.decided_at`, { childId, on, state: one.booked ? 'booked' : 'cancelled', familyId, now }));
    case 'call': return void await db.write(async () => {
      if (one.state === 'cleared') await db.run("DELETE FROM attendance WHERE child_id = $childId AND day = $on", { childId, on });
      else await db.run(
        `INSERT INTO attendance (child_id, service, day, state, family_id, recorded_at) VALUES ($childId, 'cantine-1', $on, $state, $familyId, $now)
         ON CONFLICT DO UPDATE SET state = excluded.state, recorded_at = excluded.recorded_at`, { childId, on, state: one.state, familyId, now });
    });
    case 'prove': return void await buildAbsence(db, { childId, fromOn: on, toOn: addDays(on, one.days), toldAt: now, proof: 'medical' });
    case 'quotient': return void await db.write(() => db.run(
      'INSERT INTO quotients (family_id, value, from_on, recorded_at) VALUES ($familyId, $value, $on, $now)', { familyId, value: String(one.value), on, now }));
    case 'correct': return void await refusedOr(town.staff.correctNow({ familyId }));
    case 'cancel': {
      const [invoice] = (await town.staff.invoices({ familyId })).lines.filter(({ kind }) => kind === 'invoice');
      if (invoice) await refusedOr(town.staff.cancelInvoice({ invoiceId: invoice.id, reason: 'essai' }));
      return;
    }
    case 'pay': {
      keys += 1;
      const input = { familyId, means: 'cash', cents: one.cents, receivedOn: '2027-01-10', reference: '', bank: '', note: '', requestKey: `property-${keys}-key`, acceptOverpayment: true };
      return void await recordPayment(town.house.contextOf(), recordInput.parse(input));
    }
    case 'unpay': {
      const payment = await db.selectOne<{ id: number }>('SELECT id FROM payments WHERE family_id = $familyId ORDER BY id DESC LIMIT 1', { familyId });
      if (payment) await refusedOr(reversePayment(town.house.contextOf(), { paymentId: payment.id, reason: 'essai' }));
    }
  }
}

it('whatever is booked, called, proved, invoiced, cancelled and paid, bills say the present price and nothing issued changes', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 22 }), async (steps) => {
    const families = [await town.eaters({ week: ['mon', 'thu'], quotients: [] }), await town.eaters({ week: ['tue'], guardians: [{}, { firstName: 'Claire' }] })];
    const [paul, claire] = families[1]!.guardianIds as [number, number];
    await town.staff.saveShares({ familyId: families[1]!.familyId, shares: [{ personId: paul, percent: 67 }, { personId: claire, percent: 33 }] });
    await town.invoice('2026-09');
    const issued = new Map<string, string>();
    for (const one of steps) {
      await play(one, families);
      const rows = await town.db.select<{ label: string; paper: string }>('SELECT label, paper FROM invoices');
      for (const { label, paper } of rows) {
        expect(issued.get(label) ?? paper).toBe(paper);
        issued.set(label, paper);
      }
    }
    const months = await invoicedMonths(town.db, [], '2027-01-10' as LocalDate);
    const rulebook = await rulebookOf(town.db);
    for (const { familyId } of families) {
      await refusedOr(town.staff.correctNow({ familyId }));
      let price = 0;
      for (const month of months) for (const line of (await priceMonth(town.db, rulebook, [familyId], month)).get(familyId)?.lines ?? []) price += line.totalCents;
      const billed = await town.db.selectOne<{ cents: number }>('SELECT coalesce(sum(total_cents), 0) AS cents FROM bills WHERE family_id = $familyId', { familyId });
      expect(billed!.cents).toBe(price);
    }
    expect(await town.faults()).toEqual([]);
  }), { numRuns: 15 });
});

it('a run alone finds what changed: nothing is left to correct afterwards', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step.filter((one) => one.do !== 'invoice' && one.do !== 'correct'), { minLength: 1, maxLength: 8 }), async (steps) => {
    const families = [await town.eaters({ week: ['mon'] }), await town.eaters({ week: ['fri'] })];
    for (const month of MONTHS) await town.invoice(month);
    for (const one of steps) await play(one, families);
    town.house.clock.set(plusSeconds(town.house.clock.now(), 60));
    await town.invoice('2026-11');
    for (const { familyId } of families) {
      const { totalCents } = await town.staff.correctionPreview({ familyId });
      expect(totalCents).toBe(0);
    }
  }), { numRuns: 8 });
});

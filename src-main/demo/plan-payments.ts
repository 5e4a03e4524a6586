import { addDays, daysBetween } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import type { StaffActor } from '../kernel/actor';
import { balancesOf } from '../features/ledger/account';
import { recordPayment } from '../features/payments/record-payment';
import { reversePayment } from '../features/payments/reverse-payment';
import type { Means } from '../features/payments/schema';
import { demoMonths } from './demo-months';
import type { Random } from './random';
import type { Settlement } from './settle-families';
import type { Stage } from './stage';

/** How a family pays what it was invoiced. */
type Habit = 'whole' | 'part' | 'above' | 'bounces' | 'never';

const BANKS = ['Crédit Agricole', 'CMB', 'La Banque Postale', 'BNP Paribas'] as const;
const MEANS: readonly Means[] = ['cheque', 'cheque', 'cheque', 'card', 'card', 'transfer', 'transfer', 'cash', 'cash'];
const PAYING_PERCENT = 72;
const PART_PERCENT = 12;
/** Families of the guides: what their pages show must not depend on chance. */
const STEADY: Readonly<Record<string, { readonly habit: Habit; readonly means: Means }>> = {
  alain: { habit: 'whole', means: 'cheque' }, baconnais: { habit: 'never', means: 'cash' },
};

/**
 * Plans what comes in for the invoices of this month's beginning: most families pay, by varied means,
 * some in part, one too much, one by a cheque that comes back. Looks each afternoon for new invoices.
 */
export function planPayments(stage: Stage, settled: Settlement, secretary: StaffActor, random: Random): void {
  const seen = new Set<number>();
  const { invoiced } = demoMonths(stage.today, stage.schoolYear);
  if (!invoiced) return;
  for (let day = invoiced.issuedOn; stage.isOver(day); day = addDays(day, 1)) {
    const on = day;
    stage.plan(on, '15:00', async () => {
      const keys = new Map([...settled.families].map(([key, { familyId }]) => [familyId, key]));
      const owing = await stage.db.select<{ familyId: number; payerId: number }>(
        'SELECT family_id AS familyId, min(payer_id) AS payerId FROM invoices WHERE total_cents > 0 GROUP BY family_id ORDER BY family_id',
      );
      for (const family of owing.filter(({ familyId }) => !seen.has(familyId))) {
        seen.add(family.familyId);
        planFamily(stage, { ...family, ...(STEADY[keys.get(family.familyId) ?? ''] ?? { habit: habitOf(random, seen.size), means: random.pick(MEANS) }) }, on, secretary, random);
      }
    });
  }
}

interface Payer {
  readonly familyId: number;
  readonly payerId: number;
  readonly habit: Habit;
  readonly means: Means;
}

/** Of those who pay, the fifth pays too much and the ninth by a cheque that comes back. */
function habitOf(random: Random, place: number): Habit {
  if (place === 5) return 'above';
  if (place === 9) return 'bounces';
  if (!random.chance(PAYING_PERCENT / 100)) return 'never';
  return random.chance(PART_PERCENT / 100) ? 'part' : 'whole';
}

function planFamily(stage: Stage, payer: Payer, from: LocalDate, secretary: StaffActor, random: Random): void {
  if (payer.habit === 'never') return;
  const days = Math.max(0, daysBetween(from, addDays(stage.today, -1)));
  const day = addDays(from, random.int(0, days));
  const cheque = { reference: String(random.int(1_000_000, 9_999_999)), bank: random.pick(BANKS) };
  const means = payer.habit === 'bounces' ? 'cheque' : payer.means;
  const time = `${random.int(15, 17)}:${random.int(10, 59)}`;
  stage.plan(day, time, () => pay(stage, { ...payer, means }, day, secretary, cheque));
}

async function pay(stage: Stage, payer: Payer, day: LocalDate, secretary: StaffActor, cheque: { readonly reference: string; readonly bank: string }): Promise<void> {
  const { familyId, payerId, means, habit } = payer;
  const context = stage.as(secretary);
  const owed = (await balancesOf(stage.db, [familyId])).get(familyId) ?? 0;
  if (owed <= 0) return;
  const rounded = Math.ceil(owed / 1000) * 1000 + (owed % 1000 === 0 ? 500 : 0);
  const cents = habit === 'above' ? rounded : habit === 'part' ? Math.max(100, Math.floor(owed / 200) * 100) : owed;
  const { paymentId } = await recordPayment(context, {
    familyId, payerId, means, cents, receivedOn: day, note: '', requestKey: `demo-payment-${familyId}`, chosen: [], acceptOverpayment: true,
    reference: means === 'cheque' ? cheque.reference : means === 'transfer' ? `VIR ${cheque.reference}` : '', bank: means === 'cheque' ? cheque.bank : '',
  });
  if (habit === 'bounces') stage.plan(addDays(day, 1), '11:30', () => reversePayment(stage.as(secretary), { paymentId, reason: 'Chèque sans provision, rendu par la banque' }));
}

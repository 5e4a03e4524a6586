import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../../src-main/features/ledger/check-ledger';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';
import { openDesk } from './setup';

describe('a payment recorded', () => {
  const desk = openDesk();

  it('is taken back by an entry of its own: its invoices are to be paid again, its receipt keeps its number', async () => {
    const { label } = await desk.invoice({ cents: 2000 });
    const { paymentId, label: receipt } = await desk.record({ cents: 2500, acceptOverpayment: true });
    expect(await desk.staff.read({ paymentId })).toMatchObject({ creditCents: 500, balanceCents: -500, balanceIfReversedCents: 2000 });
    const after = await desk.staff.reverse({ paymentId, reason: 'Chèque sans provision' });
    expect(after).toMatchObject({ reversed: true, creditCents: 0, balanceCents: 2000, reversal: { reason: 'Chèque sans provision', onDay: '2026-11-05', byName: 'Nadine LE GOFF' } });
    expect(await desk.openOf()).toEqual({ [`Facture ${label}`]: 2000, [`Règlement ${receipt}`]: 0, [`Annulation du règlement ${receipt}`]: 0 });
    expect(await checkLedger(desk.house.db)).toEqual([]);
    const again = await refusalOf(desk.staff.reverse({ paymentId, reason: 'Encore' }), desk.house.services);
    expect(again.message).toBe('Ce règlement a déjà été annulé le 5 novembre 2026.');
  });

  it('is taken back once by two people at once', async () => {
    await desk.invoice({ cents: 2000 });
    const { paymentId } = await desk.record({ cents: 2000 });
    const results = await Promise.allSettled(['un', 'deux'].map((reason) => desk.staff.reverse({ paymentId, reason })));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await checkLedger(desk.house.db)).toEqual([]);
  });

  it('taken back lets another credit of the family settle what it frees', async () => {
    const { label } = await desk.invoice({ cents: 2000 });
    const { paymentId } = await desk.record({ cents: 2000 });
    await desk.record({ cents: 1500, acceptOverpayment: true });
    await desk.staff.reverse({ paymentId, reason: 'Saisi deux fois' });
    expect(await desk.openOf()).toMatchObject({ [`Facture ${label}`]: 500 });
  });

  it('settles other invoices once it is told so, in one deed; someone else’s change is told', async () => {
    const early = await desk.invoice({ cents: 2000, dueOn: '2026-11-15' });
    const late = await desk.invoice({ cents: 3000, dueOn: '2026-12-15' });
    const { paymentId } = await desk.record({ cents: 2000 });
    const { stamp, parts } = await desk.staff.read({ paymentId });
    expect(parts.map(({ mineCents, openCents }) => [mineCents, openCents])).toEqual([[2000, 0], [0, 3000]]);
    const moved = await desk.staff.changeAllocation({ paymentId, stamp, chosen: [{ entryId: late.entryId, cents: 2000 }] });
    expect(moved.parts.map(({ mineCents, openCents }) => [mineCents, openCents])).toEqual([[0, 2000], [2000, 1000]]);
    const stale = await refusalOf(desk.staff.changeAllocation({ paymentId, stamp, chosen: [{ entryId: early.entryId, cents: 2000 }] }), desk.house.services);
    expect(stale.code).toBe('changedMeanwhile');
    const tooMuch = await refusalOf(desk.staff.changeAllocation({ paymentId, stamp: moved.stamp, chosen: [{ entryId: late.entryId, cents: 2001 }] }), desk.house.services);
    expect(plainSpaces(tooMuch.message)).toContain('dépasse le règlement (20,00 €)');
    const entry = await desk.house.db.selectOne<{ before: string; after: string }>("SELECT before, after FROM journal WHERE action = 'payment.allocate' ORDER BY id DESC");
    expect(JSON.parse(entry!.before)).toEqual({ settles: [{ label: `Facture ${early.label}`, cents: 2000 }] });
    expect(JSON.parse(entry!.after)).toEqual({ settles: [{ label: `Facture ${late.label}`, cents: 2000 }] });
    expect(await checkLedger(desk.house.db)).toEqual([]);
  });

  it('cannot take an invoice that another payment has settled, nor move once taken back', async () => {
    const early = await desk.invoice({ cents: 2000, dueOn: '2026-11-15' });
    await desk.invoice({ cents: 3000, dueOn: '2026-12-15' });
    await desk.record({ cents: 2000 });
    const { paymentId } = await desk.record({ cents: 1000 });
    const { stamp } = await desk.staff.read({ paymentId });
    const move = () => desk.staff.changeAllocation({ paymentId, stamp, chosen: [{ entryId: early.entryId, cents: 1000 }] });
    expect((await refusalOf(move(), desk.house.services)).code).toBe('payments.chosenNotDue');
    expect((await desk.staff.read({ paymentId })).stamp).toBe(stamp);
    await desk.staff.reverse({ paymentId, reason: 'Erreur' });
    expect((await refusalOf(move(), desk.house.services)).code).toBe('payments.reversedStays');
    expect((await refusalOf(desk.staff.read({ paymentId: 99_999 }), desk.house.services)).message).toBe('Ce règlement n’existe pas.');
  });
});

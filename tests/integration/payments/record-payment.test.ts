import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../../src-main/features/ledger/check-ledger';
import { receiptPaper } from '../../../src-main/features/payments/receipt-schema';
import { buildFamily } from '../../support/factories/build-family';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';
import { openDesk } from './setup';

describe('a payment', () => {
  const desk = openDesk();
  const refused = async (...given: Parameters<typeof desk.record>) => plainSpaces(await refusalOf(desk.record(...given), desk.house.services));

  it('settles the invoice to be paid first, and gives a receipt with a gapless number', async () => {
    const late = await desk.invoice({ cents: 4000, dueOn: '2026-12-31' });
    const early = await desk.invoice({ cents: 2500, dueOn: '2026-11-15' });
    const first = await desk.record({ cents: 3000, means: 'cheque', reference: '7712345', bank: 'Crédit Agricole', payerId: desk.payerIds[0] });
    expect(first).toMatchObject({
      cents: 3000, balanceCents: 3500, creditCents: 0, again: false,
      settles: [{ label: `Facture ${early.label}`, cents: 2500, leftCents: 0 }, { label: `Facture ${late.label}`, cents: 500, leftCents: 3500 }],
    });
    expect(first.label).toMatch(/^R-2026-\d{6}$/);
    const second = await desk.record({ cents: 3500 });
    expect(Number(second.label.slice(-6))).toBe(Number(first.label.slice(-6)) + 1);
    expect(second.balanceCents).toBe(0);
    expect(await checkLedger(desk.house.db)).toEqual([]);
  });

  it('freezes all that its receipt says', async () => {
    const { label } = await desk.invoice({ cents: 2000, dueOn: '2026-11-15' });
    const { paymentId } = await desk.record({ cents: 2500, means: 'cheque', reference: '991', bank: 'BNP', payerId: desk.payerIds[0], acceptOverpayment: true, receivedOn: '2026-11-03' });
    const row = await desk.house.db.selectOne<{ paper: string }>('SELECT paper FROM payments WHERE id = $paymentId', { paymentId });
    expect(receiptPaper.parse(JSON.parse(row!.paper))).toMatchObject({
      town: { name: 'Saint-Aubin-des-Préaux' }, payer: { name: 'ALAIN Paul', address: '3 rue du Puits' }, family: { id: desk.familyId },
      meansLabel: 'Chèque nº\u00a0991, BNP', cents: 2500, receivedOn: '2026-11-03', recordedOn: '2026-11-05', by: 'Nadine LE GOFF',
      settles: [{ label: `Facture ${label}`, dueOn: '2026-11-15', cents: 2000, leftCents: 0 }], creditCents: 500, balanceCents: -500,
    });
  });

  it('above what is due asks first, then keeps the rest for the next invoice', async () => {
    await desk.invoice({ cents: 2000 });
    const refusal = await refused({ cents: 2600 });
    expect(refusal.fields.cents).toBe('C’est 6,00 € de plus que ce que doit la famille (20,00 €). Confirmez pour garder la différence en avoir, ou corrigez le montant.');
    expect(refusal.code).toBe('payments.overpaid');
    expect(await desk.record({ cents: 2600, acceptOverpayment: true })).toMatchObject({ creditCents: 600, balanceCents: -600 });
    expect((await refused({ cents: 100 })).message).toContain('La famille ne doit rien');
    await desk.invoice({ cents: 1500 });
    expect((await desk.staff.due({ familyId: desk.familyId })).owedCents).toBe(900);
  });

  it('sent twice with the same key is one payment, even at once', async () => {
    await desk.invoice({ cents: 5000 });
    const sent = { cents: 2000, requestKey: 'the-same-key' };
    const both = await Promise.all([desk.record(sent), desk.record(sent)]);
    expect(both.map(({ again }) => again)).toEqual([false, true]);
    expect(both[1]).toMatchObject({ label: both[0].label, balanceCents: 3000 });
    expect((await refused({ ...sent, cents: 2100 })).code).toBe('payments.keyReused');
    expect((await desk.staff.list({ familyId: desk.familyId })).total).toBe(1);
  });

  it('of two people at once both stand, and nothing is settled twice', async () => {
    await desk.invoice({ cents: 3000, dueOn: '2026-11-15' });
    await desk.invoice({ cents: 3000, dueOn: '2026-12-15' });
    const both = await Promise.all([desk.record({ cents: 2000 }), desk.record({ cents: 4000, means: 'card' })]);
    expect(new Set(both.map(({ label }) => label)).size).toBe(2);
    expect((await desk.staff.due({ familyId: desk.familyId })).debits).toEqual([]);
    expect(await checkLedger(desk.house.db)).toEqual([]);
  });

  it('goes where staff choose, the rest to the oldest; never beyond an invoice', async () => {
    const early = await desk.invoice({ cents: 2000, dueOn: '2026-11-15' });
    const late = await desk.invoice({ cents: 3000, dueOn: '2026-12-15' });
    expect((await refused({ cents: 2000, chosen: [{ entryId: late.entryId, cents: 2500 }] })).fields.chosen).toContain('dépasse le règlement (20,00 €)');
    expect((await refused({ cents: 3500, chosen: [{ entryId: late.entryId, cents: 3500 }] })).message).toContain(`« Facture ${late.label} » n’a plus que 30,00 €`);
    expect((await refused({ cents: 100, chosen: [{ entryId: late.entryId, cents: 50 }, { entryId: late.entryId, cents: 50 }] })).message).toContain('citée deux fois');
    const other = await buildFamily(desk.house.db);
    const strange = await desk.invoice({ familyId: other.familyId, payerId: other.guardianIds[0]! });
    expect((await refused({ cents: 100, chosen: [{ entryId: strange.entryId, cents: 100 }] })).code).toBe('payments.chosenNotDue');
    await desk.record({ cents: 2500, chosen: [{ entryId: late.entryId, cents: 1800 }] });
    expect(await desk.openOf()).toMatchObject({ [`Facture ${early.label}`]: 1300, [`Facture ${late.label}`]: 1200 });
  });

  it('of one of two payers settles their own invoice before the other’s', async () => {
    const [paul, claire] = desk.payerIds as [number, number];
    const his = await desk.invoice({ cents: 1000, dueOn: '2026-11-15', payerId: paul });
    const hers = await desk.invoice({ cents: 1000, dueOn: '2026-11-15', payerId: claire });
    await desk.record({ cents: 1000, payerId: claire });
    expect(await desk.openOf()).toMatchObject({ [`Facture ${his.label}`]: 1000, [`Facture ${hers.label}`]: 0 });
    expect(await desk.staff.due({ familyId: desk.familyId })).toMatchObject({ usualPayerId: paul, payers: [{ name: 'ALAIN Paul' }, { name: 'LÉVÊQUE Claire' }] });
  });

  it('of nothing, of a day to come, of long ago, of a stranger is refused at its field', async () => {
    for (const cents of [0, -100, 12.5]) expect(Object.keys((await refused({ cents })).fields)).toEqual(['cents']);
    expect((await refused({ cents: 12.345 })).message).toContain('Indiquez un montant en euros');
    expect((await refused({ cents: 10_000_000 })).message).toContain('trop élevé');
    expect((await refused({ cents: 100, receivedOn: '2026-11-06' })).fields.receivedOn).toBe('Cette date est dans le futur : nous sommes le 5 novembre 2026. Indiquez le jour où le règlement a été reçu.');
    expect((await refused({ cents: 100, receivedOn: '2025-11-04' })).fields.receivedOn).toContain('plus d’un an');
    expect((await refused({ cents: 100, receivedOn: '2026-02-31' })).fields.receivedOn).toBe('Cette date n’existe pas.');
    const other = await buildFamily(desk.house.db);
    expect((await refused({ cents: 100, payerId: other.guardianIds[0] })).fields.payerId).toContain('Choisissez qui a payé');
    expect((await refused({ cents: 100, familyId: 99_999 })).status).toBe('NOT_FOUND');
    expect(await desk.staff.list({ familyId: desk.familyId })).toMatchObject({ total: 0, cents: 0 });
  });

  it('by a cheque that is known already is told, unless that one was taken back', async () => {
    await desk.invoice({ cents: 9000 });
    const cheque = { cents: 3000, means: 'cheque', reference: '4471', bank: 'CMB' } as const;
    const { paymentId, label } = await desk.record(cheque);
    expect((await refused(cheque)).fields.reference).toBe(`Ce chèque a déjà été enregistré pour cette famille le 5 novembre 2026 (reçu ${label}). Vérifiez son numéro.`);
    await desk.staff.reverse({ paymentId, reason: 'Sans provision' });
    expect((await desk.record(cheque)).balanceCents).toBe(6000);
  });

  it('stands in the journal with its words', async () => {
    await desk.invoice({ cents: 3000 });
    const { label } = await desk.record({ cents: 1000, means: 'transfer', reference: 'VIR-88' });
    const entry = await desk.house.db.selectOne<{ subject: string; familyId: number }>("SELECT subject, family_id AS familyId FROM journal WHERE action = 'payment.record' ORDER BY id DESC");
    expect(plainSpaces(entry)).toEqual({ subject: `Famille ALAIN - LÉVÊQUE : règlement ${label} de 10,00 € enregistré (Virement, réf. VIR-88)`, familyId: desk.familyId });
  });
});

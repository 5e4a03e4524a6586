import { describe, expect, it } from 'vitest';
import { receiptsParent } from '../../../src-main/features/payments/parent';
import { createCallerFactory } from '../../../src-main/platform/procedures/procedures';
import { buildFamily } from '../../support/factories/build-family';
import { parentActor, staffWith } from '../../support/open-test-database';
import { refusalOf } from '../../support/refusal-of';
import { doorsOf } from '../../support/staff-caller';
import { paymentsStaff } from '../../../src-main/features/payments/staff';
import { callerOf, openDesk } from './setup';

describe('payments are read', () => {
  const desk = openDesk();

  it('by family, receipt, cheque, day and means, with the totals of all that match', async () => {
    await desk.invoice({ cents: 90_000 });
    const cash = await desk.record({ cents: 1000, receivedOn: '2026-11-03' });
    await desk.record({ cents: 2000, means: 'cheque', reference: '55501', receivedOn: '2026-11-04' });
    const wrong = await desk.record({ cents: 4000, means: 'card', receivedOn: '2026-11-05' });
    await desk.staff.reverse({ paymentId: wrong.paymentId, reason: 'Mauvaise famille' });
    const { familyId } = desk;
    expect(await desk.staff.list({ familyId })).toMatchObject({
      total: 3, cents: 3000, totals: [{ means: 'cash', count: 1, cents: 1000 }, { means: 'cheque', count: 1, cents: 2000 }], reversed: { count: 1, cents: 4000 },
    });
    const found = async (filter: Parameters<typeof desk.staff.list>[0]) => (await desk.staff.list({ familyId, ...filter })).lines.map(({ cents }) => cents);
    expect(await found({ from: '2026-11-04' })).toEqual([4000, 2000]);
    expect(await found({ to: '2026-11-03' })).toEqual([1000]);
    expect(await found({ means: 'cheque' })).toEqual([2000]);
    expect(await found({ text: '55501' })).toEqual([2000]);
    expect(await found({ text: cash.label.toLowerCase() })).toEqual([1000]);
    expect(await found({ text: 'alain' })).toHaveLength(3);
    expect(await found({ text: 'leveque anna' })).toHaveLength(3);
    expect(await found({ text: 'personne' })).toEqual([]);
    expect(await found({ limit: 1, offset: 1 })).toEqual([2000]);
    expect((await refusalOf(desk.staff.list({ from: '2026-11-05', to: '2026-11-01' }), desk.house.services)).fields.to).toContain('La fin ne peut pas');
  });

  it('through what is typed at the desk: a name, a child, the number of an invoice', async () => {
    const { familyId } = await buildFamily(desk.house.db, { name: 'KERGOAT', guardians: [{ lastName: 'Kergoat', firstName: 'Maël' }], children: [{ firstName: 'Lénaïg', lastName: 'Kergoat' }] });
    const { label, entryId } = await desk.invoice({ familyId, cents: 1500 });
    for (const text of ['kergoat', 'lenaig', label, label.toLowerCase(), String(Number(label.slice(-6)))]) {
      expect((await desk.staff.find({ text }))[0], text).toMatchObject({ familyId, name: 'KERGOAT', children: 'Lénaïg', balanceCents: 1500 });
    }
    expect((await desk.staff.find({ text: label }))[0]?.invoice).toEqual({ entryId, label });
    expect(await desk.staff.find({ text: 'F-2025-000001' })).toEqual([]);
    expect(await desk.staff.find({ text: '' })).toEqual([]);
  });

  it('as who owes: the oldest debt first, what is past its day, who has paid no longer', async () => {
    const other = await buildFamily(desk.house.db, { name: 'ZIMMER', guardians: [{ lastName: 'Zimmer', firstName: 'Zoé', mobilePhone: '06 01 02 03 04', email: 'zoe@exemple.fr' }] });
    await desk.invoice({ familyId: other.familyId, cents: 1000, issuedOn: '2026-09-01', dueOn: '2026-10-01' });
    await desk.invoice({ familyId: other.familyId, cents: 500, dueOn: '2026-12-01' });
    await desk.invoice({ cents: 700, dueOn: '2026-11-04' });
    const { lines } = await desk.staff.unpaid({});
    const own = lines.filter(({ familyId }) => [other.familyId, desk.familyId].includes(familyId));
    expect(own).toMatchObject([
      { name: 'ZIMMER', owedCents: 1500, overdueCents: 1000, invoices: 2, oldestDueOn: '2026-10-01', phone: '06 01 02 03 04', email: 'zoe@exemple.fr' },
      { name: 'ALAIN - LÉVÊQUE', owedCents: 700, overdueCents: 700 },
    ]);
    expect(await desk.staff.unpaid({ text: 'zimmer' })).toMatchObject({ total: 1, owedCents: 1500, overdueCents: 1000, today: '2026-11-05' });
    await desk.record({ familyId: other.familyId, cents: 1000 });
    expect((await desk.staff.unpaid({ text: 'zimmer' })).lines).toMatchObject([{ owedCents: 500, overdueCents: 0 }]);
    expect((await desk.staff.unpaid({ text: 'zimmer', overdueOnly: true })).total).toBe(0);
  });

  it('as balances of many families, and as one family’s account', async () => {
    const invoice = await desk.invoice({ cents: 2000, dueOn: '2026-11-01', issuedOn: '2026-10-02' });
    const { label, paymentId } = await desk.record({ cents: 500, means: 'cheque', reference: '12' });
    expect(await desk.staff.balances({ familyIds: [desk.familyId, 99_999] })).toEqual([{ familyId: desk.familyId, balanceCents: 1500 }, { familyId: 99_999, balanceCents: 0 }]);
    expect(await desk.staff.account({ familyId: desk.familyId })).toMatchObject({
      balanceCents: 1500, overdueCents: 1500,
      lines: [
        { kind: 'payment', label: `Règlement ${label}`, cents: -500, openCents: 0, balanceCents: 1500, paymentId, words: 'Chèque nº\u00a012', reversed: false },
        { kind: 'invoice', cents: 2000, openCents: 1500, overdue: true, invoiceId: invoice.invoiceId },
      ],
    });
    await desk.staff.reverse({ paymentId, reason: 'Impayé' });
    expect((await desk.staff.account({ familyId: desk.familyId })).lines).toMatchObject([{ kind: 'reversal', words: 'Impayé', paymentId }, { reversed: true }, {}]);
    expect((await refusalOf(desk.staff.account({ familyId: 99_999 }), desk.house.services)).status).toBe('NOT_FOUND');
  });

  it('by parents, for their own families only', async () => {
    await desk.invoice({ cents: 2000 });
    const { paymentId, label } = await desk.record({ cents: 2000 });
    await desk.staff.reverse({ paymentId, reason: 'Erreur de famille' });
    const receiptsOf = (personId: number) => createCallerFactory(receiptsParent)(desk.house.doorOf(parentActor(personId))).list();
    expect(await receiptsOf(desk.payerIds[1]!)).toMatchObject([{ label, cents: 2000, meansLabel: 'Espèces', creditCents: 0, reversal: { onDay: '2026-11-05', reason: 'Erreur de famille' } }]);
    const other = await buildFamily(desk.house.db);
    expect(await receiptsOf(other.guardianIds[0]!)).toEqual([]);
    const nobody = createCallerFactory(receiptsParent)(desk.house.doorOf(null)).list();
    expect((await refusalOf(nobody, desk.house.services)).status).toBe('UNAUTHORIZED');
  });

  it('and written by those with the right', async () => {
    for (const [name, codes] of Object.entries(await doorsOf(paymentsStaff, desk.house))) expect(codes, name).toEqual(['signedOut', 'forbidden', 'forbidden']);
    const reader = callerOf(desk.house.doorOf(staffWith('payments.read')));
    expect((await reader.list({ familyId: desk.familyId })).total).toBe(0);
    const record = reader.record({ familyId: desk.familyId, means: 'cash', cents: 100, receivedOn: '2026-11-05', requestKey: 'reader-key' });
    expect((await refusalOf(record, desk.house.services)).status).toBe('FORBIDDEN');
    expect((await refusalOf(reader.reverse({ paymentId: 1, reason: 'x' }), desk.house.services)).status).toBe('FORBIDDEN');
    expect((await refusalOf(reader.changeAllocation({ paymentId: 1, stamp: 0, chosen: [] }), desk.house.services)).status).toBe('FORBIDDEN');
  });
});

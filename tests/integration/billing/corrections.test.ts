import { beforeAll, describe, expect, it } from 'vitest';
import { recordPayment } from '../../../src-main/features/payments/record-payment';
import { recordInput } from '../../../src-main/features/payments/schema';
import { version } from '../../../src-main/features/rulebook/schema';
import { buildFamily } from '../../support/factories/build-family';
import { canteen } from '../../support/factories/build-rulebook';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';
import { openTown, RULES } from './setup';
import type { BillingTown, Eaters } from './setup';

let keys = 0;
/** A payment in cash, received today. */
export function pay(town: BillingTown, familyId: number, cents: number): Promise<unknown> {
  keys += 1;
  const input = { familyId, means: 'cash', cents, receivedOn: '2026-11-05', reference: '', bank: '', note: '', requestKey: `billing-${keys}-key`, acceptOverpayment: true };
  return recordPayment(town.house.contextOf(), recordInput.parse(input));
}

describe('an invoice is cancelled', () => {
  const town = openTown();
  let family: Eaters;

  beforeAll(async () => {
    family = await town.eaters();
    await town.invoice('2026-09');
  });

  it('tells what follows, then gives a credit note that frees what was paid', async () => {
    const { familyId } = family;
    await pay(town, familyId, 1000);
    const [invoice] = (await town.staff.invoices({ familyId })).lines;
    expect(invoice).toMatchObject({ label: 'F-2026-000001', state: 'toPay', totalCents: 1280, remainingCents: 280, periodLabel: 'septembre 2026' });
    const told = await town.staff.cancelPreview({ invoiceId: invoice!.id });
    expect(plainSpaces(told.consequences)).toEqual([
      'Un avoir de 12,80 € est émis : il annule la facture F-2026-000001 en entier. La facture reste lisible, marquée « annulée ».',
      '10,00 € déjà réglés restent au crédit de la famille et servent à ses autres factures.',
      'Les prestations de la période (septembre 2026) redeviennent à facturer : la prochaine facturation, ou « Régulariser maintenant », les reprend telles qu’elles sont alors.',
    ]);
    const before = (await town.papersOf(familyId))[0];
    const done = await town.staff.cancelInvoice({ invoiceId: invoice!.id, reason: '  erreur   de saisie ' });
    expect(done).toMatchObject({ creditNotes: [{ label: 'A-2026-000001', totalCents: -1280 }] });
    const papers = await town.papersOf(familyId);
    expect(papers[0]).toEqual(before);
    expect(papers[1]).toMatchObject({ kind: 'creditNote', totalCents: -1280, cancels: { label: 'F-2026-000001', reason: 'erreur de saisie' }, children: [{ totalCents: -1280, rows: [{ quantity: -4 }] }] });
    const file = await town.staff.invoice({ invoiceId: invoice!.id });
    expect(file).toMatchObject({ state: 'cancelled', remainingCents: 0, mayCancel: false, cancelledBy: { label: 'A-2026-000001' } });
    expect(file.settlements.map(({ cents }) => cents)).toEqual([1000, -1000, 1280]);
    expect(await town.balance(familyId)).toBe(-1000);
    expect(await town.faults()).toEqual([]);
  });

  it('cannot be cancelled twice, nor can its credit note', async () => {
    const { lines } = await town.staff.invoices({ familyId: family.familyId });
    const [credit, invoice] = [lines[0]!, lines[1]!];
    expect(await refusalOf(town.staff.cancelInvoice({ invoiceId: invoice.id, reason: 'encore' }), town.house.services)).toMatchObject({ code: 'billing.alreadyCancelled', status: 'CONFLICT' });
    expect(await refusalOf(town.staff.cancelPreview({ invoiceId: credit.id }), town.house.services)).toMatchObject({ code: 'billing.creditNoteStands' });
    expect((await refusalOf(town.staff.cancelInvoice({ invoiceId: invoice.id, reason: ' ' }), town.house.services)).fields).toEqual({ reason: 'Indiquez le motif.' });
    expect(await refusalOf(town.staff.cancelInvoice({ invoiceId: 9999, reason: 'perdue' }), town.house.services)).toMatchObject({ status: 'NOT_FOUND' });
  });

  it('is invoiced anew at once, and the free credit pays for it', async () => {
    const { familyId } = family;
    const { invoices, sentence } = await town.staff.correctNow({ familyId });
    expect(invoices).toMatchObject([{ label: 'F-2026-000002', kind: 'invoice', totalCents: 1280 }]);
    expect(plainSpaces(sentence)).toBe('Facture de 12,80 € émise : F-2026-000002.');
    expect((await town.staff.invoices({ text: '2026-000002 alain' })).lines).toMatchObject([{ remainingCents: 280, state: 'toPay' }]);
    expect(await refusalOf(town.staff.correctNow({ familyId }), town.house.services)).toMatchObject({ message: 'Rien n’a changé depuis les dernières factures.', status: 'CONFLICT' });
    town.set('2026-12-20T09:00');
    expect((await town.staff.invoices({ state: 'overdue' })).lines).toMatchObject([{ label: 'F-2026-000002' }]);
    expect(await town.staff.invoices({ state: 'cancelled' })).toMatchObject({ total: 1 });
    expect(await town.faults()).toEqual([]);
  });
});

describe('two payers', () => {
  const town = openTown();

  it('each get their share, fall together, and sum exactly', async () => {
    const { familyId, guardianIds: [paul, claire] } = await town.eaters({ guardians: [{ address: '3 rue', postcode: '22300', city: 'Ville' }, { civility: 'mrs', firstName: 'Claire', lastName: 'Baconnais' }] });
    expect(await town.staff.payers({ familyId })).toMatchObject({ isDefault: true, byPost: false, guardians: [{ percent: 100, hasAddress: true }, { percent: 0, hasAddress: false }] });
    const saved = await town.staff.saveShares({ familyId, shares: [{ personId: paul!, percent: 67 }, { personId: claire!, percent: 33 }] });
    expect(saved).toMatchObject({ isDefault: false, guardians: [{ percent: 67 }, { percent: 33 }] });
    await town.staff.saveByPost({ familyId, byPost: true });
    const { runId } = await town.start('2026-10');
    expect(await town.staff.preview({ runId })).toMatchObject({ lines: [{ payers: 2, flags: ['noAddress'] }] });
    expect(await town.staff.anomalies({ runId })).toMatchObject({ anomalies: [{ kind: 'noRollCall', count: 2 }, { kind: 'noAddress', count: 1, cases: [{ place: { page: 'family', familyId } }] }] });
    await town.staff.abandon({ runId, version: (await town.staff.overview({ runId })).version });
    const overview = await town.invoice('2026-10');
    expect(overview).toMatchObject({ invoices: 2, totalCents: 640, firstLabel: 'F-2026-000001', lastLabel: 'F-2026-000002', papers: { invoices: 2, printed: 0, toPost: 2 } });
    const papers = await town.papersOf(familyId);
    expect(papers.map(({ payer, share, totalCents, billCents }) => [payer.name, share?.percent, totalCents, billCents])).toEqual([['Paul ALAIN', 67, 429, 640], ['Mme Claire BACONNAIS', 33, 211, 640]]);
    const { lines } = await town.staff.invoices({ familyId });
    expect(await town.staff.invoice({ invoiceId: lines[0]!.id })).toMatchObject({ byPost: true, siblings: [{ totalCents: 429 }] });
    const { creditNotes } = await town.staff.cancelInvoice({ invoiceId: lines[0]!.id, reason: 'essai' });
    expect(creditNotes.map(({ totalCents }) => totalCents).sort()).toEqual([-211, -429]);
    expect(await town.balance(familyId)).toBe(0);
    expect(await town.faults()).toEqual([]);
  });

  it('who is no longer a guardian stops the invoice until someone says who pays', async () => {
    const { familyId, guardianIds: [paul] } = await town.eaters({ guardians: [{}, { firstName: 'Claire' }] });
    await town.staff.saveShares({ familyId, shares: [{ personId: paul!, percent: 100 }] });
    await town.db.write(() => town.db.run('DELETE FROM family_adults WHERE person_id = $paul', { paul: paul! }));
    const overview = await town.invoice('2026-09');
    const lines = (await town.staff.preview({ runId: overview.id })).lines;
    expect(lines.find((line) => line.familyId === familyId)).toMatchObject({ state: 'nothing', reason: expect.stringContaining('Personne à qui adresser') as string });
    await town.staff.saveShares({ familyId, shares: [] });
    const next = await town.invoice('2026-11');
    expect(next.invoices).toBeGreaterThan(0);
    expect((await town.papersOf(familyId))[0]!.children[0]!.rows.map(({ correctionOf }) => correctionOf)).toContain('Septembre 2026, non encore facturé');
    expect(await town.faults()).toEqual([]);
  });

  it('shares make a hundred, of guardians of the family', async () => {
    const { familyId, guardianIds: [paul] } = await town.eaters();
    const stranger = (await buildFamily(town.db)).guardianIds[0]!;
    const refusal = async (shares: { personId: number; percent: number }[]) => (await refusalOf(town.staff.saveShares({ familyId, shares }), town.house.services)).message;
    expect(await refusal([{ personId: paul!, percent: 90 }])).toBe('Les parts doivent faire 100 % au total.');
    expect(await refusal([{ personId: paul!, percent: 120 }, { personId: stranger, percent: -20 }])).toBe('Un pourcentage entier, de 1 à 100.');
    expect(await refusal([{ personId: paul!, percent: 50 }, { personId: paul!, percent: 50 }])).toBe('La même personne est choisie deux fois.');
    expect(await refusal([{ personId: stranger, percent: 100 }])).toContain('Seuls les responsables');
    expect(await refusalOf(town.staff.payers({ familyId: 9999 }), town.house.services)).toMatchObject({ status: 'NOT_FOUND' });
  });
});

describe('the council changes a tariff under an issued month', () => {
  const town = openTown();

  it('tells the difference, and takes it only when staff say so', async () => {
    const { familyId } = await town.eaters();
    await town.invoice('2026-09');
    town.set('2026-11-10T09:00');
    await town.db.write(async () => {
      const at = town.house.clock.now();
      await town.db.run('UPDATE rulebook_versions SET replaced_at = $at', { at });
      const body = version.parse(canteen({ ...RULES, prices: [{ id: 'repas', label: 'Repas', services: ['cantine-1'], price: 300 }] }));
      await town.db.run("INSERT INTO rulebook_versions (from_on, body, activated_at, activated_by) VALUES ($from, $body, $at, 'test')", { from: body.from, body: JSON.stringify(body), at });
    });
    expect(await town.staff.correctionPreview({ familyId })).toMatchObject({ mayIssue: false });
    const { runId } = await town.start('2026-10');
    const { lines, newRules } = await town.staff.preview({ runId });
    expect(lines).toMatchObject([{ totalCents: 2 * 300, newRulesCents: -4 * 20, flags: ['newRules'] }]);
    expect(plainSpaces(newRules!)).toEqual({
      families: 1, cents: -80, taken: false,
      sentence: 'Le règlement a changé pour des mois déjà facturés : 1 famille, -0,80 €. Ces différences ne sont pas reprises.',
    });
    const { version: seen } = await town.staff.overview({ runId });
    const after = await town.staff.takeNewRules({ runId, version: seen, take: true });
    expect(after.takesNewRules).toBe(true);
    expect(await refusalOf(town.staff.takeNewRules({ runId, version: seen, take: false }), town.house.services)).toMatchObject({ code: 'changedMeanwhile', status: 'CONFLICT' });
    expect((await town.staff.preview({ runId })).lines).toMatchObject([{ totalCents: 600 - 80, correctionCents: -80, newRulesCents: -80 }]);
    const shown = await town.staff.familyPreview({ runId, familyId });
    await town.staff.issue({ runId, version: after.version });
    await town.staff.stop({ runId }).catch(() => undefined); // it may be over already
    const overview = await town.staff.overview({ runId });
    if (overview.state === 'stopped') await town.staff.resume({ runId, version: overview.version });
    while ((await town.staff.overview({ runId })).state !== 'issued') await new Promise((resolve) => setTimeout(resolve, 5));
    const paper = (await town.papersOf(familyId)).at(-1)!;
    expect(paper.totalCents).toBe(520);
    expect(paper.children).toEqual(shown.papers[0]!.children);
    expect(paper.children[0]!.rows.map(({ correctionOf, quantity, unitPriceCents }) => [correctionOf, quantity, unitPriceCents])).toEqual([
      [null, 2, 300], ['Régularisation de septembre 2026', -4, 320], ['Régularisation de septembre 2026', 4, 300],
    ]);
    expect(await town.faults()).toEqual([]);
    // Taken once: the next run has no more to tell of it.
    town.set('2026-12-05T09:00');
    const next = await town.start('2026-11');
    expect((await town.staff.preview({ runId: next.runId })).newRules).toBeNull();
  });
});

describe('amounts under the minimum', () => {
  const town = openTown({ billing: { cycle: 'month', minimumInvoiceCents: 1500, dueDay: 20, dueMonthsAfter: 2 } });

  it('are carried forward to the month that reaches it', async () => {
    const { familyId } = await town.eaters();
    const first = await town.invoice('2026-09');
    expect(first).toMatchObject({ invoices: 0, families: { nothing: 1 }, dueOn: '2026-11-20' });
    const { lines: [line] } = await town.staff.preview({ runId: first.id });
    expect(plainSpaces(line!.reason)).toBe('12,80 €, moins que le minimum de 15,00 € : reporté à la prochaine facturation.');
    expect(await refusalOf(town.staff.correctNow({ familyId }), town.house.services)).toMatchObject({ code: 'billing.nothingToIssue' });
    expect(await town.invoice('2026-10')).toMatchObject({ invoices: 1, totalCents: 1280 + 640 });
    const [paper] = await town.papersOf(familyId);
    expect(paper!.children[0]!.rows.map(({ correctionOf, totalCents }) => [correctionOf, totalCents])).toEqual([[null, 640], ['Septembre 2026, non encore facturé', 1280]]);
  });
});

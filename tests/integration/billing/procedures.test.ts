import { beforeAll, describe, expect, it } from 'vitest';
import { openTown, parentOf, staffOf } from './setup';
import { parentActor, staffWith } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';
import type { Eaters , BillingTown} from './setup';

const DAY = '2026-09-01' as Parameters<BillingTown['staff']['startRun']>[0]['from'];

describe('who may do what', () => {
  const town = openTown();

  it('reading asks for billing.read, writing for billing.write; strangers are signed out', async () => {
    const reads = (staff: BillingTown['staff']): Record<string, () => Promise<unknown>> => ({
      periods: () => staff.periods(), runs: () => staff.runs(), current: () => staff.current(), overview: () => staff.overview({ runId: 1 }), anomalies: () => staff.anomalies({ runId: 1 }),
      preview: () => staff.preview({ runId: 1 }), outliers: () => staff.outliers({ runId: 1 }), familyPreview: () => staff.familyPreview({ runId: 1, familyId: 1 }),
      invoices: () => staff.invoices({}), invoice: () => staff.invoice({ invoiceId: 1 }), cancelPreview: () => staff.cancelPreview({ invoiceId: 1 }),
      correctionPreview: () => staff.correctionPreview({ familyId: 1 }), settings: () => staff.settings(), payers: () => staff.payers({ familyId: 1 }), check: () => staff.check(),
    });
    const writes = (staff: BillingTown['staff']): Record<string, () => Promise<unknown>> => ({
      startRun: () => staff.startRun({ from: DAY, to: DAY }), hold: () => staff.hold({ runId: 1, familyId: 1, reason: 'litige' }), release: () => staff.release({ runId: 1, familyId: 1 }),
      takeNewRules: () => staff.takeNewRules({ runId: 1, version: 1, take: true }), issue: () => staff.issue({ runId: 1, version: 1 }), resume: () => staff.resume({ runId: 1, version: 1 }),
      stop: () => staff.stop({ runId: 1 }), abandon: () => staff.abandon({ runId: 1, version: 1 }), cancelInvoice: () => staff.cancelInvoice({ invoiceId: 1, reason: 'fausse' }),
      correctNow: () => staff.correctNow({ familyId: 1 }), saveShares: () => staff.saveShares({ familyId: 1, shares: [] }), saveByPost: () => staff.saveByPost({ familyId: 1, byPost: true }),
      saveSettings: async () => staff.saveSettings(await town.staff.settings()),
    });
    const reader = staffOf(town.house.doorOf(staffWith('billing.read')));
    const agent = staffOf(town.house.doorOf(staffWith('families.read')));
    const nobody = staffOf(town.house.doorOf(null));
    for (const call of [...Object.values(writes(reader)), ...Object.values(reads(agent)), ...Object.values(writes(agent))]) {
      expect(await refusalOf(call(), town.house.services)).toMatchObject({ status: 'FORBIDDEN' });
    }
    for (const call of [...Object.values(reads(nobody)), ...Object.values(writes(nobody))]) expect(await refusalOf(call(), town.house.services)).toMatchObject({ status: 'UNAUTHORIZED' });
    for (const [name, call] of Object.entries({ ...reads(town.staff), ...writes(town.staff) })) {
      if (['periods', 'runs', 'current', 'invoices', 'settings', 'check', 'startRun', 'saveSettings'].includes(name)) continue;
      expect(await refusalOf(call(), town.house.services), name).toMatchObject({ status: 'NOT_FOUND' });
    }
  });

  it('what an input lacks is told in French', async () => {
    const staff = town.staff;
    expect((await refusalOf(staff.cancelInvoice({ invoiceId: -1, reason: 'x' }), town.house.services)).fields).toHaveProperty('invoiceId');
    expect((await refusalOf(staff.hold({ runId: 1, familyId: 1, reason: 'x'.repeat(300) }), town.house.services)).fields).toEqual({ reason: 'Le motif compte 200 caractères au plus.' });
    expect((await refusalOf(staff.invoices({ limit: 5000 }), town.house.services)).status).toBe('BAD_REQUEST');
    expect((await refusalOf(staff.preview({ runId: 1.5 }), town.house.services)).status).toBe('BAD_REQUEST');
  });

  it('settings begin with good words, are saved once, and told when someone else saved', async () => {
    const usual = await town.staff.settings();
    expect(usual).toMatchObject({ version: 0, invoiceSeries: 'F', dueDays: 30, issuerName: 'Saint-Aubin-des-Préaux' });
    expect(usual.recourseText).toContain('deux mois');
    expect(await town.staff.saveSettings({ ...usual, dueDays: 20, footer: ' Merci. ' })).toMatchObject({ version: 1, dueDays: 20, footer: 'Merci.' });
    expect(await refusalOf(town.staff.saveSettings(usual), town.house.services)).toMatchObject({ code: 'changedMeanwhile' });
    expect((await refusalOf(town.staff.saveSettings({ ...usual, version: 1, creditSeries: 'F' }), town.house.services)).fields).toEqual({ creditSeries: 'Les factures, les avoirs et les reçus ont chacun leur série.' });
    expect((await refusalOf(town.staff.saveSettings({ ...usual, version: 1, invoiceSeries: 'fa-1', dueDays: -3 }), town.house.services)).fields).toHaveProperty('dueDays', 'De 0 à 120 jours.');
    expect(plainSpaces(await town.staff.check())).toEqual({ faults: [], sentence: '0 facture ou avoir, 0 famille, 0,00 € : tout concorde.' });
  });
});

describe('invoices of a parent', () => {
  const town = openTown();
  let mine: Eaters;
  let theirs: Eaters;

  beforeAll(async () => {
    mine = await town.eaters();
    theirs = await town.eaters();
    await town.invoice('2026-09');
  });

  it('are those of their own families, in words', async () => {
    const parent = parentOf(town.house.doorOf(parentActor(mine.guardianIds[0]!)));
    const { invoices, balanceCents, overdueCents } = await parent.list();
    expect({ balanceCents, overdueCents }).toEqual({ balanceCents: 1280, overdueCents: 0 });
    expect(plainSpaces(invoices)).toMatchObject([{ periodLabel: 'septembre 2026', state: 'toPay', stateWords: 'À payer au plus tard le 5 décembre 2026', remainingCents: 1280 }]);
    expect(await parent.read({ label: invoices[0]!.label })).toMatchObject({ settlements: [], paper: { family: { id: mine.familyId } } });
    town.set('2026-12-06T09:00');
    expect(plainSpaces((await parent.list()).invoices)).toMatchObject([{ state: 'overdue', stateWords: 'En retard : 12,80 € à payer' }]);
  });

  it('another family’s is not told to exist', async () => {
    const [paper] = await town.papersOf(theirs.familyId);
    const parent = parentOf(town.house.doorOf(parentActor(mine.guardianIds[0]!)));
    expect(await refusalOf(parent.read({ label: paper!.label }), town.house.services)).toMatchObject({ status: 'NOT_FOUND', code: 'billing.unknownInvoice' });
    expect(await refusalOf(parent.read({ label: 'F-2026-999999' }), town.house.services)).toMatchObject({ status: 'NOT_FOUND', code: 'billing.unknownInvoice' });
    expect((await refusalOf(parent.read({ label: "' OR 1=1" }), town.house.services)).fields).toEqual({ label: 'Ce numéro de facture n’est pas complet.' });
    expect(await refusalOf(parentOf(town.house.doorOf(null)).list(), town.house.services)).toMatchObject({ status: 'UNAUTHORIZED' });
  });

  it('leave the portal with the family', async () => {
    await town.db.write(() => town.db.run("UPDATE families SET archived_at = '2026-12-01T00:00:00.000Z' WHERE id = $id", { id: mine.familyId }));
    expect((await parentOf(town.house.doorOf(parentActor(mine.guardianIds[0]!))).list()).invoices).toEqual([]);
  });
});

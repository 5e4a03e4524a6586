import { beforeAll, describe, expect, it } from 'vitest';
import { buildAbsence, buildCalledDay } from '../../support/factories/build-roll-call';
import { at } from '../../support/open-test-database';
import { plainSpaces } from '../../support/plain-spaces';
import { openTown } from './setup';
import type { Eaters } from './setup';

describe('a month is invoiced', () => {
  const town = openTown();

  it('from its preview to its papers, which are the same', async () => {
    const { familyId } = await town.eaters();
    const { runId } = await town.start('2026-09');
    const before = await town.staff.preview({ runId });
    expect(before).toMatchObject({ total: 1, totals: { toInvoice: 1, totalCents: 4 * 320 }, newRules: null });
    const shown = await town.staff.familyPreview({ runId, familyId });
    expect(shown.papers).toHaveLength(1);
    const { version } = await town.staff.overview({ runId });
    await town.staff.issue({ runId, version });
    const [paper] = await until(() => town.papersOf(familyId), (papers) => papers.length === 1);
    expect(paper!.label).toBe('F-2026-000001');
    expect({ ...paper, label: shown.papers[0]!.label, portalUrl: shown.papers[0]!.portalUrl }).toEqual(shown.papers[0]);
    expect(plainSpaces(paper!)).toMatchObject({
      kind: 'invoice', issuedOn: '2026-11-05', dueOn: '2026-12-05', period: { label: 'septembre 2026' }, billCents: 1280, totalCents: 1280, share: null,
      children: [{ name: 'Anna ALAIN', rows: [{ label: 'Cantine, 1er service', unit: 'repas', quantity: 4, unitPriceCents: 320, totalCents: 1280, correctionOf: null }] }],
    });
    await until(() => town.staff.overview({ runId }), ({ state }) => state === 'issued');
    expect(await town.faults()).toEqual([]);
    expect(await town.staff.current()).toBeNull();
    expect(await town.staff.preview({ runId })).toMatchObject({ total: 1, totals: { totalCents: 1280 } });
  });

  it('leaves nothing to invoice when it is run again', async () => {
    const overview = await town.invoice('2026-09');
    expect(overview).toMatchObject({ state: 'issued', invoices: 0, families: { issued: 0, nothing: 1 } });
  });
});

describe('what is recorded after an invoice', () => {
  const town = openTown();
  let family: Eaters;
  let childId: number;

  beforeAll(async () => {
    family = await town.eaters();
    childId = family.childIds[0]!;
    town.set('2026-11-06T09:00');
    await town.invoice('2026-10');
  });
  const lastRows = async () => (await town.papersOf(family.familyId)).at(-1)!.children[0]!.rows;

  it('a meal added is on the next invoice, apart', async () => {
    const { familyId } = family;
    await buildCalledDay(town.db, { childId, familyId, day: '2026-10-06', recordedAt: at('2026-11-19T09:00') });
    town.set('2026-12-02T09:00');
    const { runId } = await town.start('2026-11');
    expect((await town.staff.preview({ runId })).lines).toMatchObject([{ totalCents: 1920, lastCents: 640, correctionCents: 320, flags: ['correction'] }]);
    await town.staff.abandon({ runId, version: (await town.staff.overview({ runId })).version });
    await town.invoice('2026-11');
    const rows = await lastRows();
    expect(rows.map(({ correctionOf, quantity, totalCents }) => [correctionOf, quantity, totalCents])).toEqual([[null, 5, 1600], ['Régularisation d’octobre 2026', 1, 320]]);
    expect(rows[1]!.details[0]!.sentences[0]).toBe('pas encore facturé');
    expect(await town.faults()).toEqual([]);
  });

  it('an accepted certificate gives back what was invoiced, with its reason', async () => {
    const { familyId } = family;
    town.set('2026-12-04T09:00');
    await buildCalledDay(town.db, { childId, familyId, day: '2026-11-16', state: 'absent', recordedAt: at('2026-12-04T09:00') });
    await buildAbsence(town.db, { childId, fromOn: '2026-11-16', toldAt: at('2026-12-04T09:00'), proof: 'medical' });
    town.set('2026-12-05T09:00');
    const told = await town.staff.correctionPreview({ familyId });
    expect(plainSpaces(told)).toMatchObject({ totalCents: -320, mayIssue: true, sentence: 'Un avoir de 3,20 € sera émis.' });
    const { invoices } = await town.staff.correctNow({ familyId });
    expect(invoices).toMatchObject([{ kind: 'creditNote', label: 'A-2026-000001', totalCents: -320 }]);
    const paper = (await town.papersOf(familyId)).at(-1)!;
    expect(paper).toMatchObject({ kind: 'creditNote', totalCents: -320, dueOn: null });
    const [row] = await lastRows();
    expect(plainSpaces(row!)).toMatchObject({ correctionOf: 'Régularisation de novembre 2026', quantity: -1, totalCents: -320 });
    expect(plainSpaces(row!.details[0]!.sentences)).toEqual(['repris : facturé 3,20 €', 'absence : Certificat médical', 'non facturé']);
    expect(await town.faults()).toEqual([]);
    expect(await town.staff.correctionPreview({ familyId })).toMatchObject({ mayIssue: false, totalCents: 0 });
  });

  it('is not given back twice by the next run', async () => {
    town.set('2027-01-05T09:00');
    await town.invoice('2026-12');
    expect((await lastRows()).map(({ correctionOf }) => correctionOf)).toEqual([null]);
    expect(await town.faults()).toEqual([]);
  });

  it('a roll call that was taken back is noticed too', async () => {
    town.set('2027-01-08T09:00');
    await town.db.write(() => town.db.run("DELETE FROM attendance WHERE day = '2026-10-06'"));
    town.set('2027-02-03T09:00');
    await town.invoice('2027-01');
    expect((await lastRows()).filter(({ correctionOf }) => correctionOf !== null)).toMatchObject([{ correctionOf: 'Régularisation d’octobre 2026', totalCents: -320 }]);
  });
});

/** What a page sees while the host works. */
async function until<T>(read: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await read();
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

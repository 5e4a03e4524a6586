import { describe, expect, it } from 'vitest';
import { issueBatch } from '../../../src-main/features/billing/issue-batch';
import { beginIssuing, pauseWork, resumeCutOffRun } from '../../../src-main/features/billing/issue-run';
import type { RunOverview } from '../../../src-main/features/billing/schema';
import type { AppError } from '../../../src-main/kernel/errors';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { buildCalledDay } from '../../support/factories/build-roll-call';
import { plainSpaces } from '../../support/plain-spaces';
import { refusalOf } from '../../support/refusal-of';
import { openTown } from './setup';
import type { BillingTown } from './setup';

const day = (text: string) => text as LocalDate;
const SEPTEMBER = { from: day('2026-09-01'), to: day('2026-09-30') };

async function over(town: BillingTown, runId: number): Promise<RunOverview> {
  for (;;) {
    const overview = await town.staff.overview({ runId });
    if (!overview.isAtWork && overview.state !== 'issuing') return overview;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('the beginning of a run', () => {
  const town = openTown();
  const refused = (call: Promise<unknown>) => refusalOf(call, town.house.services);

  it('offers the months, the last one that is over first', async () => {
    const choices = await town.staff.periods();
    expect(choices.map(({ label, isNext }) => [label, isNext]).slice(0, 3)).toEqual([['novembre 2026', false], ['octobre 2026', true], ['septembre 2026', false]]);
    expect(plainSpaces(choices[0]!.warning!)).toBe('Cette période n’est pas terminée : ce qui change d’ici sa fin sera régularisé sur la facture suivante.');
  });

  it('refuses periods that are not whole months, too far, or before any rules', async () => {
    expect(await refused(town.staff.startRun({ from: day('2026-09-02'), to: day('2026-09-30') }))).toMatchObject({ code: 'billing.wholeMonths', status: 'BAD_REQUEST' });
    expect(await refused(town.staff.startRun({ from: day('2026-09-30'), to: day('2026-09-01') }))).toMatchObject({ code: 'billing.wholeMonths' });
    expect(await refused(town.staff.startRun({ from: day('2027-03-01'), to: day('2027-03-31') }))).toMatchObject({ code: 'billing.tooFar' });
    expect(await refused(town.staff.startRun({ from: day('2026-06-01'), to: day('2026-06-30') }))).toMatchObject({ code: 'billing.noRules' });
    expect((await refused(town.staff.startRun({ from: day('2026-02-31'), to: day('2026-02-28') }))).fields).toEqual({ from: 'Cette date n’existe pas.' });
  });

  it('is one at a time, even asked twice at once', async () => {
    await town.eaters();
    const asked = await Promise.allSettled([town.staff.startRun(SEPTEMBER), town.staff.startRun(SEPTEMBER)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(plainSpaces((await refused(town.staff.startRun(SEPTEMBER))).message))
      .toBe('Une facturation est déjà en cours (septembre 2026, commencée par Nadine LE GOFF). Terminez-la ou abandonnez-la d’abord.');
    const { id: runId, version } = (await town.staff.current())!;
    expect(await refused(town.staff.abandon({ runId, version: version + 1 }))).toMatchObject({ code: 'changedMeanwhile' });
    await town.staff.abandon({ runId, version });
    expect(await refused(town.staff.issue({ runId, version: version + 1 }))).toMatchObject({ code: 'billing.runState' });
    expect(await town.staff.runs()).toMatchObject([{ state: 'abandoned', invoices: 0, label: 'septembre 2026' }]);
  });

  it('a month that is not over is allowed, with a warning', async () => {
    const { runId, warnings } = await town.staff.startRun({ from: day('2026-11-01'), to: day('2026-11-30') });
    expect(warnings).toHaveLength(1);
    expect(await town.staff.overview({ runId })).toMatchObject({ warnings, state: 'preparing', dueOn: '2026-12-05' });
    await town.staff.abandon({ runId, version: 1 });
  });
});

describe('a run under way', () => {
  const town = openTown();

  it('keeps held families for later, and takes them back', async () => {
    const families = [await town.eaters(), await town.eaters(), await town.eaters()];
    const [held, back] = families as [typeof families[0], typeof families[0], typeof families[0]];
    const { runId } = await town.start('2026-09');
    await town.staff.hold({ runId, familyId: held.familyId, reason: 'litige' });
    await town.staff.hold({ runId, familyId: back.familyId, reason: 'à vérifier' });
    await town.staff.release({ runId, familyId: back.familyId });
    expect(await town.staff.preview({ runId, filter: 'held' })).toMatchObject({ total: 1, lines: [{ familyId: held.familyId, reason: 'litige' }], totals: { toInvoice: 2, held: 1 } });
    expect(await refusalOf(town.staff.hold({ runId, familyId: 9999, reason: 'litige' }), town.house.services)).toMatchObject({ status: 'NOT_FOUND' });
    const { version } = await town.staff.overview({ runId });
    await town.staff.issue({ runId, version });
    expect(await over(town, runId)).toMatchObject({ state: 'issued', invoices: 2, families: { held: 1, issued: 2 } });
    expect(await town.papersOf(held.familyId)).toEqual([]);
    expect(await refusalOf(town.staff.hold({ runId, familyId: back.familyId, reason: 'trop tard' }), town.house.services)).toMatchObject({ code: 'billing.runState' });
    await town.invoice('2026-10');
    expect((await town.papersOf(held.familyId))[0]!.totalCents).toBe(1280 + 640);
  });

  it('issued twice at once gives each family one invoice', async () => {
    for (let index = 0; index < 60; index += 1) await town.eaters({ week: ['tue'] });
    const { runId } = await town.start('2026-11');
    const context = town.house.contextOf();
    const { version } = await town.staff.overview({ runId });
    const both = await Promise.allSettled([beginIssuing(context, { runId, version }), beginIssuing(context, { runId, version })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { reason } = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect((reason as AppError).code).toMatch(/^(billing\.(atWork|runState)|changedMeanwhile)$/);
    const overview = await over(town, runId);
    expect(overview.invoices).toBe(overview.families.issued);
    expect(await town.faults()).toEqual([]);
  });

  it('stopped between families, then resumed, issues the rest', async () => {
    for (let index = 0; index < 60; index += 1) await town.eaters({ week: ['thu'] });
    town.set('2027-01-05T09:00');
    const { runId } = await town.start('2026-12');
    await town.staff.issue({ runId, version: 1 });
    const stopped = await town.staff.stop({ runId });
    expect(stopped.state).toBe('stopped');
    expect(stopped.families.waiting).toBeGreaterThan(0);
    expect(await town.faults()).toEqual([]);
    expect(await refusalOf(town.staff.stop({ runId }), town.house.services)).toMatchObject({ code: 'billing.runState' });
    expect(await refusalOf(town.staff.issue({ runId, version: stopped.version }), town.house.services)).toMatchObject({ code: 'billing.runState' });
    if (stopped.invoices > 0) expect(await refusalOf(town.staff.abandon({ runId, version: stopped.version }), town.house.services)).toMatchObject({ code: 'billing.alreadyBegun' });
    await town.staff.resume({ runId, version: stopped.version });
    const overview = await over(town, runId);
    expect(overview).toMatchObject({ state: 'issued', families: { waiting: 0 } });
    expect(overview.invoices).toBe(overview.families.issued);
    expect(await town.faults()).toEqual([]);
  });

  it('cut off by a power cut or a closing host goes on at the next start', async () => {
    const { runId } = await town.start('2026-11');
    for (let index = 0; index < 55; index += 1) await town.eaters({ week: ['fri'] });
    await town.db.write(() => town.db.run("UPDATE invoice_runs SET state = 'issuing' WHERE id = $runId", { runId }));
    await issueBatch(town.house.contextOf(), { runId, startedAt: town.house.clock.now() }, new Map());
    expect(await town.staff.overview({ runId })).toMatchObject({ state: 'issuing', isAtWork: false });
    await resumeCutOffRun(town.house.services);
    await pauseWork(town.house.services);
    await resumeCutOffRun(town.house.services);
    expect(await over(town, runId)).toMatchObject({ state: 'issued', families: { waiting: 0 } });
    expect(await town.faults()).toEqual([]);
  });

  it('that fails stops with a sentence, keeps what was issued, and can be resumed', async () => {
    town.set('2027-02-03T09:00');
    const { runId } = await town.start('2027-01');
    await town.db.write(() => town.db.run("CREATE TRIGGER full_disk BEFORE INSERT ON invoices BEGIN SELECT raise(ABORT, 'disk full'); END"));
    await town.staff.issue({ runId, version: 1 });
    const failed = await over(town, runId);
    expect(failed).toMatchObject({ state: 'stopped', invoices: 0, fault: expect.stringContaining('incident') as string });
    await town.db.write(() => town.db.run('DROP TRIGGER full_disk'));
    await town.staff.resume({ runId, version: failed.version });
    expect(await over(town, runId)).toMatchObject({ state: 'issued', fault: null });
    expect(await town.faults()).toEqual([]);
  });
});

describe('what stands in the way of a good invoice', () => {
  const town = openTown();

  it('is counted, told, and says where it is mended', async () => {
    const known = await town.eaters();
    const { familyId } = await town.eaters({ quotients: [], guardians: [{}] });
    const [stranger] = (await town.eaters({ week: [], children: [{ firstName: 'Théo' }] })).childIds;
    await town.db.write(() => town.db.run('DELETE FROM enrolments WHERE child_id = $stranger', { stranger: stranger! }));
    await buildCalledDay(town.db, { childId: stranger!, familyId: known.familyId, day: '2026-09-08' });
    const { runId } = await town.start('2026-09');
    const { anomalies } = await town.staff.anomalies({ runId });
    expect(anomalies.map(({ kind, count }) => [kind, count])).toEqual([['noRollCall', 8], ['notEnrolled', 1], ['unknownQuotient', 1], ['noAddress', 1]]);
    expect(plainSpaces(anomalies[0]!.cases[0]!)).toMatchObject({ sentence: 'Cantine, 1er service, lundi 7 septembre : ALAIN Anna et ALAIN Anna sans pointage', place: { page: 'rollCall', day: '2026-09-07', service: 'cantine-1' } });
    expect(plainSpaces(anomalies[1]!.cases[0]!.sentence)).toBe('ALAIN Théo, Cantine, 1er service : 1 présence sans inscription, la première le mardi 8 septembre');
    expect(anomalies[2]!.cases[0]!).toMatchObject({ day: '2026-09-01', place: { page: 'family', familyId } });
    expect(await town.staff.outliers({ runId })).toEqual({ label: 'septembre 2026', lastLabel: 'août 2026', points: [] });
  });
});

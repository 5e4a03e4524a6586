import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context, Services } from '../../platform/procedures/services';
import { refusalOf } from '../../platform/procedures/refusal';
import { recordDeed } from '../journal/record-deed';
import { rulebookOf } from '../town-rules/rulebook-of';
import { localToday } from '../town/queries';
import { dueDateOf } from './due-date';
import { issueBatch } from './issue-batch';
import type { Month } from './months';
import { periodLabel } from './months';
import { addRunFamilies } from './run-families';
import { runOverview } from './run-overview';
import { openRun, runById, runForAction } from './run-rows';
import { beginWork, endWork, keepFault, workOf } from './run-work';
import type { RunWork } from './run-work';
import type { runAction, RunOverview, RunState } from './schema';
import { readSettings } from './settings';

type Action = z.output<typeof runAction>;
type Earlier = ReadonlyMap<number, readonly Month[]>;

/**
 * Makes a backup, begins to issue, and answers at once. Throws AppError `billing.runState` (begun
 * already), `changedMeanwhile`, `backups.…` when no backup can be made: nothing is issued then.
 */
export async function beginIssuing(context: Context, action: Action): Promise<RunOverview> {
  await runForAction(context.db, action, ['preparing']);
  await context.backups.make('issue', context.actor.name);
  return goOn(context, action, ['preparing']);
}

/** Goes on with a run that was stopped or cut off. Throws AppError `billing.atWork`, `billing.runState`. */
export const resumeRun = (context: Context, action: Action): Promise<RunOverview> => goOn(context, action, ['stopped', 'issuing']);

async function goOn(context: Context, action: Action, states: readonly RunState[]): Promise<RunOverview> {
  await begin(context, action, states);
  return runOverview(context, action.runId);
}

/** Issues a whole run and waits for its end: the demo and the tests. Throws what stopped it. */
export async function issueRun(context: Context, runId: number): Promise<RunOverview> {
  const { version } = await runById(context.db, runId);
  const work = await begin(context, { runId, version }, ['preparing']);
  await work.finished;
  if (work.failure) throw work.failure;
  return runOverview(context, runId);
}

async function begin(context: Context, action: Action, states: readonly RunState[]): Promise<RunWork> {
  const { db } = context;
  const startedAt = context.clock.now();
  const { months, work } = await db.write(async () => {
    const run = await runForAction(db, action, states);
    if (workOf(db)) throw new AppError('billing.atWork', {}, 'conflict');
    const found = await addRunFamilies(db, run.id, run.period);
    await db.run("UPDATE invoice_runs SET state = 'issuing', version = version + 1 WHERE id = $id", { id: run.id });
    if (run.state === 'preparing') await dateRun(context, run.id);
    await recordDeed(context, {
      action: 'billing.issueRun', subject: `${run.state === 'preparing' ? 'Émission des factures' : 'Émission des factures reprise'}\u00a0: ${periodLabel(run.period)}`,
    });
    const waiting = await db.selectOne<{ count: number }>("SELECT count(*) AS count FROM run_families WHERE run_id = $id AND state = 'waiting'", { id: run.id });
    const begun: RunWork = { runId: run.id, startedAt, toDo: waiting?.count ?? 0, done: 0, stopAsked: false, closing: false, isOver: false, failure: null, finished: Promise.resolve() };
    // At the commit, before any other write: of two calls at once the second finds the work begun.
    db.afterCommit(() => beginWork(db, begun));
    return { months: found, work: begun };
  });
  work.finished = issueAll(context, work, months);
  return work;
}

/** Papers bear the day on which the issue began. */
async function dateRun(context: Context, runId: number): Promise<void> {
  const { db } = context;
  const { period } = await runById(db, runId);
  const issuedOn = await localToday(context);
  const dueOn = dueDateOf(await rulebookOf(db), period, issuedOn, (await readSettings(db)).dueDays);
  await db.run('UPDATE invoice_runs SET issued_on = $issuedOn, due_on = $dueOn WHERE id = $runId', { runId, issuedOn, dueOn });
}

async function issueAll(context: Context, work: RunWork, earlier: Earlier): Promise<void> {
  const { db, log } = context;
  try {
    let isOver = false;
    while (!isOver && !work.stopAsked && !work.closing) {
      const done = await issueBatch(context, work, earlier);
      work.done += done;
      isOver = done === 0;
    }
    if (!work.closing) await endRun(context, work.runId, isOver ? 'issued' : 'stopped');
  } catch (failure) {
    work.failure = failure instanceof Error ? failure : new Error(String(failure));
    log.error({ err: failure, runId: work.runId }, 'an invoice run stopped');
    keepFault(db, work.runId, refusalOf(failure, context, 'billing.issue').message);
    await endRun(context, work.runId, 'stopped').catch((err: unknown) => log.error({ err }, 'a run could not be marked as stopped'));
  } finally {
    work.isOver = true;
    endWork(db);
  }
}

function endRun(context: Context, runId: number, state: 'issued' | 'stopped'): Promise<void> {
  return context.db.write(async () => {
    const { db } = context;
    const run = await runById(db, runId);
    if (run.state !== 'issuing') return;
    await db.run('UPDATE invoice_runs SET state = $state, finished_at = $at, version = version + 1 WHERE id = $runId', { state, at: state === 'issued' ? context.clock.now() : null, runId });
    await recordDeed(context, { action: `billing.${state}`, subject: `Émission des factures ${state === 'issued' ? 'terminée' : 'arrêtée'}\u00a0: ${periodLabel(run.period)}` });
  });
}

/** Stops between two families; what is issued stays. Gives the run once the batch under way is over. */
export async function stopRun(context: Context, runId: number): Promise<RunOverview> {
  const { db } = context;
  const work = workOf(db);
  if (work?.runId === runId) {
    work.stopAsked = true;
    await work.finished;
  } else {
    const run = await runById(db, runId);
    if (run.state !== 'issuing') throw new AppError('billing.runState', { state: run.state }, 'conflict');
    await endRun(context, runId, 'stopped');
  }
  return runOverview(context, runId);
}

/** A run that was cut off (power, crash) goes on when the host starts. What stands in its way is logged: staff can resume it. */
export async function resumeCutOffRun(services: Services): Promise<void> {
  const run = await openRun(services.db);
  if (run?.state !== 'issuing' || workOf(services.db)) return;
  await resumeRun({ ...services, actor: { kind: 'system', name: 'Préau' } }, { runId: run.id, version: run.version })
    .catch((err: unknown) => services.log.error({ err, runId: run.id }, 'a run that was cut off could not go on'));
}

/** Ends the work under way before the database closes; the run goes on at the next start. */
export async function pauseWork({ db }: Pick<Services, 'db'>): Promise<void> {
  const work = workOf(db);
  if (!work) return;
  work.closing = true;
  await work.finished;
}

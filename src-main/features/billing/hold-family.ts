import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { periodLabel } from './months';
import { runById } from './run-rows';
import type { RunRow } from './run-rows';
import type { holdInput, runFamily, RunFamilyState } from './schema';

interface Held {
  readonly run: RunRow;
  readonly name: string;
  readonly state: RunFamilyState;
}

/** The family in a run that still issues. Throws AppError `billing.notInRun`, `billing.runState`. */
async function familyInRun({ db }: Context, { runId, familyId }: z.output<typeof runFamily>): Promise<Held> {
  const run = await runById(db, runId);
  if (run.state === 'issued' || run.state === 'abandoned') throw new AppError('billing.runState', { state: run.state }, 'conflict');
  const row = await db.selectOne<{ name: string; state: RunFamilyState }>(
    'SELECT family.name, row.state FROM run_families row JOIN families family ON family.id = row.family_id WHERE run_id = $runId AND family_id = $familyId', { runId, familyId });
  if (!row) throw new AppError('billing.notInRun', {}, 'notFound');
  return { run, ...row };
}

/** Keeps a family for a later run: its amounts are not lost. Throws AppError `billing.alreadyIssued`. */
export function holdFamily(context: Context, { reason, ...choice }: z.output<typeof holdInput>): Promise<void> {
  return context.db.write(async () => {
    const { run, name, state } = await familyInRun(context, choice);
    if (state === 'issued') throw new AppError('billing.alreadyIssued', { name }, 'conflict');
    await context.db.run("UPDATE run_families SET state = 'held', reason = $reason WHERE run_id = $runId AND family_id = $familyId", { ...choice, reason });
    await recordDeed(context, {
      action: 'billing.hold', familyId: choice.familyId, subject: `Famille ${name} mise de côté (facturation ${periodLabel(run.period)})\u00a0: ${reason}`,
    });
  });
}

/** Takes a family back into the run. */
export function releaseFamily(context: Context, choice: z.output<typeof runFamily>): Promise<void> {
  return context.db.write(async () => {
    const { run, name, state } = await familyInRun(context, choice);
    if (state !== 'held') return;
    await context.db.run("UPDATE run_families SET state = 'waiting', reason = '' WHERE run_id = $runId AND family_id = $familyId", choice);
    await recordDeed(context, { action: 'billing.release', familyId: choice.familyId, subject: `Famille ${name} reprise dans la facturation ${periodLabel(run.period)}` });
  });
}

import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import { addDays } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { rulebookOf } from '../town-rules/rulebook-of';
import { localToday } from '../town/queries';
import { dueDateOf } from './due-date';
import { isWholeMonths, monthsOf, periodLabel } from './months';
import { periodWarning } from './periods';
import { addRunFamilies } from './run-families';
import { runOverview } from './run-overview';
import { openRun, runForAction } from './run-rows';
import type { newRulesInput, RunOverview, StartedRun, startRunInput } from './schema';
import { readSettings } from './settings';

const MOST_MONTHS = 12;
/** A period that begins later than this cannot be meant. */
const DAYS_AHEAD = 62;

/**
 * Opens a month end: the families that it may concern, nothing issued yet. A period that is not over
 * is allowed, with a warning. Throws AppError `billing.runOpen`, `billing.wholeMonths`, `billing.tooFar`, `billing.noRules`.
 */
export function startRun(context: Context, period: z.output<typeof startRunInput>): Promise<StartedRun> {
  return context.db.write(async () => {
    const { db } = context;
    const today = await localToday(context);
    if (!isWholeMonths(period) || monthsOf(period).length > MOST_MONTHS) throw new AppError('billing.wholeMonths', {}, 'invalid', 'to');
    if (period.from > addDays(today, DAYS_AHEAD)) throw new AppError('billing.tooFar', {}, 'invalid', 'from');
    const open = await openRun(db);
    if (open) throw new AppError('billing.runOpen', { period: periodLabel(open.period), by: open.createdBy }, 'conflict');
    const rulebook = await rulebookOf(db);
    if (!rulebook.versions.some(({ from }) => from <= period.to)) throw new AppError('billing.noRules', {}, 'conflict');
    const { dueDays } = await readSettings(db);
    const [run] = await db.runReturning<{ id: number }>(
      `INSERT INTO invoice_runs (from_on, to_on, state, issued_on, due_on, created_at, created_by)
       VALUES ($from, $to, 'preparing', $today, $due, $at, $by) RETURNING id`,
      { ...period, today, due: dueDateOf(rulebook, period, today, dueDays), at: context.clock.now(), by: context.actor.name },
    );
    await addRunFamilies(db, run!.id, period);
    await recordDeed(context, { action: 'billing.startRun', subject: `Facturation commencée\u00a0: ${periodLabel(period)}` });
    const warning = periodWarning(period, today);
    return { runId: run!.id, warnings: warning === null ? [] : [warning] };
  });
}

/** Decides whether what new rules change in earlier invoices is taken. Throws AppError `changedMeanwhile`, `billing.runState`. */
export async function takeNewRules(context: Context, { take, ...action }: z.output<typeof newRulesInput>): Promise<RunOverview> {
  await context.db.write(async () => {
    const run = await runForAction(context.db, action, ['preparing']);
    if (run.takesNewRules === take) return;
    await context.db.run('UPDATE invoice_runs SET takes_new_rules = $take, version = version + 1 WHERE id = $id', { take: take ? 1 : 0, id: run.id });
    await recordDeed(context, {
      action: 'billing.newRules',
      subject: `Facturation ${periodLabel(run.period)}\u00a0: les changements de tarif des mois déjà facturés ${take ? 'sont repris' : 'ne sont pas repris'}`,
    });
  });
  return runOverview(context, action.runId);
}

import type { z } from 'zod';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { periodLabel } from './months';
import { runForAction } from './run-rows';
import { workOf } from './run-work';
import type { runAction } from './schema';

/** Gives up a month end of which nothing was issued. Throws AppError `billing.alreadyBegun`, `billing.runState`. */
export function abandonRun(context: Context, action: z.output<typeof runAction>): Promise<void> {
  return context.db.write(async () => {
    const { db } = context;
    const run = await runForAction(db, action, ['preparing', 'stopped']);
    const issued = await db.selectOne('SELECT 1 AS found FROM bills WHERE run_id = $id LIMIT 1', { id: run.id });
    if (issued || workOf(db)?.runId === run.id) throw new AppError('billing.alreadyBegun', {}, 'conflict');
    await db.run("UPDATE invoice_runs SET state = 'abandoned', finished_at = $at, version = version + 1 WHERE id = $id", { at: context.clock.now(), id: run.id });
    await recordDeed(context, { action: 'billing.abandonRun', subject: `Facturation abandonnée\u00a0: ${periodLabel(run.period)}` });
  });
}

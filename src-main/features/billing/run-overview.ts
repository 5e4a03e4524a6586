import type { Database } from '../../platform/database/database';
import { secondsBetween } from '../../platform/clock';
import type { Context } from '../../platform/procedures/services';
import { localToday } from '../town/queries';
import { periodLabel } from './months';
import { periodWarning } from './periods';
import { openRun, runById } from './run-rows';
import type { RunRow } from './run-rows';
import { runPapers } from './run-papers';
import { faultOf, workOf } from './run-work';
import type { RunFamilyState, RunLine, RunOverview } from './schema';

type Reading = Pick<Context, 'db' | 'clock'>;

interface Issued {
  readonly invoices: number;
  readonly creditNotes: number;
  readonly totalCents: number;
  readonly firstLabel: string | null;
  readonly lastLabel: string | null;
}

/** Where a month end stands. Throws AppError `notFound`. */
export async function runOverview(context: Reading, runId: number): Promise<RunOverview> {
  const { db } = context;
  const run = await runById(db, runId);
  const counts = await db.select<{ state: RunFamilyState; count: number }>('SELECT state, count(*) AS count FROM run_families WHERE run_id = $runId GROUP BY state', { runId });
  const count = (state: RunFamilyState): number => counts.find((one) => one.state === state)?.count ?? 0;
  const issued = await db.selectOne<Issued>(
    `SELECT coalesce(sum(kind = 'invoice'), 0) AS invoices, coalesce(sum(kind = 'creditNote'), 0) AS creditNotes, coalesce(sum(invoice.total_cents), 0) AS totalCents,
       min(CASE WHEN kind = 'invoice' THEN label END) AS firstLabel, max(CASE WHEN kind = 'invoice' THEN label END) AS lastLabel
     FROM bills bill JOIN invoices invoice ON invoice.bill_id = bill.id WHERE bill.run_id = $runId`,
    { runId },
  );
  const warning = run.state === 'preparing' ? periodWarning(run.period, await localToday(context)) : null;
  return {
    ...toldOf(run), ...paceOf(context, run), ...issued!,
    warnings: warning === null ? [] : [warning],
    families: { total: counts.reduce((sum, one) => sum + one.count, 0), waiting: count('waiting'), held: count('held'), issued: count('issued'), nothing: count('nothing') },
    fault: faultOf(db, run.id),
    papers: await runPapers(db, run.id),
  };
}

const toldOf = ({ id, version, period, state, issuedOn, dueOn, createdAt, createdBy, finishedAt, takesNewRules }: RunRow) =>
  ({ id, version, ...period, label: periodLabel(period), state, issuedOn, dueOn, createdAt, createdBy, finishedAt, takesNewRules });

/** How long it has taken, and the time left at the pace so far. */
function paceOf({ db, clock }: Reading, run: RunRow): Pick<RunOverview, 'isAtWork' | 'elapsedSeconds' | 'secondsLeft'> {
  const work = workOf(db);
  if (work?.runId !== run.id) return { isAtWork: false, elapsedSeconds: null, secondsLeft: null };
  const elapsed = secondsBetween(work.startedAt, clock.now());
  const left = work.done === 0 ? null : Math.ceil((elapsed / work.done) * Math.max(0, work.toDo - work.done));
  return { isAtWork: true, elapsedSeconds: Math.round(elapsed), secondsLeft: left };
}

/** The month end at work, or null. */
export async function currentRun(context: Reading): Promise<RunOverview | null> {
  const run = await openRun(context.db);
  return run && runOverview(context, run.id);
}

/** Every month end, the newest first. */
export async function listRuns(db: Database): Promise<readonly RunLine[]> {
  const rows = await db.select<Omit<RunLine, 'label'>>(
    `SELECT run.id, run.from_on AS "from", run.to_on AS "to", run.state, run.created_at AS createdAt, run.created_by AS createdBy, run.finished_at AS finishedAt,
       coalesce(sum(invoice.kind = 'invoice'), 0) AS invoices, coalesce(sum(invoice.kind = 'creditNote'), 0) AS creditNotes, coalesce(sum(invoice.total_cents), 0) AS totalCents
     FROM invoice_runs run LEFT JOIN bills bill ON bill.run_id = run.id LEFT JOIN invoices invoice ON invoice.bill_id = bill.id
     GROUP BY run.id ORDER BY run.id DESC LIMIT 200`,
  );
  return rows.map((row) => ({ ...row, label: periodLabel(row) }));
}

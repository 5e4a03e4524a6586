import { notFound } from '../../kernel/errors';
import { AppError } from '../../kernel/errors';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import type { Days } from '../rulebook/schema';
import type { RunState } from './schema';

/** A row of `invoice_runs`. */
export interface RunRow {
  readonly id: number;
  readonly version: number;
  readonly period: Days;
  readonly state: RunState;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly finishedAt: Instant | null;
  readonly takesNewRules: boolean;
}

type Raw = Omit<RunRow, 'period' | 'takesNewRules'> & { readonly fromOn: LocalDate; readonly toOn: LocalDate; readonly takesNewRules: number };

const SELECT = `SELECT id, version, from_on AS fromOn, to_on AS toOn, state, issued_on AS issuedOn, due_on AS dueOn, created_at AS createdAt,
  created_by AS createdBy, finished_at AS finishedAt, takes_new_rules AS takesNewRules FROM invoice_runs`;

const rowOf = ({ fromOn, toOn, takesNewRules, ...row }: Raw): RunRow => ({ ...row, period: { from: fromOn, to: toOn }, takesNewRules: takesNewRules === 1 });

/** A month end. Throws AppError `notFound`. */
export async function runById(db: Database, id: number): Promise<RunRow> {
  const row = await db.selectOne<Raw>(`${SELECT} WHERE id = $id`, { id });
  if (!row) throw notFound('billing.unknownRun');
  return rowOf(row);
}

/** The month end at work; there is one at most. */
export async function openRun(db: Database): Promise<RunRow | null> {
  const row = await db.selectOne<Raw>(`${SELECT} WHERE state IN ('preparing', 'issuing', 'stopped')`);
  return row && rowOf(row);
}

/** A run in one of these states, as the page saw it. Throws AppError `changedMeanwhile`, `billing.runState`. */
export async function runForAction(db: Database, { runId, version }: { readonly runId: number; readonly version: number }, states: readonly RunState[]): Promise<RunRow> {
  const run = await runById(db, runId);
  if (!states.includes(run.state)) throw new AppError('billing.runState', { state: run.state }, 'conflict');
  if (run.version !== version) throw new AppError('changedMeanwhile', {}, 'conflict');
  return run;
}

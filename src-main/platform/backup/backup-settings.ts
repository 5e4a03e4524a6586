import type { Instant } from '../../kernel/local-date';
import type { RefusalDetails } from '../../kernel/errors';
import type { Database } from '../database/database';

/** How a house makes and keeps its backups. */
export interface BackupSettings {
  readonly house: string;
  /** The town's hour from which the backup of the day is made, 0 to 23. */
  readonly hour: number;
  readonly secondFolder: string | null;
  readonly keepDays: number;
  readonly keepWeeks: number;
  readonly keepMonths: number;
  readonly version: number;
}

export async function readSettings(db: Database): Promise<BackupSettings> {
  const row = await db.selectOne<BackupSettings>(
    `SELECT house, hour, second_folder AS secondFolder, keep_days AS keepDays, keep_weeks AS keepWeeks, keep_months AS keepMonths, version FROM backup_settings`);
  if (!row) throw new Error('the row of backup_settings is missing');
  return row;
}

/** Why a try failed, as a refusal to word. */
export interface Problem {
  readonly code: string;
  readonly details: RefusalDetails;
}

/** How the last tries went. */
export interface BackupState {
  readonly triedAt: Instant | null;
  readonly problem: Problem | null;
  readonly secondTriedAt: Instant | null;
  readonly secondDoneAt: Instant | null;
  readonly secondProblem: Problem | null;
}

interface StateRow {
  readonly triedAt: Instant | null;
  readonly problem: string | null;
  readonly secondTriedAt: Instant | null;
  readonly secondDoneAt: Instant | null;
  readonly secondProblem: string | null;
}

const readProblem = (text: string | null): Problem | null => (text === null ? null : (JSON.parse(text) as Problem));

export async function readState(db: Database): Promise<BackupState> {
  const row = await db.selectOne<StateRow>(
    'SELECT tried_at AS triedAt, problem, second_tried_at AS secondTriedAt, second_done_at AS secondDoneAt, second_problem AS secondProblem FROM backup_state');
  if (!row) throw new Error('the row of backup_state is missing');
  return { ...row, problem: readProblem(row.problem), secondProblem: readProblem(row.secondProblem) };
}

/** Keeps how a try went. */
export function writeState(db: Database, state: BackupState): Promise<number> {
  return db.write(() => db.run(
    `UPDATE backup_state SET tried_at = $triedAt, problem = $problem, second_tried_at = $secondTriedAt, second_done_at = $secondDoneAt, second_problem = $secondProblem`,
    {
      ...state,
      problem: state.problem && JSON.stringify(state.problem),
      secondProblem: state.secondProblem && JSON.stringify(state.secondProblem),
    },
  ));
}

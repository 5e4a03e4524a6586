import type { Instant } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';

/** A run that this host issues now. What it has done stands in the database; this is only its pace. */
export interface RunWork {
  readonly runId: number;
  readonly startedAt: Instant;
  /** Families to issue when it began, and done since. */
  readonly toDo: number;
  done: number;
  /** Staff asked to stop: the batch under way is finished first. */
  stopAsked: boolean;
  /** The host is closing: the run stays `issuing` and goes on at the next start. */
  closing: boolean;
  isOver: boolean;
  /** What stopped it by itself. */
  failure: Error | null;
  /** Settles when the work is over; never rejects. */
  finished: Promise<void>;
}

const atWork = new WeakMap<Database, RunWork>();
const faults = new WeakMap<Database, Map<number, string>>();

export const workOf = (db: Database): RunWork | null => atWork.get(db) ?? null;

/** Tells everyone that the work is under way; one that is over already (inside a larger write) is not told. */
export function beginWork(db: Database, work: RunWork): void {
  if (work.isOver) return;
  atWork.set(db, work);
  faults.get(db)?.delete(work.runId);
}

export const endWork = (db: Database): boolean => atWork.delete(db);

/** Why a run stopped by itself, as a sentence; kept until it goes on. */
export const faultOf = (db: Database, runId: number): string | null => faults.get(db)?.get(runId) ?? null;

export function keepFault(db: Database, runId: number, sentence: string): void {
  const kept = faults.get(db) ?? new Map<number, string>();
  faults.set(db, kept.set(runId, sentence));
}

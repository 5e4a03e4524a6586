import type { Instant } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';

/** How the printing of this host stands; what is printed stands in the database. */
export interface PrintState {
  /** When the round under way began; null: none is. */
  startedAt: Instant | null;
  /** Papers that the round began with, and printed since. */
  toDo: number;
  done: number;
  /** Staff asked to stop; nothing more is printed until they ask to go on. */
  isStopped: boolean;
  /** Why it waits, as a French sentence: no browser, a full disk. */
  fault: string | null;
  /** Numbers of papers that could not be printed in the last round. */
  failed: readonly string[];
}

const states = new WeakMap<Database, PrintState>();
const wakers = new WeakMap<Database, () => void>();

export function printStateOf(db: Database): PrintState {
  let state = states.get(db);
  if (!state) {
    state = { startedAt: null, toDo: 0, done: 0, isStopped: false, fault: null, failed: [] };
    states.set(db, state);
  }
  return state;
}

/** Calls back whenever papers wait to be printed, until the returned function is called. */
export function onPapersWanted(db: Database, wake: () => void): () => void {
  wakers.set(db, wake);
  return () => wakers.delete(db);
}

/** Tells that papers were issued: call it after the commit. */
export const papersWanted = (db: Database): void => wakers.get(db)?.();

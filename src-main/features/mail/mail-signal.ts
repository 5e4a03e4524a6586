import type { Database } from '../../platform/database/database';

const listeners = new WeakMap<Database, Set<() => void>>();

/** Calls back whenever a mail becomes due, until the returned function is called. */
export function onMailQueued(db: Database, wake: () => void): () => void {
  const waking = listeners.get(db) ?? new Set();
  listeners.set(db, waking.add(wake));
  return () => {
    waking.delete(wake);
  };
}

/** Wakes whoever sends this database's mails. */
export function mailQueued(db: Database): void {
  listeners.get(db)?.forEach((wake) => wake());
}

import { createHash } from 'node:crypto';
import { AppError } from '../../kernel/errors';

/** One forward-only migration: its name orders it, its SQL may hold many statements. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** A migration as a database remembers it. */
export interface AppliedMigration {
  readonly name: string;
  readonly hash: string;
}

export const hashOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/**
 * Refuses a database whose migrations are not the first of ours, word for word.
 * Throws AppError `platform.databaseNewer` or `platform.databaseDiverges`.
 */
export function refuseStrangers(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  applied.forEach(({ name, hash }, index) => {
    const known = migrations[index];
    if (!migrations.some((migration) => migration.name === name)) throw new AppError('platform.databaseNewer', { migration: name });
    if (known?.name !== name || hashOf(known.sql) !== hash) throw new AppError('platform.databaseDiverges', { migration: name });
  });
}

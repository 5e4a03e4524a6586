import sqlite3 from 'sqlite3';
import { Umzug } from 'umzug';
import type { Clock } from '../clock';
import { hashOf, refuseStrangers } from './known-migrations';
import type { AppliedMigration, Migration } from './known-migrations';
import { RawConnection } from './raw-connection';

export type { Migration } from './known-migrations';

/**
 * Brings a database file up to date, each migration in one transaction; `backUp` runs before when
 * the file already held something. Throws AppError `platform.databaseNewer` or
 * `platform.databaseDiverges`, and what `backUp` throws: nothing is migrated without it.
 */
export async function migrate(file: string, migrations: readonly Migration[], clock: Clock, backUp: () => Promise<unknown>): Promise<void> {
  const connection = await RawConnection.open(file, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE);
  try {
    await connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    await connection.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT');
    const applied = await connection.all<AppliedMigration>('SELECT name, hash FROM migrations ORDER BY name');
    refuseStrangers(applied, migrations);
    if (migrations.length === applied.length) return;
    if (applied.length > 0) await backUp();
    await umzugOver(connection, migrations, clock).up();
  } finally {
    await connection.close();
  }
}

function umzugOver(connection: RawConnection, migrations: readonly Migration[], clock: Clock): Umzug {
  return new Umzug({
    migrations: migrations.map(({ name, sql }) => ({
      name,
      up: async () => {
        const at = clock.now();
        await connection.exec('BEGIN IMMEDIATE');
        try {
          await connection.exec(sql);
          await connection.run('INSERT INTO migrations (name, hash, applied_at) VALUES (?, ?, ?)', [name, hashOf(sql), at]);
          await connection.exec('COMMIT');
        } catch (failure) {
          await connection.exec('ROLLBACK').catch(() => undefined);
          throw failure;
        }
      },
    })),
    storage: {
      logMigration: () => Promise.resolve(), // written in the migration's own transaction
      unlogMigration: () => Promise.resolve(),
      executed: async () => (await connection.all<{ name: string }>('SELECT name FROM migrations')).map(({ name }) => name),
    },
    logger: undefined,
  });
}

import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sqlite3 from 'sqlite3';
import { Umzug } from 'umzug';
import { AppError } from '../../kernel/errors';
import type { Clock } from '../clock';
import { RawConnection } from './raw-connection';

/** One forward-only migration: its name orders it, its SQL may hold many statements. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

interface Applied {
  name: string;
  hash: string;
}

const hashOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/**
 * Brings a database file up to date, each migration in one transaction, after a copy beside it
 * when it already held something. Returns the path of that copy, or null.
 * Throws AppError `platform.databaseNewer` or `platform.databaseDiverges`.
 */
export async function migrate(file: string, migrations: readonly Migration[], clock: Clock): Promise<string | null> {
  const connection = await RawConnection.open(file, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE);
  try {
    await connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    await connection.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT');
    const applied = await connection.all<Applied>('SELECT name, hash FROM migrations ORDER BY name');
    refuseStrangers(applied, migrations);
    const pending = migrations.length > applied.length;
    const backup = pending && applied.length > 0 ? await copyBeside(connection, file, clock) : null;
    if (pending) await umzugOver(connection, migrations, clock).up();
    return backup;
  } finally {
    await connection.close();
  }
}

function refuseStrangers(applied: readonly Applied[], migrations: readonly Migration[]): void {
  applied.forEach(({ name, hash }, index) => {
    const known = migrations[index];
    if (!migrations.some((migration) => migration.name === name)) throw new AppError('platform.databaseNewer', { migration: name });
    if (known?.name !== name || hashOf(known.sql) !== hash) throw new AppError('platform.databaseDiverges', { migration: name });
  });
}

async function copyBeside(connection: RawConnection, file: string, clock: Clock): Promise<string> {
  const folder = join(dirname(file), 'backups');
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `before-migration-${clock.now().replace(/[:.]/g, '-')}.sqlite`);
  await connection.run('VACUUM INTO ?', [copy]);
  return copy;
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

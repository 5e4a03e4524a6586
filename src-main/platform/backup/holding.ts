import sqlite3 from 'sqlite3';
import type { AppliedMigration } from '../database/known-migrations';
import { RawConnection } from '../database/raw-connection';
import type { Manifest } from './manifest';

interface Name {
  readonly name: string;
}

/** What a database file holds, read without a trace: migrations, house, rows of every table. */
export async function readHolding(file: string): Promise<Pick<Manifest, 'migrations' | 'house' | 'counts'>> {
  const connection = await RawConnection.open(file, sqlite3.OPEN_READONLY);
  try {
    return await holdingOf(connection);
  } finally {
    await connection.close();
  }
}

/** The same over an open connection. */
export async function holdingOf(connection: RawConnection): Promise<Pick<Manifest, 'migrations' | 'house' | 'counts'>> {
  const tables = (await connection.all<Name>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")).map(({ name }) => name);
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = (await connection.all<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`))[0]?.n ?? 0;
  const migrations = await connection.all<AppliedMigration>('SELECT name, hash FROM migrations ORDER BY name');
  const [named] = tables.includes('backup_settings') ? await connection.all<{ house: string }>('SELECT house FROM backup_settings') : [];
  return { migrations, house: named?.house ?? null, counts };
}

import type { Database } from '../../../src-main/platform/database/database';

/** Tables that reading pages and refused tries may write. */
const BESIDE = new Set(['sessions', 'sign_in_failures', 'migrations']);

/** Every row of the database as text, but what stands beside it. */
export async function tableRows(db: Database): Promise<ReadonlySet<string>> {
  const tables = await db.select<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
  const rows = new Set<string>();
  for (const { name } of tables) {
    if (BESIDE.has(name)) continue;
    for (const row of await db.select<object>(`SELECT * FROM "${name}"`)) rows.add(`${name} ${JSON.stringify(row)}`);
  }
  return rows;
}

/** What was written between two readings: rows that came and rows that went. */
export function rowsWritten(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  const lacking = (from: ReadonlySet<string>, rows: ReadonlySet<string>, sign: string): string[] => [...rows].filter((row) => !from.has(row)).map((row) => `${sign} ${row}`);
  return [...lacking(after, before, '-'), ...lacking(before, after, '+')];
}

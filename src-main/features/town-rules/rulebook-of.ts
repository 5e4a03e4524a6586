import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import { FORMAT, version as versionShape } from '../rulebook/schema';
import type { Rulebook, Version } from '../rulebook/schema';
import { townOf } from '../town/queries';

/** What was read of one database: versions by row, and the last rulebook made of them. */
interface Kept {
  readonly versions: Map<number, Version>;
  last: { readonly key: string; readonly rulebook: Rulebook } | null;
}

const keptByDatabase = new WeakMap<Database, Kept>();

function keptOf(db: Database): Kept {
  let kept = keptByDatabase.get(db);
  if (!kept) {
    kept = { versions: new Map(), last: null };
    keptByDatabase.set(db, kept);
  }
  return kept;
}

/**
 * The town's rulebook: every version in force, past and to come, in order; no versions before the
 * first activation. Rows never change, so each is parsed once, and the very same value is given
 * until a version is added: what is computed from it may be kept by identity.
 * The school holidays of the town's zone are not in it: they come with the facts (`calendarFacts`).
 */
export function rulebookOf(db: Database): Promise<Rulebook> {
  return db.memo('town-rules.rulebook', () => loadRulebook(db));
}

async function loadRulebook(db: Database): Promise<Rulebook> {
  const { name, timeZone } = await townOf(db);
  const rows = await db.select<{ id: number; fromOn: LocalDate }>(
    'SELECT id, from_on AS fromOn FROM rulebook_versions WHERE replaced_at IS NULL ORDER BY from_on',
  );
  const kept = keptOf(db);
  const key = [name, timeZone, ...rows.map((row) => row.id)].join('/');
  if (kept.last?.key === key) return kept.last.rulebook;
  const versions: Version[] = [];
  for (const { id } of rows) versions.push(kept.versions.get(id) ?? (await parseRow(db, id)));
  const rulebook: Rulebook = { format: FORMAT, town: { name, timeZone }, versions };
  // Only what is committed is kept: a row undone by a rollback gives its number to another.
  db.afterCommit(() => {
    rows.forEach((row, index) => kept.versions.set(row.id, versions[index]!));
    kept.last = { key, rulebook };
  });
  return rulebook;
}

async function parseRow(db: Database, id: number): Promise<Version> {
  const row = await db.selectOne<{ body: string }>('SELECT body FROM rulebook_versions WHERE id = $id', { id });
  return readJson(versionShape, row?.body ?? '');
}

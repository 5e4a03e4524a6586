import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import { FORMAT, version as versionShape } from '../rulebook/schema';
import type { Rulebook, Version } from '../rulebook/schema';
import { townOf } from '../town/queries';

/** A row as it was read, so that its text is parsed once. */
interface Parsed {
  readonly body: string;
  readonly version: Version;
}

/** What was read of one database: versions by row, and the last rulebook made of them. */
interface Kept {
  parsed: ReadonlyMap<number, Parsed>;
  rulebook: Rulebook | null;
}

const keptByDatabase = new WeakMap<Database, Kept>();

/**
 * The town's rulebook: every version in force, past and to come, in order; no versions before the
 * first activation. Each text is parsed once, and the very same value is given until the texts or
 * the town's name change: what is computed from it may be kept by identity.
 * The school holidays of the town's zone are not in it: they come with the facts (`calendarFacts`).
 */
export function rulebookOf(db: Database): Promise<Rulebook> {
  return db.memo('town-rules.rulebook', () => loadRulebook(db));
}

async function loadRulebook(db: Database): Promise<Rulebook> {
  const { name, timeZone } = await townOf(db);
  const rows = await db.select<{ id: number; body: string }>('SELECT id, body FROM rulebook_versions WHERE replaced_at IS NULL ORDER BY from_on');
  const kept = keptByDatabase.get(db) ?? { parsed: new Map<number, Parsed>(), rulebook: null };
  keptByDatabase.set(db, kept);
  const parsed = new Map(rows.map(({ id, body }): [number, Parsed] => {
    const known = kept.parsed.get(id);
    // The text is compared, not only the number: a rollback gives a row's number to another.
    return [id, known?.body === body ? known : { body, version: readJson(versionShape, body) }];
  }));
  const versions = [...parsed.values()].map(({ version }) => version);
  kept.parsed = parsed;
  const last = kept.rulebook;
  const isSame = last?.town.name === name && last.town.timeZone === timeZone
    && last.versions.length === versions.length && last.versions.every((version, index) => version === versions[index]);
  kept.rulebook = last && isSame ? last : { format: FORMAT, town: { name, timeZone }, versions };
  return kept.rulebook;
}

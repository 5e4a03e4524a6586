import { z } from 'zod';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import { version as versionShape } from '../rulebook/schema';
import type { Rulebook, Version } from '../rulebook/schema';
import { rulebookOf } from '../town-rules/rulebook-of';
import { daysOf } from './months';
import type { Month } from './months';

interface VersionRow {
  readonly id: number;
  readonly fromOn: LocalDate;
  readonly activatedAt: Instant;
  readonly replacedAt: Instant | null;
}

/** Which rules price which month, now and when a bill was made. */
export interface RulesOfMonths {
  /** The town's rules of today. */
  readonly now: Rulebook;
  /** Versions in force in a month, "12,15". */
  stampOf(month: Month): string;
  /** The rules as they were at an instant. */
  at(instant: Instant): Promise<Rulebook>;
}

const stampShape = z.record(z.string(), z.string());
/** Months of a bill with the versions that priced each. */
export type Stamp = Readonly<Record<Month, string>>;
export const readStamp = (text: string): Stamp => readJson(stampShape, text);

const parsed = new WeakMap<Database, Map<string, Rulebook>>();

/** Reads the list of versions once; their texts only when an old rulebook is asked for. */
export async function rulesOfMonths(db: Database): Promise<RulesOfMonths> {
  const now = await rulebookOf(db);
  const rows = await db.select<VersionRow>(
    'SELECT id, from_on AS fromOn, activated_at AS activatedAt, replaced_at AS replacedAt FROM rulebook_versions ORDER BY from_on, id');
  const inForce = rows.filter(({ replacedAt }) => replacedAt === null);
  return {
    now,
    stampOf: (month) => {
      const { from, to } = daysOf(month);
      return inForce.filter(({ fromOn }, place) => {
        const next = inForce[place + 1];
        return fromOn <= to && (next === undefined || next.fromOn > from);
      }).map(({ id }) => id).join(',');
    },
    at: (instant) => rulebookOfVersions(db, now,
      rows.filter(({ activatedAt, replacedAt }) => activatedAt <= instant && (replacedAt === null || replacedAt > instant)).map(({ id }) => id)),
  };
}

async function rulebookOfVersions(db: Database, now: Rulebook, ids: readonly number[]): Promise<Rulebook> {
  const kept = parsed.get(db) ?? new Map<string, Rulebook>();
  parsed.set(db, kept);
  const key = ids.join(',');
  const known = kept.get(key);
  if (known) return known;
  const rows = await db.select<{ body: string }>(
    'SELECT body FROM rulebook_versions WHERE id IN (SELECT value FROM json_each($ids)) ORDER BY from_on', { ids: JSON.stringify(ids) });
  const versions: Version[] = rows.map(({ body }) => readJson(versionShape, body));
  const rulebook: Rulebook = { ...now, versions };
  kept.set(key, rulebook);
  return rulebook;
}

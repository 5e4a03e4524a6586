import { addDays } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import { notFound } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import { readJson } from '../../platform/database/json-column';
import type { Context } from '../../platform/procedures/services';
import { lastKnownSchoolDay } from '../calendar/school-holidays';
import { version as versionShape } from '../rulebook/schema';
import type { Version } from '../rulebook/schema';
import { localToday, townOf } from '../town/queries';
import { priceCurves } from './price-curves';
import { readVersion } from './reading/read-version';
import { rulebookOf } from './rulebook-of';
import type { Draft, DraftSummary, RulesOverview, RuleWords, VersionReading, VersionSummary } from './schema';

interface VersionRow {
  readonly id: number;
  readonly fromOn: LocalDate;
  readonly body: string;
  readonly activatedAt: Instant;
  readonly activatedBy: string;
}

interface DraftRow extends DraftSummary {
  readonly body: string;
  readonly revision: number;
}

const inForce = 'SELECT id, from_on AS fromOn, body, activated_at AS activatedAt, activated_by AS activatedBy FROM rulebook_versions WHERE replaced_at IS NULL';
const drafts = 'SELECT id, from_on AS fromOn, body, revision, updated_at AS updatedAt, updated_by AS updatedBy FROM rulebook_drafts';

/** All versions on the timeline, the drafts, and how far the shipped school calendar reaches. */
export async function rulesOverview(context: Pick<Context, 'db' | 'clock'>): Promise<RulesOverview> {
  const today = await localToday(context);
  const rows = await context.db.select<DraftRow>(`${drafts} ORDER BY from_on`);
  return {
    today,
    versions: await versionSummaries(context.db, today),
    drafts: rows.map(({ body: _, revision: __, ...summary }) => summary),
    services: [...new Map((await rulebookOf(context.db)).versions.flatMap((version) => version.services).map(({ id, label }) => [id, { id, label }])).values()],
    schoolCalendarUntil: lastKnownSchoolDay((await townOf(context.db)).schoolZone),
  };
}

async function versionSummaries(db: Database, today: LocalDate): Promise<VersionSummary[]> {
  const rows = await db.select<VersionRow>(`${inForce} ORDER BY from_on`);
  return rows.map((row, index) => {
    const next = rows[index + 1];
    const version = readJson(versionShape, row.body);
    const untilOn = next ? addDays(next.fromOn, -1) : null;
    const state = row.fromOn > today ? 'future' : untilOn !== null && untilOn < today ? 'past' : 'inForce';
    const { body: _, ...told } = row;
    return { ...told, untilOn, state, label: version.label ?? null, services: version.services.map((service) => service.label) };
  });
}

/** A version as staff read it. Throws AppError `notFound`. */
export async function readingOf(context: Pick<Context, 'db' | 'clock'>, id: number): Promise<VersionReading> {
  const summary = (await versionSummaries(context.db, await localToday(context))).find((one) => one.id === id);
  if (!summary) throw notFound();
  const version = await versionById(context.db, id);
  return { summary, version, sections: readVersion(version), curves: priceCurves(version) };
}

/** The text of a version in force or to come. Throws AppError `notFound`. */
export async function versionById(db: Database, id: number): Promise<Version> {
  const row = await db.selectOne<VersionRow>(`${inForce} AND id = $id`, { id });
  if (!row) throw notFound();
  return readJson(versionShape, row.body);
}

/** A draft with its text. Throws AppError `notFound` once it was put in force or discarded. */
export async function draftById(db: Database, id: number): Promise<Draft> {
  const row = await db.selectOne<DraftRow>(`${drafts} WHERE id = $id`, { id });
  if (!row) throw notFound('rules.draftGone');
  const { body, ...told } = row;
  return { ...told, version: readJson(versionShape, body) };
}

/** The words that conditions use, for the forms of the other pages; empty before the first version. */
export async function ruleWords(context: Pick<Context, 'db' | 'clock'>): Promise<RuleWords> {
  const { versions } = await rulebookOf(context.db);
  const today = await localToday(context);
  const version = versions.findLast((one) => one.from <= today) ?? versions[0];
  if (!version) return { zones: [], flags: [], categories: [], measures: [], services: [] };
  return {
    zones: version.zones,
    flags: version.flags ?? [],
    categories: version.categories ?? [],
    measures: version.measures.map(({ id, label }) => ({ id, label })),
    services: version.services.map(({ id, label, unit, weekdays }) => ({ id, label, unit, weekdays: weekdays ?? [] })),
  };
}

import { addMonths } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { windowOfFacts } from '../child-days/window-of-facts';
import type { Days } from '../rulebook/schema';
import { rulebookOf } from '../town-rules/rulebook-of';
import { STANDING } from './billed-months';
import { changesSince } from './changed-since';
import { daysOf, firstDay, monthKey, monthsOf } from './months';
import type { Month } from './months';
import { readStamp, rulesOfMonths } from './rules-of-months';

/** How far back differences are looked for. */
const MONTHS_BACK = 12;

/** Months that were invoiced, by runs that are over; those of `except` left out. */
export async function invoicedMonths(db: Database, except: readonly Month[], until: LocalDate): Promise<Month[]> {
  const runs = await db.select<{ from: LocalDate; to: LocalDate }>("SELECT from_on AS \"from\", to_on AS \"to\" FROM invoice_runs WHERE state = 'issued'");
  const oldest = monthKey(addMonths(until, -MONTHS_BACK));
  return [...new Set(runs.flatMap(monthsOf))].filter((month) => month >= oldest && !except.includes(month)).sort();
}

interface Standing {
  readonly familyId: number;
  readonly state: string;
  readonly reason: string;
  readonly doneAt: Instant | null;
}

/**
 * The months already invoiced to look at again, by family: all of them for families of whom something
 * was recorded since their last bill, or whose amounts were kept for later; those whose rules were
 * replaced. Families without any are left out.
 */
export async function earlierMonths(db: Database, period: Days): Promise<Map<number, readonly Month[]>> {
  const months = await invoicedMonths(db, monthsOf(period), period.to);
  const wanted = new Map<number, readonly Month[]>();
  if (months.length === 0) return wanted;
  for (const familyId of await touchedFamilies(db, months)) wanted.set(familyId, months);
  for (const [familyId, replaced] of await familiesOfReplacedRules(db, months)) if (!wanted.has(familyId)) wanted.set(familyId, replaced);
  return wanted;
}

async function touchedFamilies(db: Database, months: readonly Month[]): Promise<Set<number>> {
  const last = await db.select<Standing>(
    `SELECT row.family_id AS familyId, row.state, row.reason, row.done_at AS doneAt FROM run_families row
     WHERE row.run_id = (SELECT max(other.run_id) FROM run_families other JOIN invoice_runs run ON run.id = other.run_id AND run.state = 'issued' WHERE other.family_id = row.family_id)`,
  );
  const end = await db.selectOne<{ at: Instant }>("SELECT max(finished_at) AS at FROM invoice_runs WHERE state = 'issued'");
  const corrected = await db.select<{ familyId: number; at: Instant }>(
    'SELECT family_id AS familyId, max(at) AS at FROM bills WHERE run_id IS NULL AND reverses_id IS NULL GROUP BY family_id');
  const correctedAt = new Map(corrected.map(({ familyId, at }) => [familyId, at]));
  const handled = new Map<number, Instant>();
  const touched = new Set<number>();
  for (const { familyId, state, reason, doneAt } of last) {
    const later = correctedAt.get(familyId);
    const isKept = state === 'held' || state === 'waiting' || (state === 'nothing' && reason !== '');
    if (doneAt === null || (isKept && !(later && later > doneAt))) touched.add(familyId);
    else handled.set(familyId, later && later > doneAt ? later : doneAt);
  }
  const unknownSince = end?.at ?? ('' as Instant);
  const since = [...handled.values(), unknownSince].sort()[0]!;
  const changes = await changesSince(db, since, windowOf(await rulebookOf(db), months));
  for (const [familyId, at] of changes.byFamily) if (at >= (handled.get(familyId) ?? unknownSince)) touched.add(familyId);
  if (changes.everyone !== null) for (const [familyId, at] of handled) if (changes.everyone >= at) touched.add(familyId);
  return touched;
}

/** The days whose facts the months' prices depend on. */
function windowOf(rulebook: Parameters<typeof windowOfFacts>[0], months: readonly Month[]): Days {
  return windowOfFacts(rulebook, { from: firstDay(months[0]!), to: daysOf(months.at(-1)!).to });
}

async function familiesOfReplacedRules(db: Database, months: readonly Month[]): Promise<Map<number, Month[]>> {
  const rules = await rulesOfMonths(db);
  const bills = await db.select<{ familyId: number; stamp: string }>(
    `SELECT family_id AS familyId, rules_stamp AS stamp FROM bills bill WHERE from_on <= $to AND to_on >= $from AND ${STANDING} ORDER BY id`,
    { from: firstDay(months[0]!), to: daysOf(months.at(-1)!).to },
  );
  const stamps = new Map<number, Map<Month, string>>();
  for (const { familyId, stamp } of bills) {
    const known = stamps.get(familyId) ?? new Map<Month, string>();
    stamps.set(familyId, known);
    for (const [month, versions] of Object.entries(readStamp(stamp))) known.set(month as Month, versions);
  }
  const now = new Map(months.map((month) => [month, rules.stampOf(month)]));
  const replaced = new Map<number, Month[]>();
  for (const [familyId, known] of stamps) {
    const different = months.filter((month) => known.has(month) && known.get(month) !== now.get(month));
    if (different.length > 0) replaced.set(familyId, different);
  }
  return replaced;
}

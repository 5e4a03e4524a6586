import { addDays } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { formatDate } from '../../kernel/french-dates';
import { counted, enumerated } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { typeset } from '../rulebook/explain';
import type { Rulebook, Version } from '../rulebook/schema';
import { localToday, townOf } from '../town/queries';
import { calendarFacts } from './calendar-facts';
import { differencesBetween } from './differences';
import { draftById } from './queries';
import { questionsOf } from './questions';
import { rulebookOf } from './rulebook-of';
import type { DraftCheck } from './schema';

type Consequence = DraftCheck['consequences'][number];

/** What staff read before a draft is put in force: its open questions, its consequences, its differences. */
export async function checkDraft(context: Pick<Context, 'db' | 'clock'>, id: number): Promise<DraftCheck> {
  const { version } = await draftById(context.db, id);
  const rulebook = await rulebookOf(context.db);
  const questions = questionsOf(version, calendarFacts(await townOf(context.db)));
  const before = versionBefore(rulebook, version.from);
  return {
    questions,
    mayActivate: !questions.some((question) => question.level === 'error'),
    consequences: (await consequencesOf(context, rulebook, version)).map(({ level, text }) => ({ level, text: typeset(text) })),
    hasPrevious: before !== null,
    differences: differencesBetween(before, version),
  };
}

/** The version that serves on a day until another takes its place there. */
export const versionBefore = (rulebook: Rulebook, day: LocalDate): Version | null => rulebook.versions.findLast((one) => one.from <= day) ?? null;

async function consequencesOf(context: Pick<Context, 'db' | 'clock'>, rulebook: Rulebook, version: Version): Promise<Consequence[]> {
  const today = await localToday(context);
  const before = versionBefore(rulebook, version.from);
  const next = rulebook.versions.find((one) => one.from > version.from);
  const until = next ? addDays(next.from, -1) : null;
  const found: Consequence[] = [];
  if (before?.from === version.from) found.push({ level: 'warning', text: `Ce texte remplace la version qui commence le même jour, le ${formatDate(before.from)}.` });
  if (version.from < today) {
    found.push({ level: 'warning', text: `Il s’applique à des jours déjà passés, depuis le ${formatDate(version.from)} : leurs prix, tels qu’ils s’affichent, peuvent changer.` });
  }
  if (next && until) found.push({ level: 'info', text: `Il s’appliquera jusqu’au ${formatDate(until)}, veille de la version suivante.` });
  const gone = (before?.services ?? []).filter((service) => !version.services.some((one) => one.id === service.id));
  for (const service of gone) found.push(await consequenceOfRemoval(context.db, service, version.from, until));
  const zones = await familiesInOtherZones(context.db, version);
  if (zones > 0) found.push({ level: 'warning', text: `${counted(zones, 'famille habite', 'familles habitent')} un secteur que ce texte ne connaît plus : corrigez leur fiche.` });
  const bookings = await countBookings(context.db, version.services.map((service) => service.id), version.from > today ? version.from : today, until);
  if (bookings > 0) found.push({ level: 'info', text: `${counted(bookings, 'réservation à venir prend', 'réservations à venir prennent')} les prix et les délais de ce texte.` });
  return found;
}

async function consequenceOfRemoval(db: Database, service: Version['services'][number], from: LocalDate, until: LocalDate | null): Promise<Consequence> {
  const bookings = await countBookings(db, [service.id], from, until);
  const enrolments = await countOf(db, 'SELECT count(*) AS n FROM enrolments WHERE service = $service AND (to_on IS NULL OR to_on >= $from)', { service: service.id, from });
  const lost = [
    bookings > 0 ? counted(bookings, 'réservation', 'réservations') : '',
    enrolments > 0 ? counted(enrolments, 'inscription', 'inscriptions') : '',
  ].filter(Boolean);
  const losing = lost.length > 0 ? ` : ${enumerated(lost)} ne seront plus honorées` : '';
  return { level: lost.length > 0 ? 'warning' : 'info', text: `« ${service.label} » n’existe plus à partir du ${formatDate(from)}${losing}.` };
}

// Enrolments and bookings are rooms above this one: their tables are only counted here.
function countBookings(db: Database, services: readonly string[], from: LocalDate, until: LocalDate | null): Promise<number> {
  return countOf(
    db,
    `SELECT count(*) AS n FROM bookings WHERE state = 'booked' AND day >= $from AND ($until IS NULL OR day <= $until)
       AND service IN (SELECT value FROM json_each($services))`,
    { from, until, services: JSON.stringify(services) },
  );
}

function familiesInOtherZones(db: Database, version: Version): Promise<number> {
  return countOf(
    db,
    "SELECT count(*) AS n FROM families WHERE archived_at IS NULL AND zone <> '' AND zone NOT IN (SELECT value FROM json_each($zones))",
    { zones: JSON.stringify(version.zones.map((zone) => zone.id)) },
  );
}

async function countOf(db: Database, sql: string, bind: Record<string, string | null>): Promise<number> {
  return (await db.selectOne<{ n: number }>(sql, bind))?.n ?? 0;
}

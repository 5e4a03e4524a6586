import { formatDay, formatMoment } from '../../kernel/french-dates';
import { addDays, dayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { typeset } from '../rulebook/explain';
import { limitOf } from '../rulebook/limits';
import { openingOf } from '../rulebook/opening';
import type { Calendar, Version } from '../rulebook/schema';
import { localToday, townOf } from '../town/queries';
import { calendarFacts } from './calendar-facts';
import { readDraftBody } from './draft-body';
import { priceCurves } from './price-curves';
import { priceExamples } from './price-examples';
import { questionsOf } from './questions';
import { readVersion } from './reading/read-version';
import type { DraftPreview } from './schema';

/** What a draft on the screen would mean: its open questions, deadlines by example, prices by quotient. Saves nothing. */
export async function previewDraft(context: Pick<Context, 'db' | 'clock'>, body: unknown): Promise<DraftPreview> {
  const { version, fields } = readDraftBody(body);
  if (!version) return { fields, questions: [], deadlines: {}, curves: [], examples: {}, sections: [] };
  const today = await localToday(context);
  const calendar = calendarFacts(await townOf(context.db));
  return {
    fields: {},
    questions: questionsOf(version, calendar),
    deadlines: deadlineExamples(version, calendar, version.from > today ? version.from : today),
    curves: priceCurves(version),
    examples: priceExamples(version),
    sections: readVersion(version),
  };
}

/** How far an open day is looked for: over a summer break. */
const DAYS_AHEAD = 90;
const EXAMPLES = 2;

/** "Pour le jeudi 12 novembre : jusqu’au mardi 10 novembre à 10 h", for the first open days after tomorrow's week. */
export function deadlineExamples(version: Version, calendar: Calendar, from: LocalDate): Record<string, string[]> {
  return Object.fromEntries(version.deadlines.map((deadline) => {
    const service = version.booking.find((row) => [row.book, row.change, row.cancel, row.enrol].some((rule) => rule?.limit === deadline.id))?.services[0] ?? version.services[0]?.id ?? '';
    return [deadline.id, openDays(version, calendar, service, from).map((day) => typeset(example(version, calendar, deadline.id, service, day)))];
  }));
}

/** The first open day of the next week and one later in it: limits often differ within a week. */
function openDays(version: Version, calendar: Calendar, service: string, from: LocalDate): LocalDate[] {
  const found: LocalDate[] = [];
  for (let ahead = 7; ahead < DAYS_AHEAD && found.length < EXAMPLES; ahead += 1) {
    const day = addDays(from, ahead);
    if (openingOf(version, calendar, service, day).open && (found.length === 0 || day >= addDays(found[0]!, 2))) found.push(day);
  }
  return found;
}

function example(version: Version, calendar: Calendar, deadline: string, service: string, day: LocalDate): string {
  const limit = limitOf(version, calendar, deadline, service, day);
  if (limit === null) return `Pour le ${formatDay(day)} : limite pas encore fixée`;
  if (limit === 'none') return `Pour le ${formatDay(day)} : à tout moment`;
  if (limit === 'never') return `Pour le ${formatDay(day)} : jamais`;
  const strict = version.deadlines.find((one) => one.id === deadline)?.strict;
  return dayOf(limit) === day && strict
    ? `Pour le ${formatDay(day)} : avant ${formatMoment(limit)}`
    : `Pour le ${formatDay(day)} : ${strict ? 'avant le' : 'jusqu’au'} ${formatMoment(limit)}`;
}

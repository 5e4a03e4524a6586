import { daysFrom, toLocal, weekdayOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { covers } from '../enrolments/periods';
import { enrolmentsOf } from '../enrolments/queries';
import type { Enrolment } from '../enrolments/schema';
import { familyInCharge } from '../families/custody';
import { familyFactsOf } from '../families/loading';
import type { ChildFacts, FamilyFacts } from '../families/schema';
import type { Calendar, Days, Event, Facts, Rulebook } from '../rulebook/schema';
import { versionOn } from '../rulebook/versions';
import { calendarFacts } from '../town-rules/calendar-facts';
import { townOf } from '../town/queries';
import { familyForRulebook, idOf } from './family-facts';
import { decidedDaysOf } from './queries';
import type { DecidedDay } from './schema';
import { windowOfFacts } from './window-of-facts';

/** All that is known of some families over a period, as records and as the rulebook's facts. */
export interface FamilyDays {
  readonly families: readonly FamilyFacts[];
  readonly enrolments: readonly Enrolment[];
  readonly decided: readonly DecidedDay[];
  /** The same by `dayKey`. */
  readonly decidedByKey: ReadonlyMap<string, DecidedDay>;
  readonly calendar: Calendar;
  readonly timeZone: string;
  /** The days loaded: the period, widened to the windows that the rulebook looks at. */
  readonly window: Days;
}

export const dayKey = (childId: number, service: string, day: LocalDate): string => `${childId} ${service} ${day}`;

/** Loads families with their enrolments and decided days: a constant number of reads. */
export async function loadFamilyDays(db: Database, familyIds: readonly number[], rulebook: Rulebook, period: Days): Promise<FamilyDays> {
  const town = await townOf(db);
  const families = await familyFactsOf(db, { familyIds });
  const childIds = [...new Set(families.flatMap(({ children }) => children.map(({ id }) => id)))];
  const window = windowOfFacts(rulebook, period);
  const [enrolments, decided] = await Promise.all([
    enrolmentsOf(db, childIds, window.from, window.to),
    decidedDaysOf(db, childIds, window.from, window.to),
  ]);
  const decidedByKey = new Map(decided.map((one) => [dayKey(one.childId, one.service, one.day), one]));
  return { families, enrolments, decided, decidedByKey, calendar: calendarFacts(town), timeZone: town.timeZone, window };
}

/** Long before any decision: where the days of another family are taken out of a usual week. */
const BEFORE_ALL = '1900-01-01T00:00' as LocalDateTime;

/**
 * The facts of one family: only the days on which it is in charge of each child (custody weeks).
 * Decided days stand as decided (`override`): a rule voted later does not undo them.
 */
export function factsOfFamily(days: FamilyDays, family: FamilyFacts, rulebook: Rulebook): Facts {
  const version = versionOn(rulebook, days.window.to) ?? rulebook.versions[0];
  if (!version) return { families: [], events: [], calendar: days.calendar };
  const events = family.children.flatMap((child) => [...daysElsewhere(days, family, child), ...decisions(days, family, child)]);
  return {
    families: [familyForRulebook(family, days.enrolments, version, days.timeZone)],
    events: events.sort((left, right) => (left.at! < right.at! ? -1 : left.at! > right.at! ? 1 : 0)),
    calendar: days.calendar,
  };
}

/** True when this family books and pays for the child on the day. */
export const isInCharge = (family: FamilyFacts, child: ChildFacts, day: LocalDate): boolean =>
  child.custody.length < 2 || familyInCharge(child.custody, day) === family.id;

function decisions(days: FamilyDays, family: FamilyFacts, child: ChildFacts): Event[] {
  const mine = days.decided.filter((one) => one.childId === child.id && isInCharge(family, child, one.day)
    && days.enrolments.some((enrolment) => enrolment.childId === child.id && enrolment.service === one.service && covers(enrolment, one.day)));
  return mine.map((one) => ({
    type: one.state === 'booked' ? 'book' : 'cancel',
    at: toLocal(one.decidedAt, days.timeZone),
    child: idOf(child.id),
    service: one.service,
    days: [one.day],
    override: true,
  }));
}

/** Days of usual weeks that fall in the other family's custody. */
function daysElsewhere(days: FamilyDays, family: FamilyFacts, child: ChildFacts): Event[] {
  if (child.custody.length < 2) return [];
  const elsewhere = daysFrom(days.window.from, days.window.to).filter((day) => !isInCharge(family, child, day));
  return days.enrolments.filter(({ childId }) => childId === child.id).flatMap((enrolment) => {
    const usual = elsewhere.filter((day) => covers(enrolment, day) && enrolment.week.includes(weekdayOf(day)));
    if (usual.length === 0) return [];
    return [{ type: 'cancel', at: BEFORE_ALL, child: idOf(child.id), service: enrolment.service, days: usual, override: true } satisfies Event];
  });
}

import { daysFrom, toLocal, weekdayOf } from '../../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { covers } from '../enrolments/periods';
import { enrolmentsOf } from '../enrolments/queries';
import { familyFactsOf } from '../families/loading';
import type { ChildFacts, FamilyFacts } from '../families/schema';
import type { Days, Event, Facts, Rulebook } from '../rulebook/schema';
import { versionOn } from '../rulebook/versions';
import { calendarFacts } from '../town-rules/calendar-facts';
import { townOf } from '../town/queries';
import { familyForRulebook, idOf } from './family-facts';
import { ofChild } from './by-child';
import { dayKey } from './day-key';
import type { FamilyDays } from './family-days';
import { isInCharge } from './in-charge';
import { decidedDaysOf } from './queries';
import { rollCallEvents } from './roll-call-facts';
import { absencesOf, calledDaysOf } from './roll-call-queries';
import { windowOfFacts } from './window-of-facts';

export type { FamilyDays } from './family-days';

/** Loads families with their enrolments, decided days, roll calls and absences: a constant number of reads. */
export async function loadFamilyDays(db: Database, familyIds: readonly number[], rulebook: Rulebook, period: Days): Promise<FamilyDays> {
  const town = await townOf(db);
  const families = await familyFactsOf(db, { familyIds });
  const childIds = [...new Set(families.flatMap(({ children }) => children.map(({ id }) => id)))];
  const window = windowOfFacts(rulebook, period);
  const [enrolments, decided, called, absences] = await Promise.all([
    enrolmentsOf(db, childIds, window.from, window.to),
    decidedDaysOf(db, childIds, window.from, window.to),
    calledDaysOf(db, childIds, window.from, window.to),
    absencesOf(db, childIds, window.from, window.to),
  ]);
  return {
    families, enrolments, decided, decidedByKey: byKey(decided), called, calledByKey: byKey(called), absences,
    calendar: calendarFacts(town), timeZone: town.timeZone, window,
  };
}

/** Rows by `dayKey`. */
export const byKey = <Row extends { readonly childId: number; readonly service: string; readonly day: LocalDate }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((one) => [dayKey(one.childId, one.service, one.day), one]));

/** Long before any decision: where the days of another family are taken out of a usual week. */
const BEFORE_ALL = '1900-01-01T00:00' as LocalDateTime;

/**
 * The facts of one family: only the days on which it is in charge of each child (custody weeks).
 * Decided days stand as decided (`override`): a rule voted later does not undo them.
 */
export function factsOfFamily(days: FamilyDays, family: FamilyFacts, rulebook: Rulebook): Facts {
  const version = versionOn(rulebook, days.window.to) ?? rulebook.versions[0];
  if (!version) return { families: [], events: [], calendar: days.calendar };
  const booked = family.children.flatMap((child) => [...daysElsewhere(days, family, child), ...decisions(days, family, child)]);
  // Roll calls come last: the rulebook puts all in order of time, and of two at one instant the later one counts.
  const happened = family.children.flatMap((child) => rollCallEvents(days, family, child));
  return {
    families: [familyForRulebook(family, days.enrolments, version, days.timeZone)],
    events: [...booked.sort((left, right) => (left.at! < right.at! ? -1 : left.at! > right.at! ? 1 : 0)), ...happened],
    calendar: days.calendar,
  };
}

function decisions(days: FamilyDays, family: FamilyFacts, child: ChildFacts): Event[] {
  const enrolments = ofChild(days.enrolments, child.id);
  const mine = ofChild(days.decided, child.id).filter((one) => isInCharge(family, child, one.day)
    && enrolments.some((enrolment) => enrolment.service === one.service && covers(enrolment, one.day)));
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
  return ofChild(days.enrolments, child.id).flatMap((enrolment) => {
    const usual = elsewhere.filter((day) => covers(enrolment, day) && enrolment.week.includes(weekdayOf(day)));
    if (usual.length === 0) return [];
    return [{ type: 'cancel', at: BEFORE_ALL, child: idOf(child.id), service: enrolment.service, days: usual, override: true } satisfies Event];
  });
}

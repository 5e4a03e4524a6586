import { addDays, isoWeek } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { CustodyLink, CustodyWeek } from './schema';

const inPeriods = (link: CustodyLink, day: LocalDate): boolean => link.periods.some(({ fromOn, toOn }) => fromOn <= day && day <= toOn);

function keeps(link: CustodyLink, links: readonly CustodyLink[], day: LocalDate): boolean {
  switch (link.custody) {
    case 'always': return true;
    case 'evenWeeks': return isoWeek(day) % 2 === 0;
    case 'oddWeeks': return isoWeek(day) % 2 === 1;
    case 'chosenDates': return inPeriods(link, day);
    case 'otherDates': return !links.some((other) => other !== link && other.custody === 'chosenDates' && inPeriods(other, day));
  }
}

/** The families that keep a child on a day. Links that `custodyFault` accepts always give one. */
export const keepersOn = (links: readonly CustodyLink[], day: LocalDate): number[] =>
  links.filter((link) => keeps(link, links, day)).map(({ familyId }) => familyId);

/**
 * The family that books and pays for a child on a day; null without family. A child with one family
 * is always in its charge (the other family may have been archived). Weeks are ISO weeks, Monday to
 * Sunday: week 53 is odd, and so is the week 1 that follows it.
 */
export function familyInCharge(links: readonly CustodyLink[], day: LocalDate): number | null {
  if (links.length === 1) return links[0]!.familyId;
  return keepersOn(links, day)[0] ?? null;
}

/** What is wrong with the custody of a child: no family or several would have it on some days. */
export interface CustodyFault {
  readonly code: 'families.custodyAlone' | 'families.custodyBoth' | 'families.custodyNone' | 'families.custodyNoDates';
  /** A day on which it shows; null where it needs none. */
  readonly day: LocalDate | null;
}

const SOUND_PAIRS = new Set(['evenWeeks oddWeeks', 'oddWeeks evenWeeks', 'chosenDates otherDates', 'otherDates chosenDates']);
const YEARS_LOOKED_AT = 2;

/** The fault of these links, with a day from `today` on that shows it; null when every day has one family. */
export function custodyFault(links: readonly CustodyLink[], today: LocalDate): CustodyFault | null {
  if (links.length === 1) return links[0]!.custody === 'always' ? null : { code: 'families.custodyAlone', day: null };
  if (links.some(({ custody, periods }) => custody === 'chosenDates' && periods.length === 0)) return { code: 'families.custodyNoDates', day: null };
  if (SOUND_PAIRS.has(links.map(({ custody }) => custody).join(' '))) return null;
  for (let index = 0, day = today; index < 366 * YEARS_LOOKED_AT; index += 1, day = addDays(day, 1)) {
    const count = keepersOn(links, day).length;
    if (count !== 1) return { code: count === 0 ? 'families.custodyNone' : 'families.custodyBoth', day };
  }
  return { code: 'families.custodyNone', day: null };
}

/** Weeks of a preview, from the Monday given. */
export function custodyWeeks(links: readonly CustodyLink[], monday: LocalDate, count: number): CustodyWeek[] {
  return Array.from({ length: count }, (_, index) => {
    const start = addDays(monday, 7 * index);
    return { monday: start, week: isoWeek(start), days: [0, 1, 2, 3, 4, 5, 6].map((offset) => keepersOn(links, addDays(start, offset))) };
  });
}

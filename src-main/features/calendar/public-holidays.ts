import { addDays, makeDate } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';

/** Departments and territories that have public holidays of their own. */
export const HOLIDAY_REGIONS = ['57', '67', '68', 'GP', 'MQ', 'GF', 'RE', 'YT', 'BL', 'MF'] as const;
export type HolidayRegion = (typeof HOLIDAY_REGIONS)[number];

export interface PublicHoliday {
  day: LocalDate;
  /** "Armistice" */
  name: string;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
function easterOf(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapless = Math.floor(century / 4);
  const moon = (19 * golden + century - leapless - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
  const correction = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * correction + 114;
  return makeDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Commemoration of the abolition of slavery (Code du travail, art. L3422-2). */
const ABOLITION: Partial<Record<HolidayRegion, readonly [month: number, day: number]>> = {
  GP: [5, 27], MQ: [5, 22], GF: [6, 10], RE: [12, 20], YT: [4, 27], BL: [10, 9], MF: [5, 28],
};
const GOOD_FRIDAY: readonly HolidayRegion[] = ['57', '67', '68', 'GP', 'MQ'];
const SAINT_STEPHEN: readonly HolidayRegion[] = ['57', '67', '68'];

function computeHolidays(year: number, region: HolidayRegion | undefined): PublicHoliday[] {
  const easter = easterOf(year);
  const list: PublicHoliday[] = [
    { day: makeDate(year, 1, 1), name: 'Jour de l\'an' },
    { day: addDays(easter, 1), name: 'Lundi de Pâques' },
    { day: makeDate(year, 5, 1), name: 'Fête du travail' },
    { day: makeDate(year, 5, 8), name: 'Victoire 1945' },
    { day: addDays(easter, 39), name: 'Ascension' },
    { day: addDays(easter, 50), name: 'Lundi de Pentecôte' },
    { day: makeDate(year, 7, 14), name: 'Fête nationale' },
    { day: makeDate(year, 8, 15), name: 'Assomption' },
    { day: makeDate(year, 11, 1), name: 'Toussaint' },
    { day: makeDate(year, 11, 11), name: 'Armistice' },
    { day: makeDate(year, 12, 25), name: 'Noël' },
  ];
  if (region && GOOD_FRIDAY.includes(region)) list.push({ day: addDays(easter, -2), name: 'Vendredi saint' });
  if (region && SAINT_STEPHEN.includes(region)) list.push({ day: makeDate(year, 12, 26), name: 'Saint-Étienne' });
  const abolition = region && ABOLITION[region];
  if (abolition) list.push({ day: makeDate(year, ...abolition), name: 'Abolition de l\'esclavage' });
  return list.sort((left, right) => (left.day < right.day ? -1 : 1));
}

const known = new Map<string, readonly PublicHoliday[]>();

/**
 * The public holidays of a year, in order of days (Code du travail, art. L3133-1, L3134-13, L3422-2).
 * Computed here because loading a library of the whole world's holidays takes 0.1 s; a test
 * compares them with `date-holidays` year by year.
 */
export function publicHolidays(year: number, region?: HolidayRegion): readonly PublicHoliday[] {
  const key = `${year}${region ?? ''}`;
  const found = known.get(key) ?? computeHolidays(year, region);
  known.set(key, found);
  return found;
}

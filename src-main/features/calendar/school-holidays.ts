import officialHolidays from '../../../resources/school-holidays.csv?raw';
import { localDate } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';

/** Zones of the school calendar; `none` where the rectorat sets its own (Corsica, overseas). */
export const SCHOOL_ZONES = ['A', 'B', 'C', 'none'] as const;
export type SchoolZone = (typeof SCHOOL_ZONES)[number];

export interface SchoolHoliday {
  /** "Vacances de la Toussaint" */
  name: string;
  firstOn: LocalDate;
  lastOn: LocalDate;
}

function readHolidays(csv: string): Map<string, SchoolHoliday[]> {
  const byZone = new Map<string, SchoolHoliday[]>();
  for (const row of csv.trim().split(/\r?\n/).slice(1)) {
    const [zone = '', name = '', first = '', last = ''] = row.split(',');
    const list = byZone.get(zone) ?? [];
    list.push({ name, firstOn: localDate(first), lastOn: localDate(last) });
    byZone.set(zone, list);
  }
  return byZone;
}

const byZone = readHolidays(officialHolidays);

/** Official school holidays of a zone, both days included, in order; none for `none`. */
export const schoolHolidays = (zone: SchoolZone): readonly SchoolHoliday[] => byZone.get(zone) ?? [];

/** The school holiday that holds a day, or null. */
export const schoolHolidayOn = (zone: SchoolZone, day: LocalDate): SchoolHoliday | null =>
  schoolHolidays(zone).find((holiday) => holiday.firstOn <= day && day <= holiday.lastOn) ?? null;

export const isSchoolBreak = (zone: SchoolZone, day: LocalDate): boolean => schoolHolidayOn(zone, day) !== null;

/** Last day that the shipped calendar knows; null for `none`. Beyond it staff must enter the breaks. */
export const lastKnownSchoolDay = (zone: SchoolZone): LocalDate | null => schoolHolidays(zone).at(-1)?.lastOn ?? null;

/** The holidays as `breaks` of a rulebook's calendar: usual weeks do not run in them. */
export const breaksFor = (zone: SchoolZone): { label: string; from: LocalDate; to: LocalDate }[] =>
  schoolHolidays(zone).map(({ name, firstOn, lastOn }) => ({ label: name, from: firstOn, to: lastOn }));

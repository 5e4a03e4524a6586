import { yearOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { HOLIDAY_REGIONS, publicHolidays } from '../calendar/public-holidays';
import { breaksFor, lastKnownSchoolDay } from '../calendar/school-holidays';
import type { Calendar } from '../rulebook/schema';
import type { Town } from '../town/schema';

type Place = Pick<Town, 'schoolZone' | 'holidayRegion'>;

/** Public holidays of a region are listed this many years beyond the shipped school calendar. */
const YEARS_AHEAD = 5;
const FIRST_YEAR = 2020;

const known = new Map<string, Calendar>();

/**
 * The calendar that the town's place brings to the rulebook's facts (`Facts.calendar`, which adds
 * to the versions' own): school holidays of its zone as `breaks`, public holidays of its region
 * (Alsace-Moselle, overseas) as `extraHolidays`. National holidays are computed by the rulebook.
 * The same object is given for the same place, so that what is computed from it can be kept.
 */
export function calendarFacts(town: Place): Calendar {
  const key = `${town.schoolZone}/${town.holidayRegion}`;
  let calendar = known.get(key);
  if (!calendar) {
    calendar = { breaks: breaksFor(town.schoolZone), extraHolidays: regionalHolidays(town) };
    known.set(key, calendar);
  }
  return calendar;
}

function regionalHolidays(town: Place): LocalDate[] {
  const region = HOLIDAY_REGIONS.find((one) => one === town.holidayRegion);
  if (!region) return [];
  const last = yearOf(lastKnownSchoolDay('A') ?? ('2027-01-01' as LocalDate)) + YEARS_AHEAD;
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  return years.flatMap((year) => {
    const national = publicHolidays(year).map((holiday) => holiday.day);
    return publicHolidays(year, region).map((holiday) => holiday.day).filter((day) => !national.includes(day));
  });
}


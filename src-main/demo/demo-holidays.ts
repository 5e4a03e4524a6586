import { addDays, localDateTime, makeDate } from '../kernel/local-date';
import type { LocalDate, LocalDateTime } from '../kernel/local-date';
import { schoolHolidays } from '../features/calendar/school-holidays';
import type { SchoolZone } from '../features/calendar/school-holidays';
import { slugOf } from '../kernel/slug';

/** School holidays in which the leisure centre is open, and when families book them. */
export interface OpenHoliday {
  readonly id: string;
  readonly label: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly bookedFrom: LocalDateTime;
  readonly bookedUntil: LocalDateTime;
}

const DAYS_BEFORE_OPENING = 40;
const DAYS_BEFORE_LIMIT = 10;

/** The centre is closed at Christmas and in August; beyond the known calendar only July is sure. */
export function openHolidays(zone: SchoolZone, schoolYear: number): OpenHoliday[] {
  const [first, last] = [makeDate(schoolYear, 9, 1), makeDate(schoolYear + 1, 7, 31)];
  const known = schoolHolidays(zone).filter(({ name, firstOn }) => firstOn > first && firstOn <= last && !name.includes('Noël'));
  const july = { name: 'Vacances d’été', firstOn: makeDate(schoolYear + 1, 7, 8), lastOn: last };
  const holidays = known.some(({ name }) => name.includes('été')) ? known : [...known, july];
  return holidays.map(({ name, firstOn, lastOn }) => ({
    id: slugOf(`${name} ${schoolYear}`), label: name.replace('\'', '’'), from: firstOn, to: lastOn < last ? lastOn : last,
    bookedFrom: localDateTime(addDays(firstOn, -DAYS_BEFORE_OPENING), '09:00'), bookedUntil: localDateTime(addDays(firstOn, -DAYS_BEFORE_LIMIT), '18:00'),
  }));
}

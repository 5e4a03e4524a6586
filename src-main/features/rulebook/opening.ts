import { weekdayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import { lowered, onWeekday, typeset } from './explain';
import type { Calendar, Service, Version } from './schema';
import { calendarOf } from './town-calendar';
import type { TownCalendar } from './town-calendar';

/** Whether a service runs on a day; if not, why, as a French fragment ("fermé le mercredi", "fermé : jour férié (Armistice)"). */
export type Opening = { open: true } | { open: false; reason: string };

const OPEN: Opening = { open: true };
const closed = (reason: string): Opening => ({ open: false, reason: `fermé : ${reason}` });

/** Weekdays of a service on a day, and whether they were set for the period that holds it. */
function weekdaysOn(service: Service, calendar: TownCalendar, day: LocalDate): { weekdays: readonly string[]; ofPeriod: boolean } {
  if (!service.opening) return { weekdays: service.weekdays ?? [], ofPeriod: false };
  const ofPeriod = service.opening.filter((row) => row.period !== undefined && calendar.periodOn(row.period, day) !== null);
  const rows = ofPeriod.length > 0 ? ofPeriod : service.opening.filter((row) => row.period === undefined);
  return { weekdays: rows.flatMap((row) => row.weekdays), ofPeriod: ofPeriod.length > 0 };
}

/** Its weekdays are not the same all year: "fermé le jeudi" alone would be wrong in the holidays. */
const variesByPeriod = (service: Service): boolean => service.opening?.some((row) => row.period !== undefined) ?? false;

/** Judges a day for one service: its periods and weekdays, public holidays, breaks, closures (spec §3, §12). */
export function judgeOpening(service: Service, calendar: TownCalendar, day: LocalDate): Opening {
  const inPeriod = service.periods?.some((kind) => calendar.periodOn(kind, day) !== null) ?? false;
  const { weekdays, ofPeriod } = weekdaysOn(service, calendar, day);
  const holiday = calendar.holidayOn(day);
  if (holiday !== null && service.openOnHolidays !== true) return closed(`jour férié (${holiday})`);
  const schoolBreak = calendar.breakOn(day);
  if (schoolBreak !== null && !inPeriod && !ofPeriod) return closed(lowered(schoolBreak));
  if (service.periods && !inPeriod) return closed('hors de la période d\'ouverture');
  if (!weekdays.includes(weekdayOf(day))) return { open: false, reason: `fermé ${onWeekday(weekdayOf(day))}${variesByPeriod(service) ? ' à cette période de l\'année' : ''}` };
  const closure = calendar.closureOn(service.id, day);
  return closure === null ? OPEN : closed(lowered(closure));
}

/**
 * Judges a day for one service; the reason is ready for the eye. `added` is the facts' calendar:
 * it adds to the rulebook's. Unknown services are closed.
 */
export function openingOf(version: Version, added: Calendar | undefined, service: string, day: LocalDate): Opening {
  const found = version.services.find((one) => one.id === service);
  const opening = found ? judgeOpening(found, calendarOf(version, added), day) : closed('prestation inconnue');
  return opening.open ? OPEN : { open: false, reason: typeset(opening.reason) };
}

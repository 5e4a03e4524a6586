import { dayOf, dayOfMonth, monthOf, timeOf, weekdayOf, WEEKDAYS, yearOf } from './local-date';
import type { LocalDate, LocalDateTime, Weekday } from './local-date';

const WEEKDAY_NAMES = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const MONTH_NAMES = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
] as const;

export const weekdayName = (weekday: Weekday): string => WEEKDAY_NAMES[WEEKDAYS.indexOf(weekday)]!;
/** "lu", "ma" … for narrow columns. */
export const weekdayShort = (weekday: Weekday): string => weekdayName(weekday).slice(0, 3);
export const monthName = (month: number): string => MONTH_NAMES[month - 1]!;

const ordinalDay = (day: LocalDate): string => (dayOfMonth(day) === 1 ? '1er' : String(dayOfMonth(day)));

/** "mardi 3 novembre" */
export const formatDay = (day: LocalDate): string => `${weekdayName(weekdayOf(day))} ${ordinalDay(day)} ${monthName(monthOf(day))}`;
/** "3 novembre 2026" */
export const formatDate = (day: LocalDate): string => `${ordinalDay(day)} ${monthName(monthOf(day))} ${yearOf(day)}`;
/** "03/11/2026" */
export const formatShortDate = (day: LocalDate): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
/** "3/11", for table heads */
export const formatDayMonth = (day: LocalDate): string => `${dayOfMonth(day)}/${String(monthOf(day)).padStart(2, '0')}`;
/** "novembre 2026" */
export const formatMonth = (day: LocalDate): string => `${monthName(monthOf(day))} ${yearOf(day)}`;
/** "10 h", "16 h 30" from `HH:MM`; "minuit" at the end of the day */
export function formatTime(time: string): string {
  if (time === '24:00') return 'minuit';
  const minutes = time.slice(3, 5);
  const hour = Number(time.slice(0, 2));
  return minutes === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
}
/** "mardi 3 novembre à 10 h" */
export const formatMoment = (at: LocalDateTime): string => `${formatDay(dayOf(at))} à ${formatTime(timeOf(at))}`;

/** Reads "12/10/2023", "12.10.2023", "12-10-2023" or ISO; returns null for a day that cannot exist. */
export function parseTypedDate(typed: string): string | null {
  const text = typed.trim();
  const french = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text);
  if (french) return `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

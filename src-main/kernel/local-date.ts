/** A calendar day `YYYY-MM-DD`, without clock or zone. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };
/** The town's wall clock, `YYYY-MM-DDTHH:MM`; compares as a string. */
export type LocalDateTime = string & { readonly __brand: 'LocalDateTime' };
/** A point in time, ISO 8601 in UTC (`2026-11-05T09:01:00.000Z`). */
export type Instant = string & { readonly __brand: 'Instant' };

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const MS_PER_DAY = 86_400_000;

// Days are counted from 1970-01-01 and kept both ways: pricing a week asks for thousands, and the
// three centuries that are allowed hold 110 000.
const numbers = new Map<LocalDate, number>();
const days = new Map<number, LocalDate>();

function numberOf(day: LocalDate): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_PER_DAY;
    numbers.set(day, number);
  }
  return number;
}

function dayAt(number: number): LocalDate {
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
    days.set(number, day);
  }
  return day;
}

/** True for a day that exists: `2026-02-31` is refused. Years 1900 to 2199. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Brands a day. Throws RangeError when it does not exist. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** The day of a year, a month (1 to 12) and a day of the month. Throws RangeError when it does not exist. */
export function makeDate(year: number, month: number, day: number): LocalDate {
  const time = Date.UTC(year, month - 1, day);
  const made = new Date(time);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day || year < 1900 || year > 2199) throw new RangeError(`not a day: ${year}-${month}-${day}`);
  return dayAt(time / MS_PER_DAY);
}

export const addDays = (day: LocalDate, count: number): LocalDate => dayAt(numberOf(day) + count);
/** Whole days from the first day to the second; negative when it lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => numberOf(to) - numberOf(from);

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));
export const monthOf = (day: LocalDate): number => Number(day.slice(5, 7));
export const dayOfMonth = (day: LocalDate): number => Number(day.slice(8, 10));

export function weekdayOf(day: LocalDate): Weekday {
  return WEEKDAYS[(((numberOf(day) + 3) % 7) + 7) % 7]!; // day 0 was a Thursday
}

/** Monday of the week that holds the day. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));

export const firstOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01` as LocalDate;
export const lastOfMonth = (day: LocalDate): LocalDate => addDays(addMonths(firstOfMonth(day), 1), -1);

/** Same day of another month, or its last day when that month is shorter. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return makeDate(year, month + 1, Math.min(dayOfMonth(day), length));
}

/** ISO 8601 week number, 1 to 53. */
export function isoWeek(day: LocalDate): number {
  const thursday = addDays(mondayOf(day), 3);
  return 1 + Math.floor(daysBetween(makeDate(yearOf(thursday), 1, 1), thursday) / 7);
}

/** Every day from the first to the last, both included; empty when they are reversed. */
export function daysFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}

/** Whole years on a day, as the law counts them. */
export function ageOn(birthOn: LocalDate, day: LocalDate): number {
  const years = yearOf(day) - yearOf(birthOn);
  return day.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

export const dayOf = (at: LocalDateTime): LocalDate => at.slice(0, 10) as LocalDate;
export const timeOf = (at: LocalDateTime): string => at.slice(11, 16);
export const localDateTime = (day: LocalDate, time: string): LocalDateTime => `${day}T${time}` as LocalDateTime;

const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  let format = wallClocks.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
    });
    wallClocks.set(timeZone, format);
  }
  return format;
}

const SLOT_MS = 900_000;
const MOST_SLOTS = 5_000;
const offsets = new Map<string, Map<number, number>>();

/** What the zone adds to the universal clock, in milliseconds. Kept by quarter of an hour: zones change on those. */
function offsetAt(time: number, timeZone: string): number {
  const slot = Math.floor(time / SLOT_MS);
  let known = offsets.get(timeZone);
  if (!known || known.size > MOST_SLOTS) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  let offset = known.get(slot);
  if (offset === undefined) {
    const parts: Record<string, string> = {};
    for (const part of wallClock(timeZone).formatToParts(new Date(slot * SLOT_MS))) parts[part.type] = part.value;
    offset = Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:00Z`) - slot * SLOT_MS;
    known.set(slot, offset);
  }
  return offset;
}

const shown = new Map<string, Map<Instant, LocalDateTime>>();

/** The town's wall clock at an instant. Throws RangeError for an unknown zone. Kept: a week is booked at one instant. */
export function toLocal(instant: Instant, timeZone: string): LocalDateTime {
  let known = shown.get(timeZone);
  if (!known || known.size > MOST_SLOTS) {
    known = new Map();
    shown.set(timeZone, known);
  }
  let at = known.get(instant);
  if (at === undefined) {
    const time = Date.parse(instant);
    at = new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16) as LocalDateTime;
    known.set(instant, at);
  }
  return at;
}

/**
 * The instant at which the town's clock shows a time. An hour that is skipped in spring gives the
 * instant after the jump; one that comes twice in autumn gives the first.
 */
export function toInstant(at: LocalDateTime, timeZone: string): Instant {
  const wanted = Date.parse(`${at}:00Z`);
  const before = wanted - offsetAt(wanted - MS_PER_DAY, timeZone);
  const after = wanted - offsetAt(wanted + MS_PER_DAY, timeZone);
  const shows = (time: number): boolean => time + offsetAt(time, timeZone) === wanted;
  const found = [Math.min(before, after), Math.max(before, after)].find(shows);
  return new Date(found ?? before).toISOString() as Instant;
}

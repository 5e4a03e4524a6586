import { formatDay, formatTime } from '../../src-main/kernel/french-dates';
import { addDays, addMonths, dayOf, dayOfMonth, firstOfMonth, lastOfMonth, timeOf } from '../../src-main/kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../src-main/kernel/local-date';
import { compareFrench, enumerated } from '../../src-main/kernel/text';
import type { JudgedChild } from '../../src-main/features/bookings/judged-children';
import type { Days, Deadline, Rulebook } from '../../src-main/features/rulebook/schema';

/** A limit that ends today: what a parent had better look at before tonight. */
export interface DeadlineToday {
  /** "Dernier délai aujourd’hui à 18 h : « Cantine » du lundi 9 novembre." */
  readonly words: string;
  /** The first day that it closes, where the page of bookings opens. */
  readonly day: LocalDate;
}

interface Open {
  readonly day: LocalDate;
  readonly label: string;
  readonly until: LocalDateTime;
}

/** The next limit of today, with the services and the days that it closes; null when none is still to come today. */
export function deadlineToday(periods: readonly { readonly children: readonly JudgedChild[] }[], now: LocalDateTime): DeadlineToday | null {
  const rows = periods.flatMap(({ children }) => children.flatMap((child) => child.rows));
  const open = rows.flatMap(({ label, cells }) => cells.flatMap(({ day, mayChange, until }): Open[] =>
    (mayChange && until !== null && until >= now && dayOf(until) === dayOf(now) ? [{ day, label, until }] : [])));
  const until = open.map((one) => one.until).sort()[0];
  if (!until) return null;
  const closing = open.filter((one) => one.until === until);
  const days = [...new Set(closing.map(({ day }) => day))].sort();
  const labels = [...new Set(closing.map(({ label }) => label))];
  return { words: `Dernier délai aujourd’hui à ${formatTime(timeOf(until))}\u00a0: ${whatOf(labels)} ${whenOf(days)}.`, day: days[0]! };
}

const whatOf = (labels: readonly string[]): string => (labels.length > 3 ? 'réservations' : enumerated([...labels].sort(compareFrench).map((label) => `«\u00a0${label}\u00a0»`)));

function whenOf(days: readonly LocalDate[]): string {
  const [first, last] = [days[0]!, days.at(-1)!];
  return first === last ? `du ${formatDay(first)}` : `du ${formatDay(first)} au ${formatDay(last)}`;
}

/** A deadline moved by a closed day stays this near. */
const MOVED_DAYS = 5;

/**
 * Days further than the next week whose limit may end today: a month ordered by a day of the one
 * before, holidays that close on a date. Empty on most days, so that nothing is read for them.
 */
export function farDays({ versions }: Rulebook, today: LocalDate): Days | null {
  const spans = versions.flatMap(({ deadlines }) => deadlines).flatMap((deadline) => spansOf(deadline, today)).filter(({ to }) => to > today);
  if (spans.length === 0) return null;
  return { from: spans.map(({ from }) => from).sort()[0]!, to: spans.map(({ to }) => to).sort().at(-1)! };
}

function spansOf(deadline: Deadline, today: LocalDate): Days[] {
  const near = (day: LocalDate): boolean => day >= addDays(today, -MOVED_DAYS) && day <= addDays(today, MOVED_DAYS);
  if (deadline.kind === 'dates') return (deadline.rows ?? []).filter(({ until }) => until !== null && near(dayOf(until)));
  if (deadline.kind !== 'monthDay' || deadline.day === null || deadline.monthsBefore === null) return [];
  if (Math.abs(dayOfMonth(today) - deadline.day) > MOVED_DAYS) return [];
  const from = addMonths(firstOfMonth(today), deadline.monthsBefore);
  return [{ from, to: lastOfMonth(from) }];
}

import type { AttendanceCell, AttendanceCellState } from '../../../../src-main/features/attendance/schema';
import { formatDay, formatTime } from '../../../../src-main/kernel/french-dates';
import { mondayOf, weekdayOf, WEEKDAYS } from '../../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../../src-main/kernel/local-date';
import type { IconName } from '../../components/icon-paths';

interface Look {
  readonly icon: IconName | null;
  readonly tone: string;
  /** One word, shown where there is room. */
  readonly word: string;
}

/** A state as icon, colour and word; the same signs as on the page of bookings. */
export const LOOKS: Readonly<Record<AttendanceCellState, Look>> = {
  present: { icon: 'done', tone: 'bg-booked text-booked-ink', word: 'présent' },
  absent: { icon: 'close', tone: 'bg-late text-late-ink', word: 'absent' },
  excused: { icon: 'sheet', tone: 'bg-closed text-closed-ink', word: 'excusé' },
  expected: { icon: 'check', tone: 'border border-control bg-sheet text-ink', word: 'réservé' },
  notCalled: { icon: 'clock', tone: 'border border-dashed border-control bg-sheet text-muted', word: 'non pointé' },
  otherFamily: { icon: 'person', tone: 'bg-closed text-closed-ink', word: 'autre foyer' },
  none: { icon: null, tone: 'text-muted', word: '' },
  closed: { icon: 'dash', tone: 'text-muted', word: '' },
};

/** What the signs mean, in full. */
export const LEGEND: readonly { readonly state: AttendanceCellState; readonly words: string }[] = [
  { state: 'present', words: 'présent' },
  { state: 'absent', words: 'absent' },
  { state: 'excused', words: 'absence excusée' },
  { state: 'expected', words: 'réservé, jour à venir' },
  { state: 'notCalled', words: 'réservé, pas encore pointé' },
  { state: 'otherFamily', words: 'jour de l’autre foyer' },
  { state: 'closed', words: 'fermé' },
];

/** "jeudi 5 novembre : présent, départ à 17 h 45" */
export const cellSentence = ({ day, words }: AttendanceCell): string => `${formatDay(day)} : ${words}`;

/** "7 h 45 – 8 h 30", "départ 17 h 45"; empty when no hour was noted. */
export function hoursOf({ arrival, departure }: AttendanceCell): string {
  if (arrival && departure) return `${formatTime(arrival)} – ${formatTime(departure)}`;
  if (arrival) return `arrivée ${formatTime(arrival)}`;
  return departure ? `départ ${formatTime(departure)}` : '';
}

/** The weekdays of a period, in order: the columns of a phone's calendar. */
export const weekdaysOf = (days: readonly LocalDate[]): readonly number[] => [...new Set(days.map((day) => WEEKDAYS.indexOf(weekdayOf(day))))].sort((left, right) => left - right);

/** The column of a day, from 1. */
export const columnOf = (day: LocalDate, weekdays: readonly number[]): number => weekdays.indexOf(WEEKDAYS.indexOf(weekdayOf(day))) + 1;

/** Days grouped by week: each is a line of the calendar. */
export function byWeek<Dated extends { readonly day: LocalDate }>(cells: readonly Dated[]): Dated[][] {
  const weeks = new Map<LocalDate, Dated[]>();
  for (const cell of cells) {
    const monday = mondayOf(cell.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), cell]);
  }
  return [...weeks.values()];
}

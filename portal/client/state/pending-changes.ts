import { periodOf } from '../../../src-main/features/bookings/period';
import type { PeriodKind } from '../../../src-main/features/bookings/period';
import type { CellChange } from '../../../src-main/features/bookings/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';

/** A cell of the table: whose, which service, which day. */
export type CellAddress = Omit<CellChange, 'booked'>;

export const sameCell = (one: CellAddress, other: CellAddress): boolean =>
  one.childId === other.childId && one.service === other.service && one.day === other.day;

export const cellKey = ({ childId, service, day }: CellAddress): string => `${childId}|${service}|${day}`;

/** What is wanted of a cell; undefined when it was left as saved. */
export const wantedOf = (changes: readonly CellChange[], cell: CellAddress): boolean | undefined =>
  changes.find((change) => sameCell(change, cell))?.booked;

/** The changes once a cell is wanted booked or not; wanting what is saved is no change. */
export function withWanted(changes: readonly CellChange[], cell: CellAddress, wanted: boolean, saved: boolean): CellChange[] {
  const others = changes.filter((change) => !sameCell(change, cell));
  const { childId, service, day } = cell;
  return wanted === saved ? others : [...others, { childId, service, day, booked: wanted }];
}

/** A week or a month with ticks. */
export interface PendingPeriod {
  readonly from: LocalDate;
  /** Its earliest day with a tick. */
  readonly day: LocalDate;
  readonly count: number;
}

/** Ticks by week or month, the earliest first. */
export function byPeriod(changes: readonly CellChange[], by: PeriodKind): PendingPeriod[] {
  const periods = new Map<LocalDate, PendingPeriod>();
  for (const { day } of [...changes].sort((one, other) => (one.day < other.day ? -1 : 1))) {
    const { from } = periodOf(by, day);
    const known = periods.get(from);
    periods.set(from, { from, day: known?.day ?? day, count: (known?.count ?? 0) + 1 });
  }
  return [...periods.values()];
}

import type { LocalDate } from '../../../src-main/kernel/local-date';
import { rollCallEntry } from '../../../src-main/features/attendance/schema';
import type { RollCallCounts, RollCallEntry, RollCallRow, RollCallState } from '../../../src-main/features/attendance/schema';

/** What was tapped and is not saved yet. */
export interface Mark extends Omit<RollCallEntry, 'arrival' | 'departure'> {
  readonly arrival: string | null;
  readonly departure: string | null;
  /** Of a child added to the list: how it is shown until it is saved. */
  readonly added?: { readonly name: string; readonly className: string };
}

/** A row as it stands on the screen. */
export interface ShownRow extends RollCallRow {
  readonly key: string;
  /** Differs from what is saved. */
  readonly isPending: boolean;
  readonly savedState: RollCallState | null;
}

export const rowKey = ({ childId, service }: Pick<RollCallRow, 'childId' | 'service'>): string => `${childId} ${service}`;

/** What can be changed on a row. */
export type Change = Partial<Pick<Mark, 'state' | 'arrival' | 'departure' | 'excuse'>>;

/** The mark that a change makes of a row; null when the row is back to what is saved. */
export function changed(row: ShownRow, saved: RollCallRow | undefined, mark: Mark | undefined, change: Change): Mark | null {
  const state = 'state' in change ? change.state! : row.state;
  const there = state === 'present';
  const next: Mark = {
    childId: row.childId, service: row.service, state,
    arrival: there ? ('arrival' in change ? change.arrival ?? null : row.arrival) : null,
    departure: there ? ('departure' in change ? change.departure ?? null : row.departure) : null,
    seenAt: mark ? mark.seenAt : row.recordedAt,
    ...(state === 'excused' && (change.excuse ?? mark?.excuse) && { excuse: change.excuse ?? mark?.excuse }),
    ...(mark?.added && { added: mark.added }),
  };
  const same = saved && saved.state === next.state && saved.arrival === next.arrival && saved.departure === next.departure && !next.excuse && saved.recordedAt === next.seenAt;
  // An absence that was told shows as excused before anyone has called it: calling it so is a change.
  if (same && (saved.recordedAt !== null || saved.state === null || change.state !== 'excused')) return null;
  if (!saved && next.state === null) return null;
  return next;
}

/** The list with what waits on top: saved rows as they will be, then the children added by hand. */
export function shownRows(rows: readonly RollCallRow[], marks: ReadonlyMap<string, Mark>, chosen: readonly string[]): ShownRow[] {
  const known = new Set(rows.map(rowKey));
  const shown = rows.map((row): ShownRow => {
    const key = rowKey(row);
    const mark = marks.get(key);
    return mark ? { ...row, key, isPending: true, savedState: row.state, state: mark.state, arrival: mark.arrival, departure: mark.departure } : { ...row, key, isPending: false, savedState: row.state };
  });
  const added = [...marks].filter(([key, mark]) => !known.has(key) && mark.added && chosen.includes(mark.service)).map(([key, mark]): ShownRow => ({
    key, isPending: true, savedState: null, childId: mark.childId, service: mark.service, name: mark.added!.name, school: '', className: mark.added!.className, diet: '', hasPai: null, isUnderSix: null,
    booked: false, state: mark.state, arrival: mark.arrival, departure: mark.departure, recordedAt: null, reasons: [], isBilled: false,
  }));
  const all = [...shown, ...added];
  return chosen.flatMap((service) => all.filter((row) => row.service === service));
}

export function countsOf(rows: readonly Pick<ShownRow, 'state'>[]): RollCallCounts {
  const count = (state: RollCallState | null): number => rows.filter((row) => row.state === state).length;
  return { expected: rows.length, present: count('present'), absent: count('absent'), excused: count('excused'), left: count(null) };
}

const storageKey = (day: LocalDate): string => `preau.roll-call.${day}`;

/** Keeps what is not saved until it is: a reload, a failed save or a cut of the network loses nothing. */
export function keepMarks(day: LocalDate, marks: ReadonlyMap<string, Mark>): void {
  if (marks.size === 0) sessionStorage.removeItem(storageKey(day));
  else sessionStorage.setItem(storageKey(day), JSON.stringify([...marks.values()]));
}

/** What was kept of a day; what cannot be read any more is left out. */
export function keptMarks(day: LocalDate): Map<string, Mark> {
  const text = sessionStorage.getItem(storageKey(day));
  const kept: unknown = text === null ? [] : JSON.parse(text);
  const marks = new Map<string, Mark>();
  for (const one of Array.isArray(kept) ? kept as Partial<Mark>[] : []) {
    const { added, ...entry } = one;
    const parsed = rollCallEntry.safeParse(entry);
    if (parsed.success) marks.set(rowKey(parsed.data), { ...parsed.data, ...(added && { added: { name: String(added.name), className: String(added.className) } }) });
  }
  return marks;
}

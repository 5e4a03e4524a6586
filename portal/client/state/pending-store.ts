import { computed, reactive } from 'vue';
import type { CellChange } from '../../../src-main/features/bookings/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';

const KEY = 'preau.reservations';

/**
 * Ticks not saved yet, by the Monday of their week: they stay while one goes to another week or
 * page, and through a reload of the tab; signing out forgets them.
 */
const byWeek = reactive(read());

export const changesOf = (monday: LocalDate): readonly CellChange[] => byWeek[monday] ?? [];

export function keepChanges(monday: LocalDate, changes: readonly CellChange[]): void {
  if (changes.length === 0) delete byWeek[monday];
  else byWeek[monday] = [...changes];
  write();
}

export function forgetPending(): void {
  for (const monday of Object.keys(byWeek)) delete byWeek[monday];
  write();
}

/** Weeks with unsaved ticks, the earliest first. */
export const pendingWeeks = computed(() =>
  Object.entries(byWeek).map(([monday, changes]) => ({ monday: monday as LocalDate, count: changes.length })).sort((one, other) => (one.monday < other.monday ? -1 : 1)));

function read(): Record<string, CellChange[]> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, CellChange[]>;
  } catch {
    return {};
  }
}

function write(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(byWeek));
  } catch {
    // A browser that keeps nothing: the ticks last as long as the page.
  }
}

import { computed, shallowRef } from 'vue';
import type { CellChange } from '../../../src-main/features/bookings/schema';
import type { LocalDate } from '../../../src-main/kernel/local-date';
import { byPeriod } from './pending-changes';

const KEY = 'preau.reservations';

/**
 * Ticks not saved yet: they stay while one goes to another period or page, and through a reload of
 * the tab; signing out forgets them.
 */
const ticks = shallowRef<readonly CellChange[]>(read());

export const pendingTicks = computed(() => ticks.value);
/** Weeks with unsaved ticks, the earliest first. */
export const pendingWeeks = computed(() => byPeriod(ticks.value, 'week').map(({ from, ...week }) => ({ monday: from, ...week })));

export const changesIn = (from: LocalDate, to: LocalDate): readonly CellChange[] => ticks.value.filter(({ day }) => from <= day && day <= to);

/** Replaces the ticks of a period. */
export function keepChanges(from: LocalDate, to: LocalDate, changes: readonly CellChange[]): void {
  ticks.value = [...ticks.value.filter(({ day }) => day < from || day > to), ...changes];
  write();
}

export function forgetPending(): void {
  ticks.value = [];
  write();
}

function read(): CellChange[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept as CellChange[] : [];
  } catch {
    return [];
  }
}

function write(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(ticks.value));
  } catch {
    // A browser that keeps nothing: the ticks last as long as the page.
  }
}

import type { Cell } from '../../../src-main/features/bookings/schema';
import { addDays, localDate } from '../../../src-main/kernel/local-date';
import type { SheetLine, WeekSheet } from '../../../src-renderer/components/bookings/week-sheet';

export const MONDAY = localDate('2026-11-09');

/** A free cell at 3,20 €, unless told otherwise. */
export const buildCell = (given: Partial<Cell> = {}): Cell => ({
  day: MONDAY, state: 'free', booked: false, mayChange: true, pending: false, priceCents: 320, invoiced: false, words: 'libre, 3,20 €', reason: null, until: null, ...given,
});

export const BOOKED: Partial<Cell> = { state: 'booked', booked: true, words: 'réservé' };
export const PAST: Partial<Cell> = { state: 'past', mayChange: false, words: 'passé, non réservé', reason: 'Ce jour est passé.' };
export const CLOSED: Partial<Cell> = { state: 'closed', mayChange: false, priceCents: null, words: 'fermé : jour férié', reason: 'Fermé : jour férié.' };

/** A child's line of the canteen, one cell for each of those given, from Monday on. */
export const buildLine = (childId: number, name: string, cells: readonly Partial<Cell>[]): SheetLine => ({
  key: `${childId}`, childId, familyId: 10 + childId, service: 'cantine-1', name, detail: '', said: name, money: null,
  cells: cells.map((cell, index) => buildCell({ ...cell, day: addDays(MONDAY, index) })),
});

export const buildSheet = (lines: readonly SheetLine[], given: Partial<WeekSheet> = {}): WeekSheet => ({
  monday: MONDAY, today: MONDAY, days: lines[0]?.cells.map(({ day }) => day) ?? [], placesLeft: [], extras: [], totalCents: null,
  groups: [{ key: 'all', title: null, detail: '', lines, extras: [], dayCounts: [], totalCents: 0 }], ...given,
});

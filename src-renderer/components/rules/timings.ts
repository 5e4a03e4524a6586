import type { Condition, Timing } from '../../../src-main/features/rulebook/schema';

/** To which bookings a price or a supplement applies, as a list to choose from. */
export const TIMINGS: readonly { value: string; label: string }[] = [
  { value: '', label: 'Toujours' },
  { value: 'inTime', label: 'Réservé à temps' },
  { value: 'late', label: 'Hors délai' },
  { value: 'none', label: 'Venu sans réservation' },
  { value: 'late,none', label: 'Hors délai ou sans réservation' },
];

/** The choice that a condition stands for; null when it says something else. */
export function timingValue(when: Condition | undefined): string | null {
  const facets = Object.keys(when ?? {});
  if (facets.length === 0) return '';
  if (facets.length > 1 || !when?.booking) return null;
  const value = [...when.booking].sort().join(',');
  return TIMINGS.some((timing) => timing.value === value) ? value : null;
}

export const timingOf = (value: string): Timing[] | undefined => (value === '' ? undefined : (value.split(',') as Timing[]));

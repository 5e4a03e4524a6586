import { useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { formatDay, formatShortDate, formatTime } from '../../src-main/kernel/french-dates';
import { dayOf, timeOf, toLocal } from '../../src-main/kernel/local-date';
import type { Instant } from '../../src-main/kernel/local-date';
import { api } from '../api/client';

/** Instants as the town's clock showed them. */
export function useTownTime() {
  const { data } = useQuery({ key: ['town'], query: () => api.town.read.query(), staleTime: 60_000 });
  const zone = computed(() => data.value?.timeZone ?? 'Europe/Paris');
  const local = (instant: string) => toLocal(instant as Instant, zone.value);
  return {
    /** "05/11/2026 à 10 h 01", for lists. */
    short: (instant: string): string => `${formatShortDate(dayOf(local(instant)))} à ${formatTime(timeOf(local(instant)))}`,
    /** "jeudi 5 novembre à 10 h 01", in a sentence. */
    long: (instant: string): string => `${formatDay(dayOf(local(instant)))} à ${formatTime(timeOf(local(instant)))}`,
    dayOf: (instant: string) => dayOf(local(instant)),
    timeOf: (instant: string): string => formatTime(timeOf(local(instant))),
  };
}

import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { LocationQuery } from 'vue-router';
import { isLocalDate, mondayOf } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';

export interface BookingsAddress {
  readonly mode: 'class' | 'family';
  /** Undefined: the week that the host opens on. */
  readonly monday: LocalDate | undefined;
  readonly service: string | undefined;
  readonly schoolId: number | undefined;
  readonly classId: number | undefined;
  readonly familyId: number | undefined;
}

/** Reads `?famille=12&semaine=2026-11-02`; what makes no sense is left out. */
export function readAddress(query: LocationQuery): BookingsAddress {
  const text = (key: string): string | undefined => (typeof query[key] === 'string' && query[key] !== '' ? query[key] : undefined);
  const number = (key: string): number | undefined => (/^[1-9]\d{0,8}$/.test(text(key) ?? '') ? Number(text(key)) : undefined);
  const day = text('semaine');
  const familyId = number('famille');
  return {
    mode: familyId !== undefined || text('vue') === 'famille' ? 'family' : 'class',
    monday: day && isLocalDate(day) ? mondayOf(day) : undefined,
    service: text('prestation'), schoolId: number('ecole'), classId: number('classe'), familyId,
  };
}

/** The address of a view, without what is not chosen. */
export function writeAddress({ mode, monday, service, schoolId, classId, familyId }: BookingsAddress): Record<string, string> {
  const values = mode === 'family'
    ? { vue: familyId === undefined ? 'famille' : undefined, famille: familyId, semaine: monday }
    : { prestation: service, ecole: schoolId, classe: classId, semaine: monday };
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])));
}

/** What was looked at last, by class: found again when the page is opened from the band. */
let lastByClass: Partial<BookingsAddress> = {};

/** The view lives in the address: it can be reloaded, kept, opened from a family's page. */
export function useBookingsAddress() {
  const route = useRoute();
  const router = useRouter();
  const address = computed(() => readAddress(route.query));

  async function change(part: Partial<BookingsAddress>): Promise<void> {
    const next = { ...address.value, ...part };
    if (next.mode === 'class') lastByClass = { service: next.service, schoolId: next.schoolId, classId: next.classId };
    await router.replace({ query: writeAddress(next) });
  }

  /** Takes up the class that was looked at last, when the address says nothing. */
  async function recall(): Promise<void> {
    if (Object.keys(route.query).length === 0) await change(lastByClass);
  }

  return { address, change, recall, lastByClass: () => lastByClass };
}

import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { LocationQuery } from 'vue-router';
import { isLocalDate } from '../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../src-main/kernel/local-date';

export type AttendanceView = 'call' | 'meals' | 'disruptions';

export interface AttendanceAddress {
  readonly view: AttendanceView;
  /** Undefined: the day that the host opens on. */
  readonly day: LocalDate | undefined;
  readonly services: readonly string[] | undefined;
  readonly schoolId: number | undefined;
  readonly classId: number | undefined;
  /** Opened to find whom nobody called; said once, not kept when something else is chosen. */
  readonly seeksLeft?: boolean;
}

const VIEWS: Readonly<Record<string, AttendanceView>> = { repas: 'meals', perturbations: 'disruptions' };

/** Reads `?jour=2026-11-05&services=cantine-1,cantine-2&ecole=1`; what makes no sense is left out. */
export function readAddress(query: LocationQuery): AttendanceAddress {
  const text = (key: string): string | undefined => (typeof query[key] === 'string' && query[key] !== '' ? query[key] : undefined);
  const number = (key: string): number | undefined => (/^[1-9]\d{0,8}$/.test(text(key) ?? '') ? Number(text(key)) : undefined);
  const day = text('jour');
  return {
    view: VIEWS[text('vue') ?? ''] ?? 'call', day: day && isLocalDate(day) ? day : undefined,
    services: text('services')?.split(',').filter(Boolean).slice(0, 30), schoolId: number('ecole'), classId: number('classe'),
    ...(query.manque !== undefined && { seeksLeft: true }),
  };
}

/** The address of a view, without what is not chosen. */
export function writeAddress({ view, day, services, schoolId, classId }: AttendanceAddress): Record<string, string> {
  const vue = Object.entries(VIEWS).find(([, value]) => value === view)?.[0];
  const values = { vue, jour: day, services: services?.join(',') || undefined, ecole: schoolId, classe: classId };
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])));
}

/** The class and services called last: found again when the page is opened from the band. */
let lastCalled: Partial<AttendanceAddress> = {};

/** The view lives in the address: it can be reloaded, kept, opened from elsewhere. */
export function useAttendanceAddress() {
  const route = useRoute();
  const router = useRouter();
  const address = computed(() => readAddress(route.query));

  async function change(part: Partial<AttendanceAddress>): Promise<void> {
    const next = { ...address.value, ...part };
    lastCalled = { services: next.services, schoolId: next.schoolId, classId: next.classId };
    await router.replace({ query: writeAddress(next) });
  }

  /** Takes up what was called last, when the address says nothing. */
  async function recall(): Promise<void> {
    if (Object.keys(route.query).length === 0) await change(lastCalled);
  }

  return { address, change, recall };
}

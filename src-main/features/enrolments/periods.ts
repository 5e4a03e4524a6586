import type { LocalDate } from '../../kernel/local-date';
import type { Enrolment } from './schema';

interface Period {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate | null;
}

/** True when the two periods share a day; null = without end. */
export function overlap(left: Period, right: Period): boolean {
  return (right.toOn === null || left.fromOn <= right.toOn) && (left.toOn === null || right.fromOn <= left.toOn);
}

/** True when the enrolment covers the day. */
export const covers = (period: Period, day: LocalDate): boolean => period.fromOn <= day && (period.toOn === null || day <= period.toOn);

/** The child's enrolment in a service on a day, or null. */
export function enrolmentOn(enrolments: readonly Enrolment[], childId: number, service: string, day: LocalDate): Enrolment | null {
  return enrolments.find((one) => one.childId === childId && one.service === service && covers(one, day)) ?? null;
}

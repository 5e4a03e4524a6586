import type { EnrolmentLine } from '../../../src-main/features/enrolments/schema';
import { formatDate, weekdayName } from '../../../src-main/kernel/french-dates';
import type { LocalDate, Weekday } from '../../../src-main/kernel/local-date';
import { enumerated } from '../../../src-main/kernel/text';

type Period = Pick<EnrolmentLine, 'fromOn' | 'toOn'>;

/** "depuis le 1er septembre 2026", "du … au …", "à partir du …" for what is still to come. */
export function periodInWords({ fromOn, toOn }: Period, today: LocalDate): string {
  if (toOn === fromOn) return `le ${formatDate(fromOn)} seulement`;
  if (toOn !== null) return `du ${formatDate(fromOn)} au ${formatDate(toOn)}`;
  return fromOn > today ? `à partir du ${formatDate(fromOn)}` : `depuis le ${formatDate(fromOn)}`;
}

/** "le lundi et le jeudi"; "au jour le jour" when there is no usual week. */
export const weekInWords = (week: readonly Weekday[]): string =>
  week.length === 0 ? 'au jour le jour' : enumerated(week.map((weekday) => `le ${weekdayName(weekday)}`));

export const isPast = ({ toOn }: Period, today: LocalDate): boolean => toOn !== null && toOn < today;

export interface ChildEnrolments {
  readonly child: { readonly id: number; readonly firstName: string; readonly name: string };
  /** In force or to come, by service then by date. */
  readonly current: readonly EnrolmentLine[];
  /** Ended, the latest first. */
  readonly past: readonly EnrolmentLine[];
}

/** Enrolments child by child; a child without any has empty lists. Services stand in the rulebook's order. */
export function byChild(
  children: readonly ChildEnrolments['child'][], enrolments: readonly EnrolmentLine[], services: readonly { readonly id: string }[], today: LocalDate,
): ChildEnrolments[] {
  const order = new Map(services.map(({ id }, index) => [id, index]));
  const place = ({ service }: EnrolmentLine): number => order.get(service) ?? services.length;
  return children.map((child) => {
    const mine = enrolments.filter(({ childId }) => childId === child.id);
    return {
      child,
      current: mine.filter((one) => !isPast(one, today)).sort((left, right) => place(left) - place(right) || (left.fromOn < right.fromOn ? -1 : 1)),
      past: mine.filter((one) => isPast(one, today)).sort((left, right) => ((left.toOn ?? '') > (right.toOn ?? '') ? -1 : 1)),
    };
  });
}

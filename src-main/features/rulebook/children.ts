import { dayOfMonth, weekdayOf } from '../../kernel/local-date';
import type { LocalDate } from '../../kernel/local-date';
import type { Case } from './case';
import { compare, decimal, exact, over } from './exact';
import { courseOf, enrolmentOn, isPresent, remember, unitOf, unitOn } from './household';
import type { Course, Household } from './household';
import type { Child, Status } from './schema';

/** Who is counted among the children of a family: their number, a child's rank, its status. */

function isEnrolled(child: Child, services: readonly string[] | null, day: LocalDate): boolean {
  return (child.enrolments ?? []).some((one) => (services === null || services.includes(one.service)) && one.from <= day && (one.to === undefined || day <= one.to));
}

const isPresentIn = (household: Household, child: Child, services: readonly string[], day: LocalDate): boolean =>
  services.some((service) => isPresent(unitOf(household, child, service, day)));

function byAge(household: Household, order: 'oldestFirst' | 'youngestFirst'): readonly Child[] {
  return remember(household, order, () => {
    const older = order === 'oldestFirst' ? -1 : 1;
    return household.family.children
      .filter((child) => child.birthOn !== undefined)
      .sort((left, right) => (left.birthOn === right.birthOn ? (left.id < right.id ? -1 : 1) : left.birthOn! < right.birthOn! ? older : -older));
  });
}

/** Number of children with a birth date in the family, enrolled or present that day (spec §5, `children`). */
export function countChildren(one: Case, of: 'family' | 'enrolled' | 'present', services: readonly string[] | undefined): number {
  const counted = byAge(one.household, 'oldestFirst');
  if (of === 'family') return counted.length;
  const among = services ?? (one.service === null ? null : [one.service]);
  if (of === 'enrolled') return counted.filter((child) => isEnrolled(child, among, one.day)).length;
  return counted.filter((child) => isPresentIn(one.household, child, among ?? [...one.rules.services.keys()], one.day)).length;
}

/** Place of the child among its siblings, from 1 (spec §3, `siblings`); null without birth date. The child itself always counts. */
export function rankOf(one: Case): number | null {
  const { among, order, services } = one.rules.version.siblings ?? { among: 'family', order: 'oldestFirst', services: undefined };
  if (!one.child?.birthOn) return null;
  const here = services ?? (one.service === null ? null : [one.service]);
  let rank = 0;
  for (const child of byAge(one.household, order)) {
    const counts = child === one.child || among === 'family'
      || (among === 'enrolled' && isEnrolled(child, null, one.day))
      || (among === 'service' && isEnrolled(child, here, one.day))
      || (among === 'present' && isPresentIn(one.household, child, here ?? [...one.rules.services.keys()], one.day));
    if (counts) rank += 1;
    if (child === one.child) return rank;
  }
  return null;
}

/** Share of the open days of the month on which the child was there, as a fraction; known at month end. */
function shareTaken(one: Case, course: Course, exceptWeekdays: readonly string[]): ReturnType<typeof over> | null {
  const month = one.rules.windowOn('month', one.day);
  const service = one.rules.services.get(course.service);
  if (!month || !service) return null;
  let open = 0;
  let taken = 0;
  for (let number = 1; number <= dayOfMonth(month.to); number += 1) {
    const day = `${one.day.slice(0, 8)}${String(number).padStart(2, '0')}` as LocalDate;
    if (exceptWeekdays.includes(weekdayOf(day)) || !service.openingOn(day).open) continue;
    open += 1;
    if (isPresent(unitOn(one.household, course, day))) taken += 1;
  }
  return open === 0 ? null : over(exact(taken), exact(open));
}

/** The usual week that serves on the day, or none. */
export function usualWeekOf(one: Case): readonly string[] {
  if (!one.child || one.service === null) return [];
  return enrolmentOn(one.household, courseOf(one.household, one.child, one.service), one.day)?.week ?? [];
}

/** Regular or occasional in the service (spec §3, `regular`). Without enrolment: occasional. Null: the council has not said the threshold. */
export function statusOf(one: Case): Status | null {
  if (!one.child || one.service === null) return 'occasional';
  const rule = one.rules.services.get(one.service)?.regular;
  const course = courseOf(one.household, one.child, one.service);
  if (rule?.by === 'share') {
    if (rule.minSharePercent === null) return null;
    const share = remember(one.household, `${course.child.id} ${course.service} share ${one.day.slice(0, 7)}`, () => ({ of: shareTaken(one, course, rule.exceptWeekdays ?? []) }));
    return share.of !== null && compare(share.of, over(decimal(rule.minSharePercent), exact(100))) >= 0 ? 'regular' : 'occasional';
  }
  const enrolment = one.enrolment ?? enrolmentOn(one.household, course, one.day);
  if (rule?.by === 'usualWeek') {
    if (rule.minDays === null) return null;
    return (enrolment?.week?.length ?? 0) >= rule.minDays ? 'regular' : 'occasional';
  }
  return enrolment?.status ?? (enrolment?.week?.length ? 'regular' : 'occasional');
}

import { daysFrom } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import { serviceLabel } from '../enrolments/service-choices';
import type { Days } from '../rulebook/schema';
import { cellOf } from './cell';
import type { Household } from './family-week';
import type { LoadedWeek } from './load-week';
import type { Cell } from './schema';
import { servicesOf } from './week-table';

/** A child's days of each of its services, without what they come to. */
export interface JudgedChild {
  readonly childId: number;
  readonly name: string;
  readonly schoolAndClass: string;
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
}

/** What may be done on the days of a loaded period: half the work of its priced table. Pure. */
export function judgedChildren({ judges, rulebook }: LoadedWeek, household: Household, period: Days): JudgedChild[] {
  const days = daysFrom(period.from, period.to);
  return [...judges.values()].flatMap((judge) => judge.family.children.filter(({ id }) => household.childIds.has(id)).flatMap((child): JudgedChild[] => {
    const services = servicesOf(judge, child, period);
    if (services.length === 0) return [];
    return [{
      childId: child.id, name: registerName(child.lastName, child.firstName), schoolAndClass: household.schoolAndClass(child.id),
      rows: services.map((service) => ({ label: serviceLabel(rulebook, service), cells: days.map((day) => cellOf(judge, { child, service, day, wanted: undefined })) })),
    }];
  }));
}

import { AppError } from '../../kernel/errors';
import { enumerated } from '../../kernel/text';
import { weekdayName } from '../../kernel/french-dates';
import type { LocalDate, Weekday } from '../../kernel/local-date';
import type { Rulebook, Service } from '../rulebook/schema';
import { versionOn } from '../rulebook/versions';
import { overlap } from './periods';
import type { Enrolment } from './schema';

/** The service as the rulebook in force on a day has it. Throws AppError at the field `service`. */
export function serviceOn(rulebook: Rulebook, service: string, day: LocalDate): Service {
  const found = versionOn(rulebook, day)?.services.find(({ id }) => id === service);
  if (!found) throw new AppError('enrolments.unknownService', { day }, 'invalid', 'service');
  return found;
}

/** Weekdays on which a service can ever be open. */
export const weekdaysOf = (service: Service): ReadonlySet<Weekday> =>
  new Set([...(service.weekdays ?? []), ...(service.opening ?? []).flatMap((row) => row.weekdays)]);

/** Refuses a usual week with days on which the service never runs. */
export function refuseClosedWeekdays(service: Service, week: readonly Weekday[]): void {
  const open = weekdaysOf(service);
  const closed = week.filter((weekday) => !open.has(weekday));
  if (closed.length === 0) return;
  throw new AppError('enrolments.closedWeekday', { service: service.label, weekdays: enumerated(closed.map(weekdayName)) }, 'invalid', 'week');
}

/** Refuses a second enrolment of a child in a service on the same days. */
export function refuseOverlap(service: Pick<Service, 'id' | 'label'>, wanted: Pick<Enrolment, 'fromOn' | 'toOn'>, others: readonly Enrolment[], field = 'fromOn'): void {
  const other = others.find((one) => one.service === service.id && overlap(one, wanted));
  if (other) throw new AppError('enrolments.overlap', { service: service.label, from: other.fromOn, to: other.toOn }, 'conflict', field);
}

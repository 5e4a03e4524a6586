import type { LocalDate } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';
import { sessionOf } from '../rulebook/limits';
import { openingOf } from '../rulebook/opening';
import type { Service, Version } from '../rulebook/schema';
import { versionOn } from '../rulebook/versions';
import { calendarFacts } from '../town-rules/calendar-facts';
import { rulebookOf } from '../town-rules/rulebook-of';
import { townOf } from '../town/queries';
import type { RollCallService } from './schema';

/** A service of a day, with what the rulebook says of its kind. */
export interface DayService extends RollCallService {
  readonly kind: Service['kind'];
}

/** Services of a day that are called by name, in the rulebook's order: those added by themselves follow another one. */
export async function servicesOn(db: Database, day: LocalDate): Promise<DayService[]> {
  const version = versionOn(await rulebookOf(db), day);
  if (!version) return [];
  const calendar = calendarFacts(await townOf(db));
  return version.services.filter(({ automatic }) => !automatic).map((service) => {
    const opening = openingOf(version, calendar, service.id, day);
    const clock = service.clock ?? 'none';
    return {
      service: service.id, label: service.label, kind: service.kind,
      closed: opening.open ? null : opening.reason,
      session: sessionOf(service),
      needsArrival: clock === 'arrival' || clock === 'both',
      needsDeparture: clock === 'departure' || clock === 'both' || watchesCollection(version, service.id),
    };
  });
}

/** True when a late collection costs or counts something there. */
function watchesCollection({ charges = [], counters = [] }: Version, service: string): boolean {
  const concerns = ({ services }: { readonly services?: readonly string[] | undefined }): boolean => services === undefined || services.includes(service);
  return charges.some((charge) => charge.trigger === 'lateCollection' && concerns(charge))
    || counters.some((counter) => counter.counts === 'lateCollection' && concerns(counter));
}

import type { z } from 'zod';
import { formatDate } from '../../kernel/french-dates';
import { AppError, notFound } from '../../kernel/errors';
import type { LocalDate } from '../../kernel/local-date';
import { counted } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { rulebookOf } from './rulebook-of';
import type { Capacity, removeCapacityInput, saveCapacityInput } from './schema';

/** Dated places of every service, the earliest first. Places are no part of the rulebook: `bookings` judges them. */
export function capacitiesOf(db: Database): Promise<readonly Capacity[]> {
  return db.memo('town-rules.capacities', () =>
    db.select<Capacity>('SELECT service, from_on AS fromOn, places FROM capacities ORDER BY service, from_on'));
}

/** Places of a service on a day; null when there is no limit. */
export function placesOn(capacities: readonly Capacity[], service: string, day: LocalDate): number | null {
  return capacities.findLast((one) => one.service === service && one.fromOn <= day)?.places ?? null;
}

/** Sets the places of a service from a day on. Throws AppError `rules.noSuchService`. */
export function saveCapacity(context: Context, { service, fromOn, places }: z.output<typeof saveCapacityInput>): Promise<void> {
  return context.db.write(async () => {
    const label = await serviceLabel(context.db, service);
    const before = await placesFrom(context.db, service, fromOn);
    await context.db.run(
      `INSERT INTO capacities (service, from_on, places) VALUES ($service, $fromOn, $places)
       ON CONFLICT (service, from_on) DO UPDATE SET places = excluded.places`,
      { service, fromOn, places },
    );
    await recordDeed(context, {
      action: 'rules.saveCapacity',
      subject: `${label} : ${places === null ? 'sans limite de places' : counted(places, 'place', 'places')} à partir du ${formatDate(fromOn)}`,
      before: before ? { places: before.places } : undefined, after: { places },
    });
  });
}

/** Removes a dated number of places: the one before it serves again. Throws AppError `notFound`. */
export function removeCapacity(context: Context, { service, fromOn }: z.output<typeof removeCapacityInput>): Promise<void> {
  return context.db.write(async () => {
    const before = await placesFrom(context.db, service, fromOn);
    if (!before) throw notFound();
    await context.db.run('DELETE FROM capacities WHERE service = $service AND from_on = $fromOn', { service, fromOn });
    const label = (await findService(context.db, service))?.label ?? service;
    await recordDeed(context, {
      action: 'rules.removeCapacity', subject: `${label} : nombre de places du ${formatDate(fromOn)} retiré`, before: { places: before.places },
    });
  });
}

const placesFrom = (db: Database, service: string, fromOn: LocalDate): Promise<{ places: number | null } | null> =>
  db.selectOne<{ places: number | null }>('SELECT places FROM capacities WHERE service = $service AND from_on = $fromOn', { service, fromOn });

async function findService(db: Database, id: string): Promise<{ label: string } | undefined> {
  const { versions } = await rulebookOf(db);
  return versions.flatMap((version) => version.services).findLast((service) => service.id === id);
}

async function serviceLabel(db: Database, id: string): Promise<string> {
  const service = await findService(db, id);
  if (!service) throw new AppError('rules.noSuchService', {}, 'invalid', 'service');
  return service.label;
}

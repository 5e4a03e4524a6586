import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildDemoTown } from '../demo/build-demo-town';
import type { DemoAccounts } from '../demo/build-demo-town';
import { AppError } from '../kernel/errors';
import { dayOf, toLocal } from '../kernel/local-date';
import type { LocalDate } from '../kernel/local-date';
import type { Clock } from '../platform/clock';
import type { Services } from '../platform/procedures/services';
import { findTown, localToday } from '../features/town/queries';
import { USUAL_TIME_ZONE } from './usual-time-zone';

const FILE = 'demo-accounts.json';
const builtShape = z.object({ builtOn: z.string() });

/**
 * A demo lives around the day on which it was built: one of another day is thrown away, so that the
 * next is built around today. Only a folder that holds `demo-accounts.json` is touched, and only
 * while this process holds it.
 */
export function dropStaleDemo(dataFolder: string, clock: Clock): void {
  const file = join(dataFolder, FILE);
  if (!existsSync(file)) return;
  const { builtOn } = builtShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (builtOn === dayOf(toLocal(clock.now(), USUAL_TIME_ZONE))) return;
  for (const name of ['preau.sqlite', 'preau.sqlite-wal', 'preau.sqlite-shm', FILE]) rmSync(join(dataFolder, name), { force: true });
}

/**
 * Builds the demo town in an empty database and writes who may sign in to `demo-accounts.json`.
 * Returns the accounts, those of an earlier start of the same day too. Throws AppError `host.demoFolderTaken`.
 */
export async function openDemo(services: Services, dataFolder: string): Promise<DemoAccounts> {
  const town = await findTown(services.db);
  const file = join(dataFolder, FILE);
  if (town) {
    if (!town.isDemo || !existsSync(file)) throw new AppError('host.demoFolderTaken', { folder: dataFolder });
    return JSON.parse(readFileSync(file, 'utf8')) as DemoAccounts;
  }
  const today = dayOf(toLocal(services.clock.now(), USUAL_TIME_ZONE));
  return keepAccounts(await buildDemoTown(services, { today }), dataFolder, today);
}

/** Fills a town founded a moment ago, on its first start, with the demonstration. */
export async function fillWithDemo(services: Services, dataFolder: string): Promise<void> {
  const today = await localToday(services);
  keepAccounts(await buildDemoTown(services, { today }), dataFolder, today);
}

function keepAccounts(accounts: DemoAccounts, dataFolder: string, builtOn: LocalDate): DemoAccounts {
  writeFileSync(join(dataFolder, FILE), JSON.stringify({ builtOn, ...accounts }, null, 2));
  return accounts;
}

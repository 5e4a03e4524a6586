import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RIGHTS } from '../../src-main/kernel/actor';
import type { Actor, ParentActor, Right, StaffActor } from '../../src-main/kernel/actor';
import type { RefusalWording } from '../../src-main/kernel/errors';
import { toInstant } from '../../src-main/kernel/local-date';
import type { LocalDateTime } from '../../src-main/kernel/local-date';
import { MIGRATIONS } from '../../src-main/migrations/index';
import { Backups } from '../../src-main/platform/backup/backups';
import { settableClock } from '../../src-main/platform/clock';
import type { SettableClock } from '../../src-main/platform/clock';
import type { Database } from '../../src-main/platform/database/database';
import { openDatabase } from '../../src-main/platform/database/open-database';
import { FileStore } from '../../src-main/platform/files/file-store';
import { PasswordHasher } from '../../src-main/platform/hashing/password-hasher';
import { silentLog } from '../../src-main/platform/log';
import { BrowserPrinter } from '../../src-main/platform/pdf/browser-printer';
import { platformMessages } from '../../src-main/platform/messages.fr';
import { speakFrench } from '../../src-main/platform/procedures/french-input';
import type { Context, DoorContext, Services, SessionPort } from '../../src-main/platform/procedures/services';
import { foundTown } from '../../src-main/features/town/save-town';

export const TIME_ZONE = 'Europe/Paris';

/** The instant at which the town's clock shows a time: `at('2026-11-05T10:01')`. */
export const at = (time: string) => toInstant(time as LocalDateTime, TIME_ZONE);

/** A member of staff with every right, the health right included. */
export const STAFF: StaffActor = { kind: 'staff', id: 1, name: 'Nadine LE GOFF', role: 'admin', rights: RIGHTS, sessionId: 1 };
/** A member of staff with these rights only. */
export const staffWith = (...rights: Right[]): StaffActor => ({ ...STAFF, id: 2, name: 'Yann PRIGENT', role: 'agent', rights });
export const parentActor = (personId: number, accountId = personId): ParentActor =>
  ({ kind: 'parent', accountId, personId, name: 'un parent', sessionId: 1 });

export interface TestDatabase {
  readonly db: Database;
  readonly clock: SettableClock;
  readonly services: Services;
  /** What a command receives when this actor calls it; by default the member of staff with every right. */
  contextOf<A extends Actor = StaffActor>(actor?: A): Context<A>;
  /** A door for `createCallerFactory(router)`: signed in as this actor, or nobody (null). */
  doorOf(actor: Actor | null): DoorContext;
  close(): Promise<void>;
}

/**
 * A migrated database in a temporary folder, with its town (Saint-Aubin-des-Préaux), a clock that
 * stands at Thursday 5 November 2026, 10:01, and a weak, fast hasher. Close it in `afterAll`.
 */
export async function openTestDatabase(wording: RefusalWording = {}): Promise<TestDatabase> {
  speakFrench();
  const folder = await mkdtemp(join(tmpdir(), 'preau-test-'));
  const clock = settableClock(at('2026-11-05T10:01'));
  const { db, close } = await openDatabase(folder, MIGRATIONS, clock);
  const log = silentLog();
  const services: Services = {
    db, clock, log, hasher: new PasswordHasher(2 ** 10), publicUrl: 'https://parents.saint-aubin.example', demo: false,
    files: new FileStore(join(folder, 'files')), printer: new BrowserPrinter({ log }),
    backups: new Backups({ dataFolder: folder, db, clock, log, program: '0.0.0', migrations: MIGRATIONS, timeZone: () => Promise.resolve(TIME_ZONE), restart: () => undefined }),
    wording: { ...platformMessages, ...wording },
  };
  const contextOf = <A extends Actor = StaffActor>(actor?: A): Context<A> => ({ ...services, actor: actor ?? (STAFF as Actor as A) });
  await foundTown(contextOf(), {
    name: 'Saint-Aubin-des-Préaux', address: '1 place de la Mairie', postcode: '22300', city: 'Saint-Aubin-des-Préaux', phone: '02 96 12 34 56',
    email: 'mairie@saint-aubin.example', siret: '21220113900012', schoolZone: 'B', holidayRegion: '', timeZone: TIME_ZONE,
  }, false);
  return {
    db, clock, services, contextOf,
    doorOf: (actor) => ({ services, sessions: sessionsOf(actor), token: actor && 'token', address: '127.0.0.1', device: 'test' }),
    close: async () => {
      services.hasher.close();
      await services.backups.idle();
      await services.printer.close();
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function sessionsOf(actor: Actor | null): SessionPort {
  return {
    staff: () => Promise.resolve(actor?.kind === 'staff' ? actor : null),
    parent: () => Promise.resolve(actor?.kind === 'parent' ? actor : null),
  };
}

import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { createPortalApp } from '../../portal/server/portal-app';
import { sessionPort } from '../features/accounts/session-port';
import { purgeAccess } from '../features/accounts/purge-access';
import { isBackupDue, makeDailyBackup } from '../features/backups/daily-backup';
import { pauseWork, resumeCutOffRun } from '../features/billing/issue-run';
import { purgeUploads } from '../features/documents/receive-upload';
import { MailWorker } from '../features/mail/mail-worker';
import { PrintWorker } from '../features/billing/print-worker';
import { toInstant } from '../kernel/local-date';
import { MIGRATIONS } from '../migrations';
import { findTown } from '../features/town/queries';
import { applyPendingRestore } from '../platform/backup/apply-restore';
import type { RestoreOutcome } from '../platform/backup/apply-restore';
import { Backups } from '../platform/backup/backups';
import { clockStartingAt, systemClock } from '../platform/clock';
import type { Clock } from '../platform/clock';
import { openDatabase } from '../platform/database/open-database';
import { FileStore } from '../platform/files/file-store';
import { PasswordHasher } from '../platform/hashing/password-hasher';
import { listen } from '../platform/http/listen';
import type { Listening } from '../platform/http/listen';
import { openLog } from '../platform/log';
import { BrowserPrinter } from '../platform/pdf/browser-printer';
import type { PrintHtml } from '../platform/pdf/printer';
import { speakFrench } from '../platform/procedures/french-input';
import type { PortLike } from '../platform/procedures/port-like';
import type { Services } from '../platform/procedures/services';
import type { HostConfig } from './config';
import { dropStaleDemo, fillWithDemo, openDemo } from './demo-data';
import type { DemoAccounts } from '../demo/build-demo-town';
import { Jobs } from './jobs';
import type { Job } from './jobs';
import { servePort } from './port-server';
import { createStaffRouter } from './staff-router';
import { createStaffApp } from './staff-server';
import type { StaffDoor } from './staff-server';
import { VERSION } from './version';
import { USUAL_TIME_ZONE } from './usual-time-zone';
import { wording } from './wording';

/** A host that runs: its doors, and how to end it. */
export interface RunningHost {
  readonly staffUrl: string | null;
  readonly portalUrl: string | null;
  readonly services: Services;
  /** Who may sign in to the demo; null outside of it. */
  readonly demo: DemoAccounts | null;
  /** Serves the staff procedures over a port: the desktop window. */
  servePort(port: PortLike): void;
  /** After the machine slept: due jobs run once. */
  wake(): Promise<void>;
  close(): Promise<void>;
}

const JOBS: readonly Job[] = [
  { name: 'purge-access', when: 86_400, run: purgeAccess },
  { name: 'purge-uploads', when: 86_400, run: purgeUploads },
  { name: 'daily-backup', when: isBackupDue, run: makeDailyBackup },
];

/** What a host is lent by whoever keeps it. */
export interface HostSeams {
  /** Starts the host anew, so that a restore comes about. */
  readonly restart?: () => void;
  /** The clock of the host before this one: a clock set at the start goes on. */
  readonly clock?: Clock;
  /** Prints where the machine has no browser of its own: Electron's. */
  readonly printHtml?: PrintHtml;
}

/**
 * Starts the whole program on a data folder: takes it, migrates, opens the doors, runs the jobs.
 * Throws AppError with one clear sentence for whatever stands in the way, with nothing left open.
 */
export async function startHost(config: HostConfig, seams: HostSeams = {}): Promise<RunningHost> {
  speakFrench();
  const clock = seams.clock ?? (config.startsAt ? clockStartingAt(toInstant(config.startsAt, USUAL_TIME_ZONE)) : systemClock);
  let restored: RestoreOutcome | null = null;
  const database = await openDatabase(config.dataFolder, MIGRATIONS, clock, {
    program: VERSION,
    onceHeld: async () => {
      if (config.demo) dropStaleDemo(config.dataFolder, clock);
      restored = await applyPendingRestore({ dataFolder: config.dataFolder, clock, migrations: MIGRATIONS });
    },
  });
  const closers: (() => Promise<void>)[] = [() => database.close()];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    const log = openLog(config.dataFolder);
    const hasher = new PasswordHasher();
    closers.push(() => Promise.resolve(hasher.close()));
    const files = new FileStore(join(config.dataFolder, 'files'));
    const printer = new BrowserPrinter({ log, otherwise: seams.printHtml });
    closers.push(() => printer.close());
    const backups = new Backups({
      dataFolder: config.dataFolder, db: database.db, clock, log, program: VERSION, migrations: MIGRATIONS, restored,
      timeZone: async () => (await findTown(database.db))?.timeZone ?? USUAL_TIME_ZONE,
      restart: seams.restart ?? (() => undefined),
    });
    closers.push(() => backups.idle());
    const portalPort = config.portalPort;
    const services: Services = {
      db: database.db, clock, log, hasher, files, printer, backups, wording, demo: config.demo,
      publicUrl: config.publicUrl ?? `${config.tls ? 'https' : 'http'}://${config.bind}:${portalPort ?? 4320}`,
    };
    const sessions = sessionPort(services);
    const router = createStaffRouter(() => fillWithDemo(services, config.dataFolder));
    const demo = config.demo ? await openDemo(services, config.dataFolder) : null;
    const secure = config.tls !== null || config.trustProxy;
    const staff = await openStaffDoor(config, { router, services, sessions, secure });
    if (staff) closers.push(() => staff.close());
    const portal = await openPortal(config, { services, sessions, secure });
    if (portal) closers.push(() => portal.close());
    const jobs = new Jobs(services, JOBS);
    jobs.start();
    closers.push(() => jobs.stop());
    const mails = new MailWorker(services);
    mails.start();
    closers.push(() => mails.stop());
    const prints = new PrintWorker(services);
    prints.start();
    closers.push(() => prints.stop());
    closers.push(() => pauseWork(services));
    await resumeCutOffRun(services);
    return {
      staffUrl: staff?.url ?? null,
      portalUrl: portal?.url ?? null,
      services,
      demo,
      servePort: (port) => servePort(port, router, (token) => ({ services, sessions, token, address: 'window', device: 'Cet ordinateur' })),
      wake: async () => {
        mails.wake();
        await jobs.runDue();
      },
      close,
    };
  } catch (failure) {
    await close();
    throw failure;
  }
}

type Door = Pick<StaffDoor, 'router' | 'services' | 'sessions' | 'secure'>;

async function openStaffDoor(config: HostConfig, door: Door): Promise<Listening | null> {
  if (config.staffPort === null) return null;
  const app = createStaffApp({ ...door, pagesFolder: config.staffPages, trustProxy: config.trustProxy });
  return listen(app.callback() as RequestListener, { port: config.staffPort, address: config.bind, tls: config.tls });
}

async function openPortal(config: HostConfig, door: Omit<Door, 'router'>): Promise<Listening | null> {
  if (config.portalPort === null) return null;
  const app = createPortalApp({ ...door, staticFolder: config.portalPages, trustProxy: config.trustProxy, version: VERSION });
  return listen(app.callback() as RequestListener, { port: config.portalPort, address: config.bind, tls: config.tls });
}

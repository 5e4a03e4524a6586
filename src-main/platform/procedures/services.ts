import type { Actor, ParentActor, StaffActor } from '../../kernel/actor';
import type { RefusalWording } from '../../kernel/errors';
import type { Backups } from '../backup/backups';
import type { Clock } from '../clock';
import type { Database } from '../database/database';
import type { FileStore } from '../files/file-store';
import type { PasswordHasher } from '../hashing/password-hasher';
import type { Logger } from '../log';
import type { Printer } from '../pdf/printer';

/** What the host lends to every command: the database, the time, the log, the hashing process. */
export interface Services {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly hasher: PasswordHasher;
  /** Papers and other files of the data folder, by content. */
  readonly files: FileStore;
  /** Prints HTML as PDF; it may find no browser, and says so only when asked to print. */
  readonly printer: Printer;
  /** Backups of this house: `backups.make('issue', actor.name)` before what is hard to undo, outside of a transaction. */
  readonly backups: Backups;
  /** The portal's address as parents type it, without a closing slash; used in every mail. */
  readonly publicUrl: string;
  /** True in demo and test mode. */
  readonly demo: boolean;
  readonly wording: RefusalWording;
}

/** Services with the person who acts: what a command receives. */
export interface Context<A extends Actor = Actor> extends Services {
  readonly actor: A;
}

/** Finds who stands behind a session token; null when it is unknown, expired or revoked. */
export interface SessionPort {
  staff(token: string): Promise<StaffActor | null>;
  parent(token: string): Promise<ParentActor | null>;
}

/** A call as it arrives at a door. */
export interface DoorContext {
  readonly services: Services;
  readonly sessions: SessionPort;
  readonly token: string | null;
  /** The caller's network address, or `window` for the desktop's own. */
  readonly address: string;
  /** How the caller's device names itself (browser and system), for the list of sessions. */
  readonly device: string;
}

import type { Context } from '../../platform/procedures/services';
import { plusSeconds } from '../../platform/clock';
import { accountsModels } from './models';
import type { OpenedSession } from './schema';
import { hashOfToken, newToken } from './secret-tokens';

const HOUR = 3600;
/** Staff: a working day, ended earlier by inactivity. Parents: half a day, or a school term on a remembered device. */
export const STAFF_SESSION_SECONDS = 12 * HOUR;
export const STAFF_IDLE_SECONDS = 30 * 60;
const PARENT_SESSION_SECONDS = 12 * HOUR;
const REMEMBERED_SECONDS = 90 * 24 * HOUR;

export interface SessionHolder {
  readonly holder: 'staff' | 'parent';
  readonly holderId: number;
  readonly device: string;
  readonly remembered: boolean;
}

/** Opens a session, inside a write. The token is given back once; its hash is kept. */
export async function openSession({ db, clock }: Pick<Context, 'db' | 'clock'>, { holder, holderId, device, remembered }: SessionHolder): Promise<OpenedSession> {
  const token = newToken();
  const now = clock.now();
  const expiresAt = plusSeconds(now, lifeOf(holder, remembered));
  await accountsModels(db).Session.create({
    tokenHash: hashOfToken(token), holder, holderId, device, remembered: remembered ? 1 : 0, createdAt: now, lastSeenAt: now, expiresAt,
  });
  return { token, expiresAt };
}

function lifeOf(holder: 'staff' | 'parent', remembered: boolean): number {
  if (holder === 'staff') return STAFF_SESSION_SECONDS;
  return remembered ? REMEMBERED_SECONDS : PARENT_SESSION_SECONDS;
}

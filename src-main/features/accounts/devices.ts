import type { ParentActor } from '../../kernel/actor';
import type { Context } from '../../platform/procedures/services';
import { endSessions } from './end-sessions';
import type { Device } from './schema';

type Row = Omit<Device, 'current' | 'remembered'> & { readonly remembered: number };

/** The devices on which a parent is signed in, this one first. */
export async function listDevices({ db, clock, actor }: Context<ParentActor>): Promise<Device[]> {
  const rows = await db.select<Row>(
    `SELECT id AS sessionId, device AS name, remembered, last_seen_at AS lastSeenAt FROM sessions
     WHERE holder = 'parent' AND holder_id = $accountId AND expires_at > $now ORDER BY id <> $current, last_seen_at DESC`,
    { accountId: actor.accountId, current: actor.sessionId, now: clock.now() },
  );
  return rows.map((row) => ({ ...row, remembered: row.remembered === 1, current: row.sessionId === actor.sessionId }));
}

/** Signs a parent out everywhere but here. Returns how many sessions ended. */
export function signOutElsewhere(context: Context<ParentActor>): Promise<number> {
  return context.db.write(() => endSessions(context, 'parent', context.actor.accountId, context.actor.sessionId));
}

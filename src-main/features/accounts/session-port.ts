import { RIGHTS_BY_ROLE } from '../../kernel/actor';
import type { ParentActor, StaffActor, StaffRole } from '../../kernel/actor';
import type { Instant } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import { secondsBetween } from '../../platform/clock';
import type { Services, SessionPort } from '../../platform/procedures/services';
import { STAFF_IDLE_SECONDS } from './open-session';
import { hashOfToken } from './secret-tokens';

interface Life {
  readonly sessionId: number;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}
interface StaffRow extends Life {
  readonly id: number;
  readonly name: string;
  readonly role: StaffRole;
  readonly healthRight: number;
}
interface ParentRow extends Life {
  readonly accountId: number;
  readonly personId: number;
  readonly firstName: string;
  readonly lastName: string;
}

const LIFE = 's.id AS sessionId, s.last_seen_at AS lastSeenAt, s.expires_at AS expiresAt';
const SQL = {
  staff: `SELECT ${LIFE}, u.id, u.name, u.role, u.health_right AS healthRight
    FROM sessions s JOIN staff_users u ON u.id = s.holder_id AND u.disabled_at IS NULL
    WHERE s.token_hash = $hash AND s.holder = 'staff'`,
  parent: `SELECT ${LIFE}, a.id AS accountId, a.person_id AS personId, p.first_name AS firstName, p.last_name AS lastName
    FROM sessions s JOIN portal_accounts a ON a.id = s.holder_id AND a.disabled_at IS NULL JOIN persons p ON p.id = a.person_id
    WHERE s.token_hash = $hash AND s.holder = 'parent'`,
} as const;

/** `last_seen_at` is written at most this often: reading pages must not become writing. */
const SEEN_EVERY_SECONDS = 60;

/**
 * Finds who stands behind a token. One indexed read, kept until the next commit so that a page's
 * many calls ask once; unknown tokens are never kept.
 */
export function sessionPort(services: Pick<Services, 'db' | 'clock' | 'log'>): SessionPort {
  const { db, clock, log } = services;
  const touching = new Set<number>();

  async function find<Row extends Life>(holder: 'staff' | 'parent', token: string, idleSeconds: number | null): Promise<Row | null> {
    const hash = hashOfToken(token);
    const known = await db.memo('sessions', () => Promise.resolve(new Map<string, Life>()));
    const key = `${holder}:${hash}`;
    const row = (known.get(key) as Row | undefined) ?? (await db.selectOne<Row>(SQL[holder], { hash }));
    if (!row) return null;
    known.set(key, row);
    const now = clock.now();
    const idle = secondsBetween(row.lastSeenAt, now);
    if (row.expiresAt <= now || (idleSeconds !== null && idle >= idleSeconds)) return null;
    if (idle >= SEEN_EVERY_SECONDS) touch(row.sessionId, now);
    return row;
  }

  /** Not awaited: an answer does not wait for the write queue to say that someone was seen. */
  function touch(id: number, now: Instant): void {
    if (touching.has(id)) return;
    touching.add(id);
    db.write(() => db.run('UPDATE sessions SET last_seen_at = $now WHERE id = $id', { id, now }))
      .catch((err: unknown) => log.warn({ err }, 'session not touched'))
      .finally(() => touching.delete(id));
  }

  return {
    staff: async (token) => {
      const row = await find<StaffRow>('staff', token, STAFF_IDLE_SECONDS);
      return row && staffActor(row);
    },
    parent: async (token) => {
      const row = await find<ParentRow>('parent', token, null);
      return row && parentActor(row);
    },
  };
}

const staffActor = ({ id, name, role, healthRight, sessionId }: StaffRow): StaffActor => ({
  kind: 'staff', id, name, role, sessionId,
  rights: healthRight === 1 ? [...RIGHTS_BY_ROLE[role], 'health.read'] : RIGHTS_BY_ROLE[role],
});

const parentActor = ({ accountId, personId, firstName, lastName, sessionId }: ParentRow): ParentActor =>
  ({ kind: 'parent', accountId, personId, name: registerName(lastName, firstName), sessionId });

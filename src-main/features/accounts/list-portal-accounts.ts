import type { z } from 'zod';
import type { Instant } from '../../kernel/local-date';
import { registerName, searchable } from '../../kernel/text';
import type { Bindings, Database } from '../../platform/database/database';
import { INVITATION_STATES } from './schema';
import type { InvitationState, PortalAccount, PortalAccountList, portalAccountFilter } from './schema';

type Filter = z.output<typeof portalAccountFilter>;
type Row = Omit<PortalAccount, 'name' | 'children' | 'identifierOnly'> & {
  readonly firstName: string;
  readonly lastName: string;
  readonly children: string | null;
  readonly identifierOnly: number;
};

/** One row a guardian of a family that is not archived, with the state of their access. */
const GUARDIANS = `SELECT p.id AS personId, p.last_name AS lastName, p.first_name AS firstName, p.email, min(f.id) AS familyId,
    a.id AS accountId, a.identifier, a.last_sign_in_at AS lastSignInAt, a.id IS NOT NULL AND a.email IS NULL AS identifierOnly,
    CASE WHEN a.id IS NULL THEN 'notInvited' WHEN a.disabled_at IS NOT NULL THEN 'disabled' WHEN a.locked_at IS NOT NULL THEN 'locked'
      WHEN a.password_hash IS NOT NULL THEN 'active'
      WHEN EXISTS (SELECT 1 FROM password_links l WHERE l.account_id = a.id AND l.expires_at > $now) THEN 'invited' ELSE 'linkExpired' END AS state
  FROM persons p JOIN family_adults fa ON fa.person_id = p.id AND fa.kind = 'guardian'
  JOIN families f ON f.id = fa.family_id AND f.archived_at IS NULL
  LEFT JOIN portal_accounts a ON a.person_id = p.id`;

const PAGE = `SELECT g.personId, g.lastName, g.firstName, g.email, g.familyId, f.name AS familyName, g.identifier, g.lastSignInAt, g.identifierOnly, g.state,
    (SELECT group_concat(first_name, char(10)) FROM (SELECT c.first_name FROM family_children fc JOIN children c ON c.id = fc.child_id
      WHERE fc.family_id = g.familyId ORDER BY fc.position)) AS children,
    l.created_at AS invitedAt, l.expires_at AS linkExpiresAt,
    CASE m.state WHEN 'sending' THEN 'waiting' WHEN 'cancelled' THEN 'failed' ELSE m.state END AS mail
  FROM guardians g JOIN families f ON f.id = g.familyId
  LEFT JOIN password_links l ON l.token_hash = (SELECT token_hash FROM password_links WHERE account_id = g.accountId ORDER BY expires_at DESC LIMIT 1)
  LEFT JOIN mails m ON m.id = l.mail_id`;

/** Guardians and the state of their invitation, a page at a time, with how many are in each state. */
export async function listPortalAccounts(db: Database, filter: Filter, now: Instant): Promise<PortalAccountList> {
  const { guardians, bind } = guardiansOf(filter, now);
  const counted = await db.select<{ state: InvitationState; count: number }>(`WITH guardians AS (${guardians}) SELECT state, count(*) AS count FROM guardians GROUP BY state`, bind);
  const counts = Object.fromEntries(INVITATION_STATES.map((state) => [state, counted.find((row) => row.state === state)?.count ?? 0])) as Record<InvitationState, number>;
  const rows = await db.select<Row>(
    `WITH guardians AS (${guardians}) ${PAGE} ${filter.state ? 'WHERE g.state = $state' : ''}
     ORDER BY g.lastName COLLATE NOCASE, g.firstName COLLATE NOCASE, g.personId LIMIT $limit OFFSET $offset`,
    { ...bind, limit: filter.limit, offset: filter.offset, ...(filter.state && { state: filter.state }) },
  );
  const total = filter.state ? counts[filter.state] : Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { accounts: rows.map(accountOf), total, counts };
}

function guardiansOf({ search, schoolId, classId }: Filter, now: Instant): { guardians: string; bind: Bindings } {
  const bind: Record<string, string | number> = { now };
  const conditions: string[] = [];
  searchable(search).split(' ').filter(Boolean).forEach((word, index) => {
    bind[`word${index}`] = `%${word}%`;
    conditions.push(`(f.search_text LIKE $word${index} OR a.identifier LIKE $word${index})`);
  });
  for (const [column, value] of [['school_id', schoolId], ['class_id', classId]] as const) {
    if (value === undefined) continue;
    bind[column] = value;
    conditions.push(`EXISTS (SELECT 1 FROM family_children fc JOIN children c ON c.id = fc.child_id WHERE fc.family_id = f.id AND c.${column} = $${column})`);
  }
  return { guardians: `${GUARDIANS} ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} GROUP BY p.id`, bind };
}

function accountOf({ firstName, lastName, children, identifierOnly, ...row }: Row): PortalAccount {
  return {
    ...row,
    name: registerName(lastName, firstName),
    children: children?.split('\n') ?? [],
    identifierOnly: identifierOnly === 1,
    mail: row.state === 'invited' || row.state === 'linkExpired' ? row.mail : null,
  };
}

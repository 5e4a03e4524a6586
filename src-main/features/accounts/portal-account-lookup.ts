import type { Instant } from '../../kernel/local-date';
import type { Database } from '../../platform/database/database';

/** A portal account with its person, as the commands of access need it. */
export interface AccountHolder {
  readonly id: number;
  readonly personId: number;
  /** The first family the person belongs to: where the journal tells what happens. */
  readonly familyId: number | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly identifier: string;
  /** The address it signs in with; null when it signs in by identifier only. */
  readonly email: string | null;
  /** The address mails go to. */
  readonly contactEmail: string;
  readonly passwordHash: string | null;
  readonly disabledAt: Instant | null;
  readonly lockedAt: Instant | null;
  readonly lastSignInAt: Instant | null;
}

const SELECT = `SELECT a.id, a.person_id AS personId, (SELECT min(family_id) FROM family_adults fa WHERE fa.person_id = p.id) AS familyId,
    p.first_name AS firstName, p.last_name AS lastName, a.identifier, a.email,
    p.email AS contactEmail, a.password_hash AS passwordHash, a.disabled_at AS disabledAt, a.locked_at AS lockedAt, a.last_sign_in_at AS lastSignInAt
  FROM portal_accounts a JOIN persons p ON p.id = a.person_id`;

export const accountById = (db: Database, id: number): Promise<AccountHolder | null> => db.selectOne<AccountHolder>(`${SELECT} WHERE a.id = $id`, { id });

export const accountOfPerson = (db: Database, personId: number): Promise<AccountHolder | null> =>
  db.selectOne<AccountHolder>(`${SELECT} WHERE a.person_id = $personId`, { personId });

/** The account that signs in with an e-mail address or an identifier. */
export const accountByLogin = (db: Database, login: string): Promise<AccountHolder | null> =>
  db.selectOne<AccountHolder>(`${SELECT} WHERE ${login.includes('@') ? 'a.email' : 'a.identifier'} = $login`, { login });

/**
 * The accounts that a login may ask a link for: by identifier one; by e-mail the one that signs in
 * with it and those that only receive their mail there.
 */
export const accountsToWrite = (db: Database, login: string): Promise<AccountHolder[]> =>
  login.includes('@')
    ? db.select<AccountHolder>(`${SELECT} WHERE a.email = $login OR (a.email IS NULL AND p.email = $login) ORDER BY a.id LIMIT 5`, { login })
    : db.select<AccountHolder>(`${SELECT} WHERE a.identifier = $login`, { login });

/** Subject under which an account's failures are counted, whatever login was typed. */
export const subjectOfAccount = (accountId: number): string => `parent:${accountId}`;

import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { accountById } from './portal-account-lookup';
import type { AccountHolder } from './portal-account-lookup';
import type { LinkHolder } from './schema';
import { hashOfToken } from './secret-tokens';

interface Row {
  readonly accountId: number;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

/** The account behind a link. Throws AppError `accounts.linkUsed`, `accounts.linkExpired` or `accounts.linkUnknown`. */
export async function accountOfLink({ db, clock }: Pick<Context, 'db' | 'clock'>, token: string): Promise<AccountHolder> {
  const link = await db.selectOne<Row>(
    'SELECT account_id AS accountId, expires_at AS expiresAt, used_at AS usedAt FROM password_links WHERE token_hash = $hash', { hash: hashOfToken(token) },
  );
  if (!link) throw new AppError('accounts.linkUnknown', {}, 'notFound');
  if (link.usedAt) throw new AppError('accounts.linkUsed', {}, 'conflict');
  const account = await accountById(db, link.accountId);
  if (link.expiresAt <= clock.now() || !account || account.disabledAt) throw new AppError('accounts.linkExpired', {}, 'conflict');
  return account;
}

/** What the page of a link shows before the password is chosen; reading it uses nothing up. */
export async function readPasswordLink(context: Pick<Context, 'db' | 'clock'>, token: string): Promise<LinkHolder> {
  const { firstName, lastName, identifier, email } = await accountOfLink(context, token);
  return { name: `${firstName} ${lastName}`.trim(), identifier, email };
}

import type { Context } from '../../platform/procedures/services';
import { registerName } from '../../kernel/text';
import { clearTries, subjectOfLogin } from './count-tries';
import { endSessions } from './end-sessions';
import { judgePassword, passwordRuleOf } from './judge-password';
import { subjectOfAccount } from './portal-account-lookup';
import type { AccountHolder } from './portal-account-lookup';
import { accountOfLink } from './read-password-link';
import type { ChoosePasswordInput } from './schema';
import { hashOfToken } from './secret-tokens';
import { expireLinks } from './send-password-link';
import { storePassword } from './store-password';

/**
 * Sets the password chosen through a mail link. The link is used up, a blocked account opens again,
 * every session ends, and the holder is told by mail. Throws AppError `accounts.link…`,
 * `accounts.passwordRule` or `accounts.passwordsDiffer`; then the link still works.
 */
export async function choosePassword(context: Context, { token, ...chosen }: ChoosePasswordInput): Promise<void> {
  const { db, clock, hasher } = context;
  await accountOfLink(context, token);
  judgePassword(await passwordRuleOf(db), chosen);
  const passwordHash = await hasher.hash(chosen.password);
  await db.write(async () => {
    const account = await accountOfLink(context, token); // again: two tabs may use one link at once
    await db.run('UPDATE password_links SET used_at = $now WHERE token_hash = $hash', { now: clock.now(), hash: hashOfToken(token) });
    await expireLinks(context, account.id);
    await forgetFailures(context, account);
    await storePassword(asHolder(context, account), account, passwordHash);
    await endSessions(context, 'parent', account.id);
  });
}

async function forgetFailures(context: Context, account: AccountHolder): Promise<void> {
  await clearTries(context, subjectOfAccount(account.id));
  for (const login of [account.identifier, account.email]) if (login) await clearTries(context, subjectOfLogin('link', login));
}

/** Who holds the mailbox acts as the parent, though not signed in. */
const asHolder = (context: Context, { id, personId, firstName, lastName }: AccountHolder): Context =>
  ({ ...context, actor: { kind: 'parent', accountId: id, personId, name: registerName(lastName, firstName), sessionId: 0 } });

import type { ParentActor } from '../../kernel/actor';
import { AppError, notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { forgiveTry, reserveTry } from './count-tries';
import { endSessions } from './end-sessions';
import { judgePassword, passwordRuleOf } from './judge-password';
import { accountById, subjectOfAccount } from './portal-account-lookup';
import type { ChangePasswordInput } from './schema';
import { expireLinks } from './send-password-link';
import { storePassword } from './store-password';
import { PARENT_POLICY } from './throttle';

/**
 * Changes a signed-in parent's password; their other devices are signed out and a mail tells them.
 * Throws AppError `accounts.wrongCurrentPassword`, `accounts.passwordRule`, `accounts.passwordsDiffer`,
 * `accounts.wait` or `accounts.blocked`.
 */
export async function changePassword(context: Context<ParentActor>, { current, ...chosen }: ChangePasswordInput): Promise<void> {
  const { db, hasher, actor } = context;
  judgePassword(await passwordRuleOf(db), chosen);
  const account = await accountById(db, actor.accountId);
  if (!account) throw notFound();
  const tries = [{ subject: subjectOfAccount(account.id), policy: PARENT_POLICY, lastSuccessAt: account.lastSignInAt }];
  await reserveTry(context, tries);
  if (!(await hasher.verify(current, account.passwordHash))) throw new AppError('accounts.wrongCurrentPassword', {}, 'invalid', 'current');
  const passwordHash = await hasher.hash(chosen.password);
  await db.write(async () => {
    await forgiveTry(context, tries);
    await expireLinks(context, account.id);
    await storePassword(context, account, passwordHash);
    await endSessions(context, 'parent', account.id, actor.sessionId);
  });
}

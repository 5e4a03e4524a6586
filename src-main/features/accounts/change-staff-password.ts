import type { StaffActor } from '../../kernel/actor';
import { AppError, notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { forgiveTry, reserveTry, subjectOfLogin } from './count-tries';
import { endSessions } from './end-sessions';
import { judgePassword, passwordRuleOf } from './judge-password';
import type { ChangePasswordInput } from './schema';
import { STAFF_POLICY } from './throttle';

/**
 * Changes one's own password; one's other sessions end. Throws AppError `accounts.wrongCurrentPassword`,
 * `accounts.passwordRule`, `accounts.passwordsDiffer` or `accounts.wait`.
 */
export async function changeStaffPassword(context: Context<StaffActor>, { current, ...chosen }: ChangePasswordInput): Promise<void> {
  const { db, hasher, actor } = context;
  judgePassword(await passwordRuleOf(db), chosen);
  const user = await db.selectOne<{ email: string; passwordHash: string }>('SELECT email, password_hash AS passwordHash FROM staff_users WHERE id = $id', { id: actor.id });
  if (!user) throw notFound();
  const tries = [{ subject: subjectOfLogin('staff', user.email), policy: STAFF_POLICY, lastSuccessAt: null }];
  await reserveTry(context, tries);
  if (!(await hasher.verify(current, user.passwordHash))) throw new AppError('accounts.wrongCurrentPassword', {}, 'invalid', 'current');
  const passwordHash = await hasher.hash(chosen.password);
  await db.write(async () => {
    await forgiveTry(context, tries);
    await db.run('UPDATE staff_users SET password_hash = $passwordHash WHERE id = $id', { id: actor.id, passwordHash });
    await endSessions(context, 'staff', actor.id, actor.sessionId);
    await recordDeed(context, { action: 'users.password', subject: `${actor.name} a changé son mot de passe` });
  });
}

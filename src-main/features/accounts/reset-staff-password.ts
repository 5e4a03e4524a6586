import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { clearTries, subjectOfLogin } from './count-tries';
import { endSessions } from './end-sessions';
import { judgePassword, passwordRuleOf } from './judge-password';
import type { NewPassword } from './schema';
import { staffUserById } from './staff-users';

/**
 * Gives a member of staff who lost theirs a new password, told by word of mouth; sessions end and
 * failures are forgotten. Throws AppError `notFound`, `accounts.passwordRule` or `accounts.passwordsDiffer`.
 */
export async function resetStaffPassword(context: Context, { id, ...chosen }: NewPassword & { readonly id: number }): Promise<void> {
  judgePassword(await passwordRuleOf(context.db), chosen);
  const passwordHash = await context.hasher.hash(chosen.password);
  await context.db.write(async () => {
    const user = await staffUserById(context.db, id);
    await context.db.run('UPDATE staff_users SET password_hash = $passwordHash WHERE id = $id', { id, passwordHash });
    await clearTries(context, subjectOfLogin('staff', user.email));
    await endSessions(context, 'staff', id);
    await recordDeed(context, { action: 'users.password', subject: `Mot de passe remplacé : ${user.name}` });
  });
}

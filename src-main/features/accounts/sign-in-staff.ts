import { AppError } from '../../kernel/errors';
import type { Instant } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { forgiveTry, reserveTry, subjectOfAddress, subjectOfLogin } from './count-tries';
import { openSession } from './open-session';
import type { OpenedSession } from './schema';
import { ADDRESS_POLICY, STAFF_POLICY } from './throttle';

interface Row {
  readonly id: number;
  readonly passwordHash: string;
  readonly disabledAt: string | null;
  readonly lastSignInAt: Instant | null;
}

export interface CallerDevice {
  readonly address: string;
  readonly device: string;
}

/**
 * Signs a member of staff in. Throws AppError `accounts.wrongStaffPassword` (the same whether or
 * not the address is known), `accounts.staffDisabled` (only with the right password) or `accounts.wait`.
 */
export async function signInStaff(context: Context, { email, password }: { email: string; password: string }, from: CallerDevice): Promise<OpenedSession> {
  const user = await context.db.selectOne<Row>(
    'SELECT id, password_hash AS passwordHash, disabled_at AS disabledAt, last_sign_in_at AS lastSignInAt FROM staff_users WHERE email = $email', { email },
  );
  const tries = [
    { subject: subjectOfLogin('staff', email), policy: STAFF_POLICY, lastSuccessAt: user?.lastSignInAt ?? null },
    { subject: subjectOfAddress('staff-address', from.address), policy: ADDRESS_POLICY, lastSuccessAt: null },
  ];
  await reserveTry(context, tries);
  const right = await context.hasher.verify(password, user?.passwordHash ?? null);
  if (!user || !right) throw new AppError('accounts.wrongStaffPassword', {}, 'invalid', 'password');
  return context.db.write(async () => {
    await forgiveTry(context, tries);
    if (user.disabledAt) throw new AppError('accounts.staffDisabled', {}, 'forbidden');
    await context.db.run('UPDATE staff_users SET last_sign_in_at = $now WHERE id = $id', { id: user.id, now: context.clock.now() });
    return openSession(context, { holder: 'staff', holderId: user.id, device: from.device, remembered: false });
  });
}

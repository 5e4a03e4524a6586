import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { requireAnotherAdmin, staffUserById } from './staff-users';
import type { SaveStaffInput, StaffUser } from './schema';

/**
 * Saves name, address, role and health right of a member of staff. Throws AppError `notFound`,
 * `accounts.emailTaken`, or `accounts.lastAdmin` when the last administrator would lose the role.
 */
export function saveStaffUser(context: Context, { id, name, email, role, healthRight }: SaveStaffInput): Promise<StaffUser> {
  return context.db.write(async () => {
    const before = await staffUserById(context.db, id);
    if (before.role === 'admin' && role !== 'admin') await requireAnotherAdmin(context.db, id, 'role');
    if (await context.db.selectOne('SELECT id FROM staff_users WHERE email = $email AND id <> $id', { email, id })) {
      throw new AppError('accounts.emailTaken', { email }, 'conflict', 'email');
    }
    await context.db.run(
      'UPDATE staff_users SET name = $name, email = $email, role = $role, health_right = $healthRight WHERE id = $id',
      { id, name, email, role, healthRight: healthRight ? 1 : 0 },
    );
    const after = await staffUserById(context.db, id);
    await recordDeed(context, { action: 'users.save', subject: `Accès modifié : ${name}`, before: { ...before }, after: { ...after } });
    return after;
  });
}

import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { endSessions } from './end-sessions';
import { requireAnotherAdmin, staffUserById } from './staff-users';

/** Closes the access of a member of staff and ends their sessions. Throws AppError `notFound` or `accounts.lastAdmin`. */
export function disableStaffUser(context: Context, id: number): Promise<void> {
  return context.db.write(async () => {
    const user = await staffUserById(context.db, id);
    if (user.disabled) return;
    if (user.role === 'admin') await requireAnotherAdmin(context.db, id);
    await context.db.run('UPDATE staff_users SET disabled_at = $now WHERE id = $id', { id, now: context.clock.now() });
    await endSessions(context, 'staff', id);
    await recordDeed(context, { action: 'users.disable', subject: `Accès fermé : ${user.name}` });
  });
}

/** Opens a closed access again; the password stays what it was. */
export function enableStaffUser(context: Context, id: number): Promise<void> {
  return context.db.write(async () => {
    const user = await staffUserById(context.db, id);
    if (!user.disabled) return;
    await context.db.run('UPDATE staff_users SET disabled_at = NULL WHERE id = $id', { id });
    await recordDeed(context, { action: 'users.enable', subject: `Accès rouvert : ${user.name}` });
  });
}

import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { findTown } from '../town/queries';
import { foundTown } from '../town/save-town';
import { insertStaffUser } from './create-staff-user';
import { judgePassword } from './judge-password';
import { openSession } from './open-session';
import type { FoundInput, OpenedSession, SetupState } from './schema';

/** Whether the first start has been done, and for which town. */
export async function setupState({ db }: Pick<Context, 'db'>): Promise<SetupState> {
  const town = await findTown(db);
  return { done: town !== null, townName: town?.name ?? null };
}

/** The desktop window and this machine's own addresses. */
const HERE = /^(window|127\.|::1$|::ffff:127\.)/;

/** Whoever comes first becomes administrator: only from the machine itself. Throws AppError `accounts.setupFromAfar`. */
export function refuseFromAfar(address: string): void {
  if (!HERE.test(address)) throw new AppError('accounts.setupFromAfar', {}, 'forbidden');
}

/**
 * The first start: the town, its first administrator, and a session for them, in one transaction.
 * Possible once only. Throws AppError `town.alreadySetUp`, `accounts.passwordRule` or `accounts.passwordsDiffer`.
 */
export async function foundTownWithAdmin(context: Context, { town, admin, withDemo }: FoundInput, device: string): Promise<OpenedSession> {
  if (await findTown(context.db)) throw new AppError('town.alreadySetUp', {}, 'conflict');
  judgePassword('guide', admin, 'admin.');
  const passwordHash = await context.hasher.hash(admin.password);
  return context.db.write(async () => {
    await foundTown(context, town, withDemo);
    const holderId = await insertStaffUser(context, { ...admin, role: 'admin', healthRight: true, passwordHash });
    return openSession(context, { holder: 'staff', holderId, device, remembered: false });
  });
}

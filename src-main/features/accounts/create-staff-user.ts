import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { judgePassword, passwordRuleOf } from './judge-password';
import { accountsModels } from './models';
import { ROLE_NAMES } from './role-names';
import type { CreateStaffInput } from './schema';

/**
 * Opens an access for a member of staff. Returns their id. Throws AppError `accounts.emailTaken`,
 * `accounts.passwordRule` or `accounts.passwordsDiffer`.
 */
export async function createStaffUser(context: Context, input: CreateStaffInput): Promise<number> {
  judgePassword(await passwordRuleOf(context.db), input);
  const passwordHash = await context.hasher.hash(input.password);
  return context.db.write(() => insertStaffUser(context, { ...input, passwordHash }));
}

type NewStaffUser = Pick<CreateStaffInput, 'name' | 'email' | 'role' | 'healthRight'> & { readonly passwordHash: string };

/** Inserts a member of staff whose password is hashed already, inside a write. */
export async function insertStaffUser(context: Context, { name, email, role, healthRight, passwordHash }: NewStaffUser): Promise<number> {
  if (await context.db.selectOne('SELECT id FROM staff_users WHERE email = $email', { email })) {
    throw new AppError('accounts.emailTaken', { email }, 'conflict', 'email');
  }
  const user = await accountsModels(context.db).StaffUser.create({
    name, email, role, healthRight: healthRight ? 1 : 0, passwordHash, createdAt: context.clock.now(),
  });
  await recordDeed(context, { action: 'users.create', subject: `Accès ouvert : ${name} (${ROLE_NAMES[role]})`, after: { name, email, role, healthRight } });
  return user.id;
}

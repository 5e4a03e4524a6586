import { AppError } from '../../kernel/errors';
import type { Database } from '../../platform/database/database';
import { findTown } from '../town/queries';
import { missingOf } from './password-rules';
import type { PasswordRule } from './password-rules';
import type { NewPassword } from './schema';

/**
 * Throws AppError `accounts.passwordRule` (naming what is missing) or `accounts.passwordsDiffer`, at
 * the fields of a form that may hold them under a name (`within`: "admin.").
 */
export function judgePassword(rule: PasswordRule, { password, confirmation }: NewPassword, within = ''): void {
  const missing = missingOf(rule, password);
  if (missing.length > 0) throw new AppError('accounts.passwordRule', { missing }, 'invalid', `${within}password`);
  if (password !== confirmation) throw new AppError('accounts.passwordsDiffer', {}, 'invalid', `${within}confirmation`);
}

/** The rule that the town chose; the guides' before there is a town. */
export const passwordRuleOf = async (db: Database): Promise<PasswordRule> => (await findTown(db))?.passwordRule ?? 'guide';

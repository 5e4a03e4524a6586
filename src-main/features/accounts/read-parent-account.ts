import type { ParentActor } from '../../kernel/actor';
import { notFound } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { passwordRuleOf } from './judge-password';
import { accountById } from './portal-account-lookup';
import type { ParentAccount } from './schema';

/** A parent's own access, as their pages show it. */
export async function readParentAccount({ db, actor }: Context<ParentActor>): Promise<ParentAccount> {
  const account = await accountById(db, actor.accountId);
  if (!account) throw notFound();
  const { firstName, lastName, identifier, email, contactEmail } = account;
  return { firstName, lastName, identifier, email, contactEmail, passwordRule: await passwordRuleOf(db) };
}

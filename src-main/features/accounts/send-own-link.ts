import type { ParentActor } from '../../kernel/actor';
import { AppError } from '../../kernel/errors';
import type { Context } from '../../platform/procedures/services';
import { reserveTry, subjectOfAddress, subjectOfLogin } from './count-tries';
import { accountById } from './portal-account-lookup';
import { sendPasswordLink } from './send-password-link';
import { LINK_ADDRESS_POLICY, LINK_POLICY } from './throttle';

/**
 * Mails a signed-in parent a link to change their password. Returns the address it goes to.
 * Throws AppError `accounts.noEmail` or `accounts.wait`.
 */
export async function sendOwnLink(context: Context<ParentActor>, address: string): Promise<{ readonly sentTo: string }> {
  const account = await accountById(context.db, context.actor.accountId);
  if (!account || account.contactEmail === '') throw new AppError('accounts.noEmail');
  await reserveTry(context, [
    { subject: subjectOfLogin('link', account.identifier), policy: LINK_POLICY, lastSuccessAt: null },
    { subject: subjectOfAddress('link-address', address), policy: LINK_ADDRESS_POLICY, lastSuccessAt: null },
  ]);
  await context.db.write(() => sendPasswordLink(context, account, 'change'));
  return { sentTo: account.contactEmail };
}

import type { Context } from '../../platform/procedures/services';
import { reserveTry, subjectOfAddress, subjectOfLogin } from './count-tries';
import { accountsToWrite } from './portal-account-lookup';
import { sendPasswordLink } from './send-password-link';
import { LINK_ADDRESS_POLICY, LINK_POLICY } from './throttle';
import { welcomeGuardians } from './welcome-guardians';

/**
 * First connection or password forgotten: queues the mail with the link, if someone of the town has
 * this e-mail address or identifier; a guardian who was never invited has it by the address. Says nothing of it either way. Throws AppError `accounts.wait`
 * after too many requests, whether or not an account exists.
 */
export async function requestPasswordLink(context: Context, login: string, address: string): Promise<void> {
  await reserveTry(context, [
    { subject: subjectOfLogin('link', login), policy: LINK_POLICY, lastSuccessAt: null },
    { subject: subjectOfAddress('link-address', address), policy: LINK_ADDRESS_POLICY, lastSuccessAt: null },
  ]);
  await context.db.write(async () => {
    const accounts = [...(await accountsToWrite(context.db, login)), ...(await welcomeGuardians(context, login))];
    for (const account of accounts) {
      if (account.disabledAt || account.contactEmail === '') continue;
      await sendPasswordLink(context, account, account.passwordHash ? 'forgotten' : 'invitation');
    }
  });
}

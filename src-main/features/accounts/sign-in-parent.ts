import { AppError } from '../../kernel/errors';
import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { queueMail } from '../mail/queue-mail';
import { portalAddressOf } from '../town/portal-settings';
import { townOf } from '../town/queries';
import { forgiveTry, judge, reserveTry, subjectOfAddress, subjectOfLogin } from './count-tries';
import type { TrySubject } from './count-tries';
import { accountLockedMail } from './mails.fr';
import { openSession } from './open-session';
import { accountByLogin, subjectOfAccount } from './portal-account-lookup';
import type { AccountHolder } from './portal-account-lookup';
import type { OpenedSession } from './schema';
import type { CallerDevice } from './sign-in-staff';
import { ADDRESS_POLICY, PARENT_POLICY } from './throttle';

interface SignIn {
  /** E-mail address or identifier. */
  readonly login: string;
  readonly password: string;
  readonly remember: boolean;
}

/**
 * Signs a parent in. Throws AppError `accounts.wrongPassword`, `accounts.wait` or `accounts.blocked`,
 * each the same whether or not an account exists; `accounts.accessDisabled` only with the right password.
 */
export async function signInParent(context: Context, { login, password, remember }: SignIn, from: CallerDevice): Promise<OpenedSession> {
  const account = await accountByLogin(context.db, login);
  if (account?.lockedAt) throw new AppError('accounts.blocked', {}, 'tooMany');
  const own = triesOf(account, login);
  const tries = [own, { subject: subjectOfAddress('parent-address', from.address), policy: ADDRESS_POLICY, lastSuccessAt: null }];
  await reserveTry(context, tries);
  const right = await context.hasher.verify(password, account?.passwordHash ?? null);
  if (!account || !right) {
    if (account) await lockIfNeeded(context, account, own);
    throw new AppError('accounts.wrongPassword', {}, 'invalid', 'password');
  }
  if (account.disabledAt) throw new AppError('accounts.accessDisabled', {}, 'forbidden');
  return context.db.write(async () => {
    await forgiveTry(context, tries);
    await context.db.run('UPDATE portal_accounts SET last_sign_in_at = $now WHERE id = $id', { id: account.id, now: context.clock.now() });
    return openSession(context, { holder: 'parent', holderId: account.id, device: from.device, remembered: remember });
  });
}

function triesOf(account: AccountHolder | null, login: string): TrySubject {
  const subject = account ? subjectOfAccount(account.id) : subjectOfLogin('login', login);
  return { subject, policy: PARENT_POLICY, lastSuccessAt: account?.lastSignInAt ?? null };
}

async function tellLocked(context: Context, account: AccountHolder): Promise<void> {
  if (account.contactEmail === '') return;
  const words = accountLockedMail({ account, town: await townOf(context.db), portalUrl: await portalAddressOf(context) });
  await queueMail(context, { kind: 'accounts.locked', personId: account.personId, to: { name: `${account.firstName} ${account.lastName}`.trim(), email: account.contactEmail }, ...words });
}

/** After the tenth failure in a row only a mail link or staff open the account again (domain §2). */
function lockIfNeeded(context: Context, account: AccountHolder, own: TrySubject): Promise<void> {
  return context.db.write(async () => {
    if ((await judge(context, own)).state !== 'blocked') return;
    const locked = await context.db.run('UPDATE portal_accounts SET locked_at = $now WHERE id = $id AND locked_at IS NULL', { id: account.id, now: context.clock.now() });
    if (locked > 0) {
      await tellLocked(context, account);
      await recordDeed(context, { action: 'portal.lock', subject: `Accès au portail bloqué après dix mots de passe faux : ${registerName(account.lastName, account.firstName)}`, familyId: account.familyId });
    }
  });
}

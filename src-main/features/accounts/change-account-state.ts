import { notFound } from '../../kernel/errors';
import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { clearTries } from './count-tries';
import { endSessions } from './end-sessions';
import { accountOfPerson, subjectOfAccount } from './portal-account-lookup';
import type { AccountHolder } from './portal-account-lookup';
import { expireLinks } from './send-password-link';

/** Opens an account that ten wrong passwords have blocked. Throws AppError `notFound`. */
export function unlockAccount(context: Context, personId: number): Promise<void> {
  return changeAccount(context, personId, async (account, name) => {
    await context.db.run('UPDATE portal_accounts SET locked_at = NULL WHERE id = $id', { id: account.id });
    await clearTries(context, subjectOfAccount(account.id));
    await recordDeed(context, { action: 'portal.unlock', subject: `Accès au portail débloqué : ${name}`, familyId: account.familyId });
  });
}

/** Closes an account: nobody signs in, links stop working, sessions end. Throws AppError `notFound`. */
export function disableAccount(context: Context, personId: number): Promise<void> {
  return changeAccount(context, personId, async (account, name) => {
    if (account.disabledAt) return;
    await context.db.run('UPDATE portal_accounts SET disabled_at = $now WHERE id = $id', { id: account.id, now: context.clock.now() });
    await expireLinks(context, account.id);
    await endSessions(context, 'parent', account.id);
    await recordDeed(context, { action: 'portal.disable', subject: `Accès au portail fermé : ${name}`, familyId: account.familyId });
  });
}

/** Opens a closed account again; the password stays what it was. Throws AppError `notFound`. */
export function enableAccount(context: Context, personId: number): Promise<void> {
  return changeAccount(context, personId, async (account, name) => {
    if (!account.disabledAt) return;
    await context.db.run('UPDATE portal_accounts SET disabled_at = NULL WHERE id = $id', { id: account.id });
    await recordDeed(context, { action: 'portal.enable', subject: `Accès au portail rouvert : ${name}`, familyId: account.familyId });
  });
}

function changeAccount(context: Context, personId: number, change: (account: AccountHolder, name: string) => Promise<void>): Promise<void> {
  return context.db.write(async () => {
    const account = await accountOfPerson(context.db, personId);
    if (!account) throw notFound();
    await change(account, registerName(account.lastName, account.firstName));
  });
}

import { plusSeconds } from '../../platform/clock';
import type { Context } from '../../platform/procedures/services';
import { queueMail } from '../mail/queue-mail';
import { portalAddressOf } from '../town/portal-settings';
import { townOf } from '../town/queries';
import { passwordLinkMail } from './mails.fr';
import { accountsModels } from './models';
import type { LinkPurpose } from './models';
import type { AccountHolder } from './portal-account-lookup';
import { hashOfToken, newToken } from './secret-tokens';

const VALID_SECONDS = 24 * 3600;

/** Page of the portal that a link opens. The token stands after `#`: no server or proxy writes it in a log. */
const LINK_PAGE = '/nouveau-mot-de-passe';

/**
 * Makes a single-use link of 24 hours and queues the mail that carries it, inside a write; links
 * sent before stop working. Returns the mail's id.
 */
export async function sendPasswordLink(context: Context, account: AccountHolder, purpose: LinkPurpose): Promise<number> {
  const { db, clock } = context;
  const portalUrl = await portalAddressOf(context);
  const now = clock.now();
  const token = newToken();
  const mail = passwordLinkMail({
    purpose, account, town: await townOf(db), portalUrl, link: `${portalUrl}${LINK_PAGE}#${token}`,
  });
  const mailId = await queueMail(context, {
    kind: `accounts.${purpose}`, to: { name: `${account.firstName} ${account.lastName}`.trim(), email: account.contactEmail }, personId: account.personId, ...mail,
  });
  await expireLinks(context, account.id);
  await accountsModels(db).PasswordLink.create({
    tokenHash: hashOfToken(token), accountId: account.id, purpose, mailId, createdAt: now, expiresAt: plusSeconds(now, VALID_SECONDS),
  });
  return mailId;
}

/** Makes an account's open links useless, inside a write. */
export async function expireLinks({ db, clock }: Pick<Context, 'db' | 'clock'>, accountId: number): Promise<void> {
  await db.run('UPDATE password_links SET expires_at = $now WHERE account_id = $accountId AND used_at IS NULL AND expires_at > $now', { accountId, now: clock.now() });
}

import type { Context } from '../../platform/procedures/services';
import { toLocal } from '../../kernel/local-date';
import { registerName } from '../../kernel/text';
import { recordDeed } from '../journal/record-deed';
import { queueMail } from '../mail/queue-mail';
import { portalAddressOf } from '../town/portal-settings';
import { townOf } from '../town/queries';
import { passwordChangedMail } from './mails.fr';
import type { AccountHolder } from './portal-account-lookup';

/** Keeps a new password (hashed), opens a blocked account, tells the holder by mail and the journal; inside a write. */
export async function storePassword(context: Context, account: AccountHolder, passwordHash: string): Promise<void> {
  const { db, clock } = context;
  const now = clock.now();
  await db.run('UPDATE portal_accounts SET password_hash = $passwordHash, password_changed_at = $now, locked_at = NULL WHERE id = $id', { id: account.id, passwordHash, now });
  const town = await townOf(db);
  if (account.contactEmail !== '') {
    await queueMail(context, {
      kind: 'accounts.passwordChanged', personId: account.personId,
      to: { name: `${account.firstName} ${account.lastName}`.trim(), email: account.contactEmail },
      ...passwordChangedMail({ account, town, portalUrl: await portalAddressOf(context), at: toLocal(now, town.timeZone) }),
    });
  }
  await recordDeed(context, { action: 'portal.password', subject: `Mot de passe du portail ${account.passwordHash ? 'changé' : 'créé'} par ${registerName(account.lastName, account.firstName)}`, familyId: account.familyId });
}

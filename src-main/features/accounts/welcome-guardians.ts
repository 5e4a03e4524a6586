import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { openPortalAccount } from './open-portal-account';
import type { PersonToInvite } from './open-portal-account';
import type { AccountHolder } from './portal-account-lookup';

/** As many as may share an address. */
const AT_MOST = 5;

/**
 * First connection without an invitation: in the guides the e-mail address that the town knows is
 * enough. Opens an account, inside a write, for each guardian with this address who has none; what
 * they may do with it still depends on the mail that only its holder reads.
 */
export async function welcomeGuardians(context: Context, email: string): Promise<AccountHolder[]> {
  const guardians = await context.db.select<PersonToInvite & { readonly familyId: number }>(
    `SELECT p.id AS personId, p.first_name AS firstName, p.last_name AS lastName, p.email, min(place.family_id) AS familyId
     FROM persons p JOIN family_adults place ON place.person_id = p.id AND place.kind = 'guardian'
     JOIN families family ON family.id = place.family_id AND family.archived_at IS NULL
     WHERE p.email = $email AND p.email <> '' AND NOT EXISTS (SELECT 1 FROM portal_accounts account WHERE account.person_id = p.id)
     GROUP BY p.id ORDER BY p.id LIMIT ${AT_MOST}`, { email },
  );
  const accounts: AccountHolder[] = [];
  for (const { familyId, ...person } of guardians) {
    accounts.push(await openPortalAccount(context, person));
    await recordDeed(context, { action: 'portal.invite', subject: `Première connexion au portail demandée avec l’adresse de ${registerName(person.lastName, person.firstName)}`, familyId });
  }
  return accounts;
}

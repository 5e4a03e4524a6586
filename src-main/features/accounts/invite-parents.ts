import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { openPortalAccount } from './open-portal-account';
import type { AccountHolder } from './portal-account-lookup';
import type { InvitationOutcome } from './schema';
import { sendPasswordLink } from './send-password-link';
import { whoToInvite } from './who-to-invite';

/**
 * Invites guardians to the portal: account, link of 24 hours, mail in the outbox. Each person has
 * an outcome of their own; who cannot be invited is told why and the others are invited all the same.
 */
export function inviteParents(context: Context, personIds: readonly number[]): Promise<InvitationOutcome[]> {
  return context.db.write(async () => {
    const outcomes: InvitationOutcome[] = [];
    for (const personId of new Set(personIds)) outcomes.push(await inviteOne(context, personId));
    return outcomes;
  });
}

async function inviteOne(context: Context, personId: number): Promise<InvitationOutcome> {
  const { name, guardian, whyNot } = await whoToInvite(context.db, personId);
  if (!guardian) return { personId, name, invited: false, identifier: null, sentence: whyNot };
  const account = await openPortalAccount(context, guardian);
  await sendPasswordLink(context, account, 'invitation');
  await recordDeed(context, { action: 'portal.invite', subject: `Invitation au portail préparée pour ${name} (${guardian.email})`, familyId: guardian.familyId });
  return { personId, name, invited: true, identifier: account.identifier, sentence: invitedSentence(guardian.email, account) };
}

function invitedSentence(address: string, { email, identifier }: Pick<AccountHolder, 'email' | 'identifier'>): string {
  if (email !== null) return `Invitation prête à partir vers ${address}.`;
  return `Invitation prête à partir vers ${address}. Cette adresse sert déjà à un autre accès : la connexion se fera avec l’identifiant ${identifier}.`;
}

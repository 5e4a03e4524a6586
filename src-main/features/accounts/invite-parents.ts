import { registerName } from '../../kernel/text';
import type { Context } from '../../platform/procedures/services';
import { recordDeed } from '../journal/record-deed';
import { openPortalAccount } from './open-portal-account';
import type { PersonToInvite } from './open-portal-account';
import { accountOfPerson } from './portal-account-lookup';
import type { AccountHolder } from './portal-account-lookup';
import type { InvitationOutcome } from './schema';
import { sendPasswordLink } from './send-password-link';

interface Guardian extends PersonToInvite {
  readonly familyId: number;
}

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
  const guardian = await findGuardian(context, personId);
  if (!guardian) return refused(personId, '', 'Cette personne n’est pas responsable légal d’une famille suivie.');
  const name = registerName(guardian.lastName, guardian.firstName);
  if (guardian.email === '') return refused(personId, name, `${name} n’a pas d’adresse e-mail. Ajoutez-la dans la fiche de la famille, puis invitez.`);
  const known = await accountOfPerson(context.db, personId);
  if (known?.disabledAt) return refused(personId, name, `L’accès au portail est fermé pour ${name}. Rouvrez-le avant d’inviter.`);
  if (known?.passwordHash) return refused(personId, name, `${name} a déjà créé son mot de passe. S’il est oublié, la page de connexion permet d’en demander un autre.`);
  const account = await openPortalAccount(context, guardian);
  await sendPasswordLink(context, account, 'invitation');
  await recordDeed(context, { action: 'portal.invite', subject: `Invitation au portail préparée pour ${name} (${guardian.email})`, familyId: guardian.familyId });
  return { personId, name, invited: true, identifier: account.identifier, sentence: invitedSentence(guardian.email, account) };
}

const refused = (personId: number, name: string, sentence: string): InvitationOutcome => ({ personId, name, invited: false, identifier: null, sentence });

function invitedSentence(address: string, { email, identifier }: Pick<AccountHolder, 'email' | 'identifier'>): string {
  if (email !== null) return `Invitation prête à partir vers ${address}.`;
  return `Invitation prête à partir vers ${address}. Cette adresse sert déjà à un autre accès : la connexion se fera avec l’identifiant ${identifier}.`;
}

/** A guardian of a family that is not archived. The first such family stands for them in the journal. */
function findGuardian({ db }: Pick<Context, 'db'>, personId: number): Promise<Guardian | null> {
  return db.selectOne<Guardian>(
    `SELECT p.id AS personId, p.first_name AS firstName, p.last_name AS lastName, p.email, fa.family_id AS familyId
     FROM persons p JOIN family_adults fa ON fa.person_id = p.id AND fa.kind = 'guardian'
     JOIN families f ON f.id = fa.family_id AND f.archived_at IS NULL
     WHERE p.id = $personId ORDER BY fa.family_id LIMIT 1`, { personId },
  );
}

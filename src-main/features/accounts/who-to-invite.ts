import { registerName } from '../../kernel/text';
import type { Database } from '../../platform/database/database';
import type { PersonToInvite } from './open-portal-account';
import { accountOfPerson } from './portal-account-lookup';
import type { InvitationPreview } from './schema';

interface Guardian extends PersonToInvite {
  readonly familyId: number;
}

export type PersonAsked =
  | { readonly name: string; readonly guardian: Guardian; readonly whyNot: null }
  | { readonly name: string; readonly guardian: null; readonly whyNot: string };

/** The guardian to invite, or one sentence saying why there is nobody to write to. */
export async function whoToInvite(db: Database, personId: number): Promise<PersonAsked> {
  const guardian = await findGuardian(db, personId);
  const no = (name: string, whyNot: string): PersonAsked => ({ name, guardian: null, whyNot });
  if (!guardian) return no('', 'Cette personne n’est pas responsable légal d’une famille suivie.');
  const name = registerName(guardian.lastName, guardian.firstName);
  if (guardian.email === '') return no(name, `${name} n’a pas d’adresse e-mail. Ajoutez-la dans la fiche de la famille, puis invitez.`);
  const known = await accountOfPerson(db, personId);
  if (known?.disabledAt) return no(name, `L’accès au portail est fermé pour ${name}. Rouvrez-le avant d’inviter.`);
  if (known?.passwordHash) return no(name, `${name} a déjà créé son mot de passe. S’il est oublié, la page de connexion permet d’en demander un autre.`);
  return { name, guardian, whyNot: null };
}

/** What inviting these people would do, told before; nothing is written. */
export async function previewInvitations(db: Database, personIds: readonly number[]): Promise<InvitationPreview[]> {
  const previews: InvitationPreview[] = [];
  for (const personId of new Set(personIds)) {
    const { name, guardian, whyNot } = await whoToInvite(db, personId);
    previews.push({ personId, name, email: guardian?.email ?? null, whyNot });
  }
  return previews;
}

/** A guardian of a family that is not archived. The first such family stands for them in the journal. */
function findGuardian(db: Database, personId: number): Promise<Guardian | null> {
  return db.selectOne<Guardian>(
    `SELECT p.id AS personId, p.first_name AS firstName, p.last_name AS lastName, p.email, fa.family_id AS familyId
     FROM persons p JOIN family_adults fa ON fa.person_id = p.id AND fa.kind = 'guardian'
     JOIN families f ON f.id = fa.family_id AND f.archived_at IS NULL
     WHERE p.id = $personId ORDER BY fa.family_id LIMIT 1`, { personId },
  );
}

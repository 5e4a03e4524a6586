import type { Context } from '../../platform/procedures/services';
import { mailLayout } from '../mail/mail-layout';
import { queueMail } from '../mail/queue-mail';
import { portalAddressOf } from '../town/portal-settings';
import { townOf } from '../town/queries';

type Sender = Pick<Context, 'db' | 'clock' | 'publicUrl'>;

interface Addressee {
  readonly name: string;
  readonly email: string;
}

/** Tells the former address that parents sign in with another one now, so that a change by somebody else is noticed. */
export async function tellFormerAddress(context: Sender, { familyId, personId, before, after }: { familyId: number; personId: number; before: string; after: string }): Promise<void> {
  if (before === '') return;
  const town = await townOf(context.db);
  const title = 'Votre adresse e-mail a changé';
  const told = after === '' ? 'a été retirée de votre fiche' : `a été remplacée par ${after}`;
  await queueMail(context, {
    kind: 'portalDesk.formerAddress', to: { name: await nameOf(context, personId), email: before }, subject: `${town.name} : votre adresse e-mail a changé`,
    ...mailLayout({
      town, title,
      body: ['Bonjour,', `Sur le portail parents, l’adresse ${before} ${told}. Les prochains mails de la mairie y partiront.`, `Si ce n’est pas vous, prévenez ${town.name} sans attendre.`],
    }),
    familyId, personId,
  });
}

/** A decision as the mail tells it: health data and what was said about them stay on the portal. */
export interface ToldDecision {
  readonly label: string;
  readonly subject: string;
  readonly health: boolean;
  readonly accepted: boolean;
  readonly reason: string;
}

/** Tells a parent what the town hall decided; nothing without an address. */
export async function tellDecisions(context: Sender, { familyId, personId, decisions }: { familyId: number; personId: number; decisions: readonly ToldDecision[] }): Promise<void> {
  const person = await context.db.selectOne<Addressee>("SELECT trim(first_name || ' ' || last_name) AS name, email FROM persons WHERE id = $personId", { personId });
  if (!person || person.email === '') return;
  const town = await townOf(context.db);
  const title = decisions.length === 1 ? 'Réponse à votre demande' : 'Réponses à vos demandes';
  await queueMail(context, {
    kind: 'portalDesk.decision', to: person, subject: `${town.name} : ${title.charAt(0).toLocaleLowerCase('fr-FR')}${title.slice(1)}`,
    ...mailLayout({
      town, title,
      body: ['Bonjour,', 'Vous avez demandé à modifier votre dossier. Voici la réponse de la mairie :', { list: decisions.map(sentenceOf) }, { button: { label: 'Voir mon dossier', url: `${await portalAddressOf(context)}/foyer` } }],
    }),
    familyId, personId,
  });
}

function sentenceOf({ label, subject, health, accepted, reason }: ToldDecision): string {
  const what = health ? `Une donnée de la fiche de ${subject}` : `${label} (${subject})`;
  if (accepted) return `${what} : c’est accepté.`;
  return `${what} : c’est refusé.${health ? ' La raison se lit sur le portail.' : ` ${reason}`}`;
}

async function nameOf({ db }: Sender, personId: number): Promise<string> {
  return (await db.selectOne<{ name: string }>("SELECT trim(first_name || ' ' || last_name) AS name FROM persons WHERE id = $personId", { personId }))?.name ?? '';
}

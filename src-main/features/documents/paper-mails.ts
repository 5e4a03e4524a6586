import type { LocalDate } from '../../kernel/local-date';
import type { Context } from '../../platform/procedures/services';
import { mailLayout } from '../mail/mail-layout';
import { queueMail } from '../mail/queue-mail';
import { portalAddressOf } from '../town/portal-settings';
import { townOf } from '../town/queries';
import type { SentPaper } from './schema';

type Sender = Pick<Context, 'db' | 'clock' | 'publicUrl'>;

interface Guardian {
  readonly personId: number;
  readonly name: string;
  readonly email: string;
}

/** Guardians of a family who have an address, in their order; not who has no parental authority: what lacks may tell of health. */
export const guardiansToWrite = ({ db }: Pick<Context, 'db'>, familyId: number): Promise<Guardian[]> =>
  db.select<Guardian>(
    `SELECT person.id AS personId, trim(person.first_name || ' ' || person.last_name) AS name, person.email
     FROM family_adults place JOIN persons person ON person.id = place.person_id
     WHERE place.family_id = $familyId AND place.kind = 'guardian' AND person.email <> '' AND place.parental_authority <> 'no' ORDER BY place.position`, { familyId },
  );

/** Tells the parent who sent a paper that it was refused; the reason is read on the portal. Nothing when staff had added it. */
export async function tellRefusal(context: Sender, { id, name, personName, familyId, version }: SentPaper): Promise<void> {
  const to = await context.db.selectOne<Guardian>(
    `SELECT person.id AS personId, trim(person.first_name || ' ' || person.last_name) AS name, person.email
     FROM family_papers paper JOIN persons person ON person.id = paper.person_id WHERE paper.id = $id AND person.email <> ''`, { id },
  );
  if (!to) return;
  const town = await townOf(context.db);
  const title = 'Un document est à renvoyer';
  await queueMail(context, {
    kind: 'documents.refused', to, subject: `${town.name} – ${title}`,
    ...mailLayout({
      town, title,
      body: [
        'Bonjour,', `${town.name} n’a pas pu accepter le document « ${name} » (${personName}).`, 'Connectez-vous au portail pour lire pourquoi et en envoyer un autre :',
        { button: { label: 'Voir mes documents', url: `${await portalAddressOf(context)}/documents` } },
      ],
    }),
    familyId, personId: to.personId, dedupeKey: `documents.refused:${id}:${version}`,
  });
}

/** The key under which a parent is reminded once a day at most. */
export const reminderKey = (familyId: number, personId: number, day: LocalDate): string => `documents.reminder:${familyId}:${personId}:${day}`;

/** Reminds a guardian of what their family lacks. */
export async function mailReminder(context: Sender, familyId: number, to: Guardian, lacks: readonly string[], today: LocalDate): Promise<void> {
  const town = await townOf(context.db);
  const title = lacks.length === 1 ? 'Un document manque à votre dossier' : 'Des documents manquent à votre dossier';
  await queueMail(context, {
    kind: 'documents.reminder', to, subject: `${town.name} – ${title}`,
    ...mailLayout({
      town, title,
      body: [
        'Bonjour,', 'Pour que le dossier de votre famille soit complet, il manque :', { list: lacks },
        'Vous pouvez les envoyer depuis le portail, en photo ou en PDF :', { button: { label: 'Envoyer un document', url: `${await portalAddressOf(context)}/documents` } },
      ],
    }),
    familyId, personId: to.personId, dedupeKey: reminderKey(familyId, to.personId, today),
  });
}

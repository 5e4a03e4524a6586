import type { Context } from '../../platform/procedures/services';
import { mailLayout } from '../mail/mail-layout';
import { queueMail } from '../mail/queue-mail';
import { portalAddressOf } from '../town/portal-settings';
import { townOf } from '../town/queries';

interface Addressee {
  readonly personId: number;
  readonly familyId: number;
  readonly name: string;
  readonly email: string;
  readonly department: string;
}

/**
 * Tells a parent by mail that the town hall wrote: the department and a link, never the content; nor the subject, which may tell of a child’s
 * health. Once a message; nothing without an address.
 */
export async function tellParent(context: Pick<Context, 'db' | 'clock' | 'publicUrl'>, conversationId: number, messageId: number): Promise<void> {
  const { db } = context;
  const to = await db.selectOne<Addressee>(
    `SELECT talk.person_id AS personId, talk.family_id AS familyId, trim(person.first_name || ' ' || person.last_name) AS name, person.email, department.name AS department
     FROM conversations talk JOIN persons person ON person.id = talk.person_id JOIN departments department ON department.id = talk.department_id WHERE talk.id = $conversationId`,
    { conversationId },
  );
  if (!to || to.email === '') return;
  const town = await townOf(db);
  const title = 'Vous avez un message';
  await queueMail(context, {
    kind: 'messages.notice', to: { name: to.name, email: to.email }, subject: `${town.name} – ${title}`,
    ...mailLayout({
      town, title,
      body: [
        'Bonjour,', `${town.name} (service\u00a0: ${to.department}) vous a écrit.`,
        'Pour le lire et y répondre, connectez-vous au portail :',
        { button: { label: 'Lire le message', url: `${await portalAddressOf(context)}/messages/${conversationId}` } },
      ],
    }),
    familyId: to.familyId, personId: to.personId, dedupeKey: `messages.notice:${messageId}`,
  });
}

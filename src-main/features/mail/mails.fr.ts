import type { Town } from '../town/schema';
import { mailLayout } from './mail-layout';

/** The mail that proves the settings. */
export function trialMail(town: Town): { subject: string; text: string; html: string } {
  const title = 'Essai de la messagerie';
  return {
    subject: `${title} – ${town.name}`,
    ...mailLayout({ town, title, body: ['Si vous lisez ce mail, Préau envoie bien les mails de votre structure.', 'Les parents recevront leurs invitations et leurs messages de la même façon.'] }),
  };
}

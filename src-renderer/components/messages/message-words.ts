import type { ConversationLine, InboxRequest } from '../../../src-main/features/messages/schema';

export type Show = InboxRequest['show'];

export const SHOWS: readonly { readonly show: Show; readonly label: string }[] = [
  { show: 'waiting', label: 'À répondre' }, { show: 'mine', label: 'À moi' }, { show: 'open', label: 'Ouvertes' }, { show: 'closed', label: 'Closes' },
];

/** What an empty list says, and what fills it. */
export const EMPTY: Readonly<Record<Show, { readonly title: string; readonly text: string }>> = {
  waiting: { title: 'Rien à répondre', text: 'Les messages des parents qui attendent une réponse se rangent ici.' },
  mine: { title: 'Aucune conversation ne vous est confiée', text: 'Ouvrez une conversation et choisissez votre nom dans « Confiée à ».' },
  open: { title: 'Aucune conversation ouverte', text: 'Les parents écrivent depuis le portail ; vous écrivez à une famille depuis sa fiche.' },
  closed: { title: 'Aucune conversation close', text: 'Une conversation close se rouvre dès que le parent écrit à nouveau.' },
};

/** Where a conversation stands, for the town hall. */
export function standing({ closedAt, lastBy }: Pick<ConversationLine, 'closedAt' | 'lastBy'>): string {
  if (closedAt !== null) return 'close';
  return lastBy === 'parent' ? 'à répondre' : 'répondue';
}

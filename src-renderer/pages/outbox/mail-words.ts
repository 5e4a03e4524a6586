import type { MailState } from '../../../src-main/features/mail/schema';

interface StateWords {
  readonly label: string;
  readonly icon: string;
  readonly tone: string;
}

/** States of a mail: icon, word and colour. */
export const STATE_WORDS: Readonly<Record<MailState, StateWords>> = {
  waiting: { label: 'En attente', icon: 'i-lucide-clock', tone: 'bg-late text-late-ink' },
  sending: { label: 'Envoi en cours', icon: 'i-lucide-send', tone: 'bg-cart text-cart-ink' },
  sent: { label: 'Envoyé', icon: 'i-lucide-check', tone: 'bg-booked text-booked-ink' },
  failed: { label: 'Échec', icon: 'i-lucide-triangle-alert', tone: 'bg-danger-soft text-danger' },
  cancelled: { label: 'Annulé', icon: 'i-lucide-ban', tone: 'bg-closed text-closed-ink' },
};

/** A subject as the list shows it: every mail of the town names it, before or after. "Saint-Aubin : votre accès…" → "Votre accès…". */
export function shortSubject(subject: string, town: string): string {
  const after = town !== '' && subject.startsWith(town) ? /^\s*[:–]\s*(.+)$/.exec(subject.slice(town.length))?.[1] : undefined;
  const before = town !== '' && subject.endsWith(` – ${town}`) ? subject.slice(0, -town.length - 3) : undefined;
  const bare = after ?? before ?? subject;
  return bare.charAt(0).toLocaleUpperCase('fr-FR') + bare.slice(1);
}

export const mayRetry = (state: MailState): boolean => state === 'waiting' || state === 'failed' || state === 'cancelled';
export const mayCancel = (state: MailState): boolean => state === 'waiting' || state === 'failed';

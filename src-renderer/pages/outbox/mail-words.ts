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

export const mayRetry = (state: MailState): boolean => state === 'waiting' || state === 'failed' || state === 'cancelled';
export const mayCancel = (state: MailState): boolean => state === 'waiting' || state === 'failed';

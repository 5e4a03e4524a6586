import type { InvitationState, PortalAccount } from '../../../src-main/features/accounts/schema';

interface StateWords {
  readonly label: string;
  readonly icon: string;
  readonly tone: string;
}

const WAITING = 'bg-queue text-queue-ink';
const CLOSED = 'bg-closed text-closed-ink';

/** States of an access, by icon, words and colour. */
export const STATE_WORDS: Readonly<Record<InvitationState, StateWords>> = {
  notInvited: { label: 'non invité', icon: 'i-lucide-circle', tone: 'ring ring-inset ring-line' },
  invited: { label: 'invité', icon: 'i-lucide-mail', tone: WAITING },
  linkExpired: { label: 'lien expiré', icon: 'i-lucide-clock', tone: 'bg-late text-late-ink' },
  active: { label: 'actif', icon: 'i-lucide-check', tone: 'bg-booked text-booked-ink' },
  locked: { label: 'bloqué', icon: 'i-lucide-lock', tone: CLOSED },
  disabled: { label: 'désactivé', icon: 'i-lucide-ban', tone: CLOSED },
};

/** What is behind the state, with dates: `when` words an instant. */
export function detailOf(account: PortalAccount, when: (instant: string) => string): string {
  if (account.state === 'active') return account.lastSignInAt ? `dernière connexion le ${when(account.lastSignInAt)}` : 'jamais connecté';
  if (account.state === 'invited' && account.mail === 'failed') return 'le mail n’a pas pu partir';
  if (account.state === 'invited' && account.mail === 'waiting') return 'le mail attend dans la boîte d’envoi';
  if (account.state === 'invited' && account.linkExpiresAt) return `lien valable jusqu’au ${when(account.linkExpiresAt)}`;
  if (account.state === 'linkExpired' && account.invitedAt) return `invité le ${when(account.invitedAt)}`;
  if (account.state === 'notInvited' && account.email === '') return 'sans adresse e-mail';
  return '';
}

/** With what the person signs in; empty before an account exists. */
export function loginOf({ identifier, identifierOnly, email }: PortalAccount): string {
  if (identifier === null) return '';
  return identifierOnly ? `${identifier} (identifiant seulement)` : `${email} ou ${identifier}`;
}

import type { InvitationState, PortalAccount } from '../../../src-main/features/accounts/schema';

export interface StateWords {
  readonly label: string;
  readonly icon: string;
  readonly tone: string;
}

const WAITING = 'bg-queue text-queue-ink';
const CLOSED = 'bg-closed text-closed-ink';

/** States of an access, by icon, words and colour. */
export const STATE_WORDS: Readonly<Record<InvitationState, StateWords>> = {
  notInvited: { label: 'non invité', icon: 'i-lucide-circle', tone: 'ring ring-inset ring-line' },
  invited: { label: 'invitation envoyée', icon: 'i-lucide-mail-check', tone: WAITING },
  linkExpired: { label: 'lien expiré', icon: 'i-lucide-clock', tone: 'bg-late text-late-ink' },
  active: { label: 'actif', icon: 'i-lucide-check', tone: 'bg-booked text-booked-ink' },
  locked: { label: 'bloqué', icon: 'i-lucide-lock', tone: CLOSED },
  disabled: { label: 'désactivé', icon: 'i-lucide-ban', tone: CLOSED },
};

const UNSENT: Readonly<Record<'waiting' | 'failed', StateWords>> = {
  waiting: { label: 'en attente d’envoi', icon: 'i-lucide-hourglass', tone: WAITING },
  failed: { label: 'échec d’envoi', icon: 'i-lucide-triangle-alert', tone: 'bg-danger-soft text-danger' },
};

/** True while the mail of the invitation has not left: the outbox tells why. */
export const isUnsent = ({ mail }: Pick<PortalAccount, 'mail'>): boolean => mail === 'waiting' || mail === 'failed';

/** The state as it is told: an invitation whose mail has not left is none yet. */
export const wordsOf = ({ state, mail }: Pick<PortalAccount, 'state' | 'mail'>): StateWords => (mail === 'waiting' || mail === 'failed' ? UNSENT[mail] : STATE_WORDS[state]);

/** True when an invitation may be sent: there is no password yet and the access is open. */
export const mayBeInvited = ({ state }: Pick<PortalAccount, 'state'>): boolean => state === 'notInvited' || state === 'invited' || state === 'linkExpired';

/** What is behind the state, with dates: `when` words an instant. */
export function detailOf(account: PortalAccount, when: (instant: string) => string): string {
  if (account.state === 'active') return account.lastSignInAt ? `dernière connexion le ${when(account.lastSignInAt)}` : 'jamais connecté';
  if (account.mail === 'failed') return 'le mail n’a pas pu partir';
  if (account.mail === 'waiting') return 'le mail attend dans la boîte d’envoi';
  if (account.state === 'invited' && account.linkExpiresAt) return `lien valable jusqu’au ${when(account.linkExpiresAt)}`;
  if (account.state === 'linkExpired' && account.invitedAt) return `invitation du ${when(account.invitedAt)}`;
  if (account.state === 'notInvited' && account.email === '') return 'sans adresse e-mail';
  if (account.state === 'locked') return 'après dix mots de passe faux';
  return '';
}

/** With what the person signs in; empty before an account exists. */
export function loginOf({ identifier, identifierOnly, email }: Pick<PortalAccount, 'identifier' | 'identifierOnly' | 'email'>): string {
  if (identifier === null) return '';
  return identifierOnly ? `${identifier} (identifiant seulement)` : `${email} ou ${identifier}`;
}

import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { Right, StaffRole } from '../../src-main/kernel/actor';
import { api } from '../api/client';
import { keepToken, sessionToken } from '../api/session-token';
import { endSignInAgain } from '../api/sign-in-again';
import { forgetAllWords } from '../components/messages/kept-words';

export interface SignedIn {
  readonly id: number;
  readonly name: string;
  readonly role: StaffRole;
  readonly rights: readonly Right[];
}

export const ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  admin: 'Administration', secretary: 'Secrétariat', agent: 'Agent', accountant: 'Comptabilité',
};

/** What each role may do, in a sentence. */
export const ROLE_HELP: Readonly<Record<StaffRole, string>> = {
  admin: 'Peut tout faire, y compris les réglages, les tarifs et les accès.',
  secretary: 'Gère les familles, les réservations, les invitations et les mails.',
  agent: 'Consulte les familles et les réservations.',
  accountant: 'Consulte les familles, les réservations et le journal.',
};

const EMAIL_KEY = 'preau.email';
/** A session that has ended needs no dialog here. */
const QUIET = { context: { quiet: true } } as const;

/** Who is signed in at this window, and what they may do. */
export const useSession = defineStore('session', () => {
  const person = ref<SignedIn | null>(null);
  /** The address typed at the last sign-in: asked no second time when the session ends. */
  const email = ref(sessionStorage.getItem(EMAIL_KEY) ?? '');
  const isSignedIn = computed(() => person.value !== null);
  const may = (right: Right | null): boolean => right === null || (person.value?.rights.includes(right) ?? false);

  /** Takes up the session that this window kept, if it still stands. */
  async function resume(): Promise<void> {
    if (sessionToken.value === null) return;
    person.value = await api.session.read.query(undefined, QUIET);
  }

  async function signIn(typedEmail: string, password: string): Promise<void> {
    const { token } = await api.session.signIn.mutate({ email: typedEmail, password });
    await begin(token, typedEmail);
  }

  /** Takes a session that was just opened. */
  async function begin(token: string, signedInAs: string): Promise<void> {
    keepToken(token);
    email.value = signedInAs;
    sessionStorage.setItem(EMAIL_KEY, signedInAs);
    const before = person.value;
    const now = await api.session.read.query(undefined, QUIET);
    person.value = now;
    if (before && before.id !== now.id) {
      // Someone else took over: what stands on the page was read with another person's rights.
      location.reload();
      return;
    }
    endSignInAgain(true);
  }

  async function signOut(): Promise<void> {
    try {
      await api.session.signOut.mutate(undefined, QUIET);
    } finally {
      forget();
    }
  }

  /** Back to the sign-in page, with nothing of the session left in the window. */
  function forget(): void {
    keepToken(null);
    sessionStorage.removeItem(EMAIL_KEY);
    forgetAllWords();
    endSignInAgain(false);
    location.hash = '#/';
    location.reload();
  }

  return { person, email, isSignedIn, may, resume, begin, signIn, signOut, forget };
});

import { reactive } from 'vue';
import type { ParentAccount, PortalState } from '../../../src-main/features/accounts/schema';
import type { Refusal } from '../../../src-main/kernel/errors';
import type { PublicTown } from '../../../src-main/features/town/schema';
import { refusalOf } from '../api/refusal';
import { send } from '../api/send';
import { TOWN_PATH } from '../api/town-path';
import { keepDraft } from './paper-draft';
import { forgetFileDrafts } from './file-drafts';
import { forgetDrafts } from './message-drafts';
import { changedHands } from './owner';
import { forgetPending } from './pending-store';
import { wearColour } from './town-colour';

interface Session {
  town: PublicTown | null;
  parent: ParentAccount | null;
  /** Why the portal could not be opened at all; null otherwise. */
  failure: Refusal | null;
  loaded: boolean;
}

/** The town, and who is signed in on this browser. */
export const session = reactive<Session>({ town: null, parent: null, failure: null, loaded: false });

let loading: Promise<void> | null = null;

/** Asks once who is there; again after a failure. */
export function loadSession(): Promise<void> {
  if (session.loaded) return Promise.resolve();
  loading ??= refreshSession().finally(() => {
    loading = null;
  });
  return loading;
}

/** Asks again who is there: after signing in, or when an answer says that the session is over. */
export async function refreshSession(): Promise<void> {
  try {
    const { town, parent } = await send<PortalState>('GET', '/api/session');
    Object.assign(session, { town, parent, failure: null, loaded: true });
    if (parent && changedHands(parent.identifier)) forgetDrafted();
    wearColour(town?.portal.colour);
  } catch (error) {
    session.failure = refusalOf(error);
  }
}

/** Signs in. Throws what `send` throws. */
export async function signIn(login: string, password: string, remember: boolean): Promise<void> {
  await send('POST', '/api/session', { login, password, remember });
  await refreshSession();
}

/** Signs out and forgets what was ticked and written. Throws what `send` throws. */
export async function signOut(): Promise<void> {
  await send('DELETE', '/api/session');
  forgetDrafted();
  session.parent = null;
}

function forgetDrafted(): void {
  forgetPending();
  forgetDrafts();
  forgetFileDrafts();
  keepDraft(null);
}

/** Another tab of the browser may have signed in as somebody else: this one then starts anew, as theirs. Nothing without an answer. */
export async function noticeOtherParent(): Promise<void> {
  const mine = session.parent?.identifier;
  if (!mine || !navigator.onLine) return;
  const parent = await send<PortalState>('GET', '/api/session').then((state) => state.parent, () => null);
  // Signed out and in again here meanwhile: the page knows.
  if (!parent || parent.identifier === mine || session.parent?.identifier !== mine) return;
  forgetDrafted();
  location.assign(`${TOWN_PATH}/accueil`);
}

import { ref } from 'vue';
import { sessionToken } from './session-token';

type Settle = (signedIn: boolean) => void;

/** True while the sign-in dialog lies over the page. */
export const isAskingToSignIn = ref(false);
const waiting: Settle[] = [];

/** Opens the sign-in dialog, once for all calls that need it; resolves when it is answered. */
export function signInAgain(): Promise<boolean> {
  // Nobody was signed in: the sign-in page is shown already.
  if (sessionToken.value === null) return Promise.resolve(false);
  isAskingToSignIn.value = true;
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}

/** Tells every waiting call how the dialog ended. */
export function endSignInAgain(signedIn: boolean): void {
  isAskingToSignIn.value = false;
  for (const settle of waiting.splice(0)) settle(signedIn);
}

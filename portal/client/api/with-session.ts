import { signInAgain } from '../state/sign-in-again';
import { refusalOf } from './refusal';

/**
 * Makes a call that needs a session. When it is over, a dialog signs in again above the page and
 * the call is made once more: nothing that was typed or ticked is lost.
 */
export async function withSession<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (refusalOf(error).code !== 'signedOut' || !(await signInAgain.ask())) throw error;
    return call();
  }
}

import { setTimeout as pause } from 'node:timers/promises';

/**
 * Answers no sooner than after a while, so that the time an answer takes does not tell whether
 * there was something to do (an account to write to).
 */
export async function atEvenPace<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work, pause(milliseconds)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

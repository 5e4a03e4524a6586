import type { TRPCLink } from '@trpc/client';
import type { AnyRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import type { Unsubscribable } from '@trpc/server/observable';
import { refusalOfError } from './refusal';

/**
 * When the host answers that the session is over, asks the person to sign in again over the page
 * and sends the same call once more: nothing typed is lost. `signInAgain` gives false when the
 * person gives up; the refusal then reaches the page. Calls with `context: { quiet: true }` never ask.
 */
export function sessionLink<Router extends AnyRouter>(signInAgain: () => Promise<boolean>): TRPCLink<Router> {
  return () => ({ op, next }) => observable((observer) => {
    let subscription: Unsubscribable | null = null;
    let left = false;

    const send = (isSecond: boolean): void => {
      subscription = next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error: (failure) => {
          if (isSecond || op.context.quiet === true || refusalOfError(failure).code !== 'signedOut') return observer.error(failure);
          void signInAgain().then((again) => {
            if (left) return;
            if (again) send(true);
            else observer.error(failure);
          });
        },
      });
    };
    send(false);
    return () => {
      left = true;
      subscription?.unsubscribe();
    };
  });
}

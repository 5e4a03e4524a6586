import type { Router } from '@koa/router';
import { signOut } from '../../../src-main/features/accounts/end-sessions';
import { readParentAccount } from '../../../src-main/features/accounts/read-parent-account';
import { parentSignInInput } from '../../../src-main/features/accounts/schema';
import type { PortalState } from '../../../src-main/features/accounts/schema';
import { signInParent } from '../../../src-main/features/accounts/sign-in-parent';
import { findPublicTown } from '../../../src-main/features/town/public-town';
import { callerOf, visitorContext } from '../door-context';
import type { PortalDoor } from '../door-context';
import { readJson } from '../read-json';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../session-cookie';

/** Who is there, signing in and out: plain routes, as they hold the cookie. */
export function sessionRoutes(router: Router, door: PortalDoor): void {
  const { services, sessions } = door;

  // What every page starts from, whether or not someone is signed in.
  router.get('/api/session', async (ctx) => {
    const token = readSessionCookie(ctx);
    const actor = token && await sessions.parent(token);
    ctx.set('cache-control', 'no-store');
    ctx.body = {
      town: await findPublicTown(services.db),
      parent: actor ? await readParentAccount({ ...services, actor }) : null,
    } satisfies PortalState;
  });

  router.post('/api/session', async (ctx) => {
    const input = await readJson(ctx, parentSignInInput);
    const before = readSessionCookie(ctx);
    const session = await signInParent(visitorContext(services), input, callerOf(ctx));
    // Two tabs that sign in one after the other are one device.
    if (before) await signOut(services, before);
    setSessionCookie(ctx, session, input.remember);
    ctx.status = 204;
  });

  router.delete('/api/session', async (ctx) => {
    const token = readSessionCookie(ctx);
    if (token) await signOut(services, token);
    clearSessionCookie(ctx);
    ctx.status = 204;
  });
}

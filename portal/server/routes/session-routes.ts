import type { Router } from '@koa/router';
import { signOut } from '../../../src-main/features/accounts/end-sessions';
import { parentSignInInput } from '../../../src-main/features/accounts/schema';
import { signInParent } from '../../../src-main/features/accounts/sign-in-parent';
import { callerOf, visitorContext } from '../door-context';
import type { PortalDoor } from '../door-context';
import { readJson } from '../read-json';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../session-cookie';

/** Signing in and out: plain routes, as they hold the cookie. */
export function sessionRoutes(router: Router, { services }: PortalDoor): void {
  router.post('/api/session', async (ctx) => {
    const input = await readJson(ctx, parentSignInInput);
    const session = await signInParent(visitorContext(services), input, callerOf(ctx));
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

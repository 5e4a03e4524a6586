import type { Router } from '@koa/router';
import { choosePassword } from '../../../src-main/features/accounts/choose-password';
import { signOut } from '../../../src-main/features/accounts/end-sessions';
import { readPasswordLink } from '../../../src-main/features/accounts/read-password-link';
import { requestPasswordLink } from '../../../src-main/features/accounts/request-password-link';
import { choosePasswordInput, passwordLinkInput, readLinkInput } from '../../../src-main/features/accounts/schema';
import { callerOf, visitorContext } from '../door-context';
import type { PortalDoor } from '../door-context';
import { atEvenPace } from '../even-pace';
import { readJson } from '../read-json';
import { clearSessionCookie, readSessionCookie } from '../session-cookie';

const PACE_MS = 250;

/** First connection or password forgotten: asking for a link, opening it, choosing the password. */
export function passwordRoutes(router: Router, { services }: PortalDoor): void {
  router.post('/api/password-link', async (ctx) => {
    const { login } = await readJson(ctx, passwordLinkInput);
    await atEvenPace(PACE_MS, requestPasswordLink(visitorContext(services), login, callerOf(ctx).address));
    ctx.status = 204;
  });

  // A POST though it reads: the token must stand in no address, hence in no log.
  router.post('/api/password-link/holder', async (ctx) => {
    const { token } = await readJson(ctx, readLinkInput);
    ctx.body = await readPasswordLink(services, token);
  });

  router.post('/api/password', async (ctx) => {
    await choosePassword(visitorContext(services), await readJson(ctx, choosePasswordInput));
    const token = readSessionCookie(ctx);
    if (token) await signOut(services, token); // the link may be another parent's than who was signed in here
    clearSessionCookie(ctx);
    ctx.status = 204;
  });
}

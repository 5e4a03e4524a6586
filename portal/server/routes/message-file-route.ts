import type { Router } from '@koa/router';
import { messageFile } from '../../../src-main/features/messages/queries';
import { AppError, notFound } from '../../../src-main/kernel/errors';
import type { PortalDoor } from '../door-context';
import { readSessionCookie } from '../session-cookie';

/** A PDF joined to one of the parent's own messages. It runs nothing and reaches nothing. */
export function messageFileRoute(router: Router, { services, sessions }: PortalDoor): void {
  router.get('/api/messages/fichiers/:id', async (ctx) => {
    const token = readSessionCookie(ctx);
    const actor = token && await sessions.parent(token);
    if (!actor) throw new AppError('signedOut', {}, 'signedOut');
    const id = Number(ctx.params.id);
    if (!Number.isSafeInteger(id)) throw notFound();
    const { name, type, sha256 } = await messageFile(services.db, id, actor.personId);
    ctx.type = type;
    ctx.set('cache-control', 'private, no-store');
    ctx.set('content-security-policy', "default-src 'none'; sandbox");
    ctx.set('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`);
    ctx.body = Buffer.from(await services.files.read(sha256));
  });
}

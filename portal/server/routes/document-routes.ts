import type { Router } from '@koa/router';
import type { Context as KoaContext } from 'koa';
import { openPage } from '../../../src-main/features/documents/decide-paper';
import type { OpenedPage } from '../../../src-main/features/documents/decide-paper';
import { openDocument } from '../../../src-main/features/documents/published-queries';
import { localToday } from '../../../src-main/features/town/queries';
import type { ParentActor } from '../../../src-main/kernel/actor';
import { AppError, notFound } from '../../../src-main/kernel/errors';
import type { PortalDoor } from '../door-context';
import { readSessionCookie } from '../session-cookie';

/**
 * Documents of the town for this parent (opening one marks it as read), and the papers that their own
 * families sent. `?enregistrer` saves instead of showing. Another family's is not told that it exists.
 */
export function documentRoutes(router: Router, { services, sessions }: PortalDoor): void {
  const parentOf = async (ctx: KoaContext): Promise<ParentActor> => {
    const token = readSessionCookie(ctx);
    const actor = token && await sessions.parent(token);
    if (!actor) throw new AppError('signedOut', {}, 'signedOut');
    return actor;
  };

  router.get('/api/documents/:id', async (ctx) => {
    const { personId } = await parentOf(ctx);
    const { name, type, sha256 } = await openDocument(services, await localToday(services), personId, idOf(ctx.params.id));
    handOut(ctx, { name, type, bytes: await services.files.read(sha256) });
  });

  router.get('/api/pieces/:id', async (ctx) => {
    handOut(ctx, await openPage({ ...services, actor: await parentOf(ctx) }, idOf(ctx.params.id)));
  });

  /** Shown in a tab of its own, where nothing in it may run; kept by no cache. */
  function handOut(ctx: KoaContext, { name, type, bytes }: OpenedPage): void {
    ctx.type = type;
    ctx.set('content-disposition', `${'enregistrer' in ctx.query ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`);
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('cache-control', 'private, no-store');
    ctx.set('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'; sandbox");
    ctx.body = Buffer.from(bytes);
  }
}

function idOf(named: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(named ?? '')) throw notFound();
  return Number(named);
}

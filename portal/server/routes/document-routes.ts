import type { Router } from '@koa/router';
import type { Context as KoaContext } from 'koa';
import { openDocument } from '../../../src-main/features/documents/published-queries';
import type { StoredDocument } from '../../../src-main/features/documents/published-queries';
import { paperPage } from '../../../src-main/features/documents/sent-papers';
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
    const file = await openDocument(services, await localToday(services), personId, idOf(ctx.params.id));
    await handOut(ctx, file);
  });

  router.get('/api/pieces/:id', async (ctx) => {
    const { personId } = await parentOf(ctx);
    await handOut(ctx, await paperPage(services.db, idOf(ctx.params.id), personId));
  });

  /** Shown in a tab of its own, where nothing in it may run; kept by no cache. */
  async function handOut(ctx: KoaContext, { name, type, sha256 }: StoredDocument): Promise<void> {
    ctx.type = type;
    ctx.set('content-disposition', `${'enregistrer' in ctx.query ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`);
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('cache-control', 'private, no-store');
    ctx.set('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'; sandbox");
    ctx.body = Buffer.from(await services.files.read(sha256));
  }
}

function idOf(named: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(named ?? '')) throw notFound();
  return Number(named);
}

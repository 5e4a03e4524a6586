import type { Middleware } from 'koa';
import { publicPortalOf } from '../../src-main/features/town/portal-settings';
import type { Services } from '../../src-main/platform/procedures/services';

/** What stands outside the town's path: calls, health, and files of the build. */
const OUTSIDE = /^\/(api|rpc|healthz)(\/|$)|\.[a-z0-9]+$/i;

/** The town's path of a request, `/saint-aubin`; empty at the root. */
export const townPathOf = (ctx: { state: Record<string, unknown> }): string => (typeof ctx.state.townPath === 'string' ? ctx.state.townPath : '');

/**
 * The town's own path (guides §1.1: `…/votreville`), so that one address can serve several towns.
 * Behind it everything is found as at the root; a page asked without it is sent there, and the
 * links of older mails go on working (the browser keeps what follows their `#`).
 */
export function townPath({ db }: Pick<Services, 'db'>): Middleware {
  return async (ctx, next) => {
    const { slug } = await publicPortalOf(db);
    const base = slug === '' ? '' : `/${slug}`;
    ctx.state.townPath = base;
    const inside = base !== '' && (ctx.path === base || ctx.path.startsWith(`${base}/`));
    if (inside) ctx.path = ctx.path.slice(base.length) || '/';
    else if (base !== '' && (ctx.method === 'GET' || ctx.method === 'HEAD') && !OUTSIDE.test(ctx.path)) {
      ctx.redirect(`${base}${ctx.path}${ctx.search}`);
      return;
    }
    await next();
  };
}

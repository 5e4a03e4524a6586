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
    const typed = ctx.path.slice(0, base.length);
    const inside = typed.toLowerCase() === base && /^(\/|$)/.test(ctx.path.slice(base.length));
    const rest = inside ? ctx.path.slice(base.length) : ctx.path;
    const isPage = (ctx.method === 'GET' || ctx.method === 'HEAD') && !OUTSIDE.test(rest);
    // A phone begins what one types with a capital: `/Saint-Aubin` is sent to `/saint-aubin`.
    if (isPage && !(inside && typed === base)) {
      ctx.redirect(`${base}${rest}${ctx.search}`);
      return;
    }
    if (inside) ctx.path = rest || '/';
    await next();
  };
}

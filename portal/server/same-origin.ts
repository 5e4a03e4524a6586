import type { Middleware } from 'koa';
import { forbidden } from '../../src-main/kernel/errors';

/** Header that the portal's pages send with each call; a form on another site cannot. */
export const CALL_HEADER = 'x-preau';

/**
 * Refuses what other sites make a parent's browser send: whatever is not a plain read must come
 * from our own pages (Sec-Fetch-Site, or Origin where the browser is older) and carry our header.
 */
export function sameOrigin(): Middleware {
  return (ctx, next) => {
    if (ctx.method === 'GET' || ctx.method === 'HEAD') return next();
    if (ctx.get(CALL_HEADER) === '' || !isOurs(ctx.get('sec-fetch-site'), ctx.get('origin'), ctx.host)) throw forbidden('portal.foreignRequest');
    return next();
  };
}

function isOurs(site: string, origin: string, host: string): boolean {
  if (site !== '') return site === 'same-origin' || site === 'none';
  if (origin === '') return true; // neither header: no browser sent it, so no browser's cookie is abused
  return URL.canParse(origin) && new URL(origin).host === host;
}

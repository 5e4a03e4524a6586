import type { Middleware } from 'koa';

/** No browser or proxy keeps what the portal answers to a person; a route that may be kept says so itself. */
export function neverKept(): Middleware {
  return (ctx, next) => {
    if (ctx.path.startsWith('/api/')) ctx.set('cache-control', 'no-store');
    return next();
  };
}

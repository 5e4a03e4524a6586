import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Middleware } from 'koa';
import sirv from 'sirv';

/**
 * Serves built pages: hashed assets for a year, pre-compressed where the build made it. `single`:
 * any other path without a dot gives `index.html`, for pages that have their own router.
 */
export function pages(folder: string, { single = true } = {}): Middleware {
  if (!existsSync(join(folder, 'index.html'))) {
    return (ctx) => {
      ctx.status = 503;
      ctx.body = 'Les pages ne sont pas construites. Lancez « npm run build » puis redémarrez Préau.';
    };
  }
  const serve = sirv(folder, {
    single, gzip: true, brotli: true, etag: true,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    await new Promise<void>((resolve) => {
      ctx.res.once('close', resolve);
      ctx.respond = false;
      serve(ctx.req, ctx.res, () => {
        ctx.respond = true;
        ctx.res.off('close', resolve);
        resolve();
      });
    });
    if (ctx.respond) await next();
  };
}

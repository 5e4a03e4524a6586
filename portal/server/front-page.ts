import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Middleware } from 'koa';
import { townPathOf } from './town-path';

/**
 * The page that every address of the portal opens, with the town's path written in it: the pages'
 * own router starts there. Files and calls go on to whoever serves them.
 */
export function frontPage(folder: string): Middleware {
  const file = join(folder, 'index.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : null;
  return (ctx, next) => {
    const isPage = (ctx.method === 'GET' || ctx.method === 'HEAD') && !/\.[a-z0-9]+$/i.test(ctx.path);
    if (html === null || !isPage) return next();
    ctx.type = 'html';
    ctx.set('cache-control', 'no-cache');
    ctx.body = html.replace('<html lang="fr"', `<html lang="fr" data-town-path="${townPathOf(ctx)}"`);
    return undefined;
  };
}

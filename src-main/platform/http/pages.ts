import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Context, Middleware } from 'koa';

/** What the build leaves beside a file, the smallest first, by the name that browsers give it. */
const PACKED = [['br', '.br'], ['gzip', '.gz']] as const;

/**
 * Serves built pages: hashed assets for a year, pre-compressed where the build made it. `single`:
 * any other path without a dot gives `index.html`, for pages that have their own router. Only what
 * was there at the start is served; what has gone since is not found (sirv ends the process then, and
 * @koa/send knows no etag).
 */
export function pages(folder: string, { single = true } = {}): Middleware {
  if (!existsSync(join(folder, 'index.html'))) {
    return (ctx) => {
      ctx.status = 503;
      ctx.body = 'Les pages ne sont pas construites. Lancez « npm run build » puis redémarrez Préau.';
    };
  }
  const files = filesUnder(folder);
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    const name = nameOf(ctx.path, files) ?? (single && !/\.[^/]*$/.test(ctx.path) ? '/index.html' : null);
    if (name === null || !(await sendFile(ctx, folder, name, files))) await next();
  };
}

function nameOf(path: string, files: ReadonlySet<string>): string | null {
  if (path === '/') return '/index.html';
  return files.has(path) ? path : null;
}

/** Names from `/`, as addresses write them; hidden files stay hidden. */
function filesUnder(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).split(sep).join('/')}`);
  return new Set(names.filter((name) => !name.includes('/.')));
}

/** Answers with a file, packed as the browser likes; false when it is no longer there. */
async function sendFile(ctx: Context, folder: string, name: string, files: ReadonlySet<string>): Promise<boolean> {
  const packings = PACKED.filter(([encoding, ending]) => files.has(`${name}${ending}`) && ctx.acceptsEncodings(encoding, 'identity') === encoding);
  for (const [encoding, ending] of [...packings, ['', ''] as const]) {
    const body = await readIfThere(join(folder, `${name}${ending}`));
    if (!body) continue;
    ctx.vary('accept-encoding');
    if (encoding) ctx.set('content-encoding', encoding);
    ctx.set('cache-control', name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    ctx.etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    ctx.type = extname(name);
    ctx.status = 200;
    if (ctx.fresh) ctx.status = 304;
    else ctx.body = body;
    return true;
  }
  return false;
}

/** Read whole rather than streamed: a built file is small, and one that has gone is known before the answer begins. */
async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

import type { AnyRouter } from '@trpc/server';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import type { Context as KoaContext, Middleware } from 'koa';
import type { DoorContext } from '../procedures/services';

export interface RpcOptions {
  readonly router: AnyRouter;
  readonly maxBodyBytes: number;
  readonly doorContext: (ctx: KoaContext) => DoorContext;
}

/** Serves a tRPC router under `/rpc` of a Koa app. */
export function rpc({ router, maxBodyBytes, doorContext }: RpcOptions): Middleware {
  return async (ctx, next) => {
    if (!ctx.path.startsWith('/rpc/')) return next();
    ctx.respond = false;
    ctx.res.statusCode = 200;
    ctx.res.setHeader('cache-control', 'no-store');
    await nodeHTTPRequestHandler({
      req: ctx.req,
      res: ctx.res,
      router,
      path: ctx.path.slice('/rpc/'.length),
      maxBodySize: maxBodyBytes,
      // Long questions (a week with its unsaved ticks) travel in a body rather than in an address.
      allowMethodOverride: true,
      createContext: () => Promise.resolve(doorContext(ctx)),
    });
  };
}

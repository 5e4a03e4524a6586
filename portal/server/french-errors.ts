import type { Middleware } from 'koa';
import { ZodError } from 'zod';
import { AppError } from '../../src-main/kernel/errors';
import type { Refusal, RefusalKind } from '../../src-main/kernel/errors';
import { refusalOf } from '../../src-main/platform/procedures/refusal';
import type { Services } from '../../src-main/platform/procedures/services';
import { findTown } from '../../src-main/features/town/queries';
import { errorPage } from './error-page';

const STATUSES: Readonly<Record<RefusalKind, number>> = { invalid: 400, signedOut: 401, forbidden: 403, notFound: 404, conflict: 409, tooMany: 429 };

/** Answers whatever is thrown in French: `{ refusal }` to the pages, a small page to who types an address. */
export function frenchErrors(services: Services): Middleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.respond !== false && ctx.status === 404 && ctx.body === undefined) throw new AppError('notFound', {}, 'notFound');
    } catch (error) {
      const refusal = refusalOf(error, services, `${ctx.method} ${ctx.path}`);
      ctx.status = statusOf(error);
      ctx.set('cache-control', 'no-store');
      if (ctx.accepts('json', 'html') === 'html') {
        ctx.type = 'html';
        ctx.body = errorPage(refusal.message, await townName(services));
      } else {
        ctx.body = { refusal } satisfies { refusal: Refusal };
      }
    }
  };
}

function statusOf(error: unknown): number {
  if (error instanceof AppError) return STATUSES[error.kind];
  return error instanceof ZodError ? 400 : 500;
}

const townName = (services: Services): Promise<string> =>
  findTown(services.db).then((town) => town?.name ?? 'Portail parents', () => 'Portail parents');

import { initTRPC } from '@trpc/server';
import { AppError, forbidden } from '../../kernel/errors';
import type { Right } from '../../kernel/actor';
import { bytesTransformer } from '../../kernel/bytes-transformer';
import { asTrpcError, refusalOf } from './refusal';
import type { DoorContext } from './services';

// isDev false: otherwise both doors send stack traces when NODE_ENV is unset.
const t = initTRPC.context<DoorContext>().create({
  isDev: false,
  transformer: bytesTransformer,
  errorFormatter: ({ shape, error, ctx, path }) => {
    const refusal = refusalOf(error, ctx?.services, path ?? '');
    return { ...shape, message: refusal.message, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, refusal } };
  },
});

export const { router, createCallerFactory } = t;

/** Gives refusals the HTTP status of their kind. */
const statuses = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof AppError) throw asTrpcError(result.error.cause);
  return result;
});

/** Open to anyone who reaches the door: signing in, the first start. */
export const publicProcedure = t.procedure.use(statuses).use(({ ctx, next }) =>
  next({ ctx: { ...ctx, ...ctx.services, actor: { kind: 'system', name: 'Préau' } as const } }));

/** For signed-in staff holding the right; `null` = any member of staff. */
export const staffProcedure = (right: Right | null) =>
  t.procedure.use(statuses).use(async ({ ctx, next }) => {
    const actor = ctx.token ? await ctx.sessions.staff(ctx.token) : null;
    if (!actor) throw new AppError('signedOut', {}, 'signedOut');
    if (right && !actor.rights.includes(right)) throw forbidden();
    return next({ ctx: { ...ctx, ...ctx.services, actor } });
  });

/** For a signed-in parent. What is theirs is judged by each command. */
export const parentProcedure = t.procedure.use(statuses).use(async ({ ctx, next }) => {
  const actor = ctx.token ? await ctx.sessions.parent(ctx.token) : null;
  if (!actor) throw new AppError('signedOut', {}, 'signedOut');
  return next({ ctx: { ...ctx, ...ctx.services, actor } });
});

import type { Context } from 'koa';
import type { OpenedSession } from '../../src-main/features/accounts/schema';
import { townPathOf } from './town-path';

/**
 * One cookie name a town, so that two towns of one host do not sign each other's parents out.
 * `__Host-`: the browser keeps it only when Secure, for this host alone, for every path.
 */
const cookieName = (ctx: Context): string => `__Host-preau${townPathOf(ctx).replace('/', '-')}`;

const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';

/** The parent's token, or null. */
export const readSessionCookie = (ctx: Context): string | null => ctx.cookies.get(cookieName(ctx)) ?? null;

/**
 * Gives the browser the token; without `remember` it forgets it when it closes. Written by hand:
 * Koa refuses Secure cookies over http, which browsers accept on loopback.
 */
export function setSessionCookie(ctx: Context, { token, expiresAt }: OpenedSession, remember: boolean): void {
  const expires = remember ? `; Expires=${new Date(expiresAt).toUTCString()}` : '';
  ctx.append('set-cookie', `${cookieName(ctx)}=${token}; ${ATTRIBUTES}${expires}`);
}

export function clearSessionCookie(ctx: Context): void {
  ctx.append('set-cookie', `${cookieName(ctx)}=; ${ATTRIBUTES}; Max-Age=0`);
}

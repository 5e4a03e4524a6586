import type { Context } from 'koa';
import type { OpenedSession } from '../../src-main/features/accounts/schema';

/** `__Host-`: the browser keeps it only when Secure, for this host alone, for every path. */
export const SESSION_COOKIE = '__Host-preau';

const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';

/** The parent's token, or null. */
export const readSessionCookie = (ctx: Context): string | null => ctx.cookies.get(SESSION_COOKIE) ?? null;

/**
 * Gives the browser the token; without `remember` it forgets it when it closes. Written by hand:
 * Koa refuses Secure cookies over http, which browsers accept on loopback.
 */
export function setSessionCookie(ctx: Context, { token, expiresAt }: OpenedSession, remember: boolean): void {
  const expires = remember ? `; Expires=${new Date(expiresAt).toUTCString()}` : '';
  ctx.append('set-cookie', `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}${expires}`);
}

export function clearSessionCookie(ctx: Context): void {
  ctx.append('set-cookie', `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`);
}

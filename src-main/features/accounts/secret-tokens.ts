import { createHash, randomBytes } from 'node:crypto';

/** An opaque secret of 32 random bytes, for a session or a mail link; only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The hash under which a token is stored: a leaked database opens no session. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

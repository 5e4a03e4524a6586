import type { Context } from '../../platform/procedures/services';
import { hashOfToken } from './secret-tokens';

/** Ends the session behind a token; nothing happens when it is already over. */
export async function signOut({ db }: Pick<Context, 'db'>, token: string): Promise<void> {
  await db.write(() => db.run('DELETE FROM sessions WHERE token_hash = $hash', { hash: hashOfToken(token) }));
}

/** Ends every session of a holder but one (`keepId`), inside a write. Returns how many ended. */
export function endSessions({ db }: Pick<Context, 'db'>, holder: 'staff' | 'parent', holderId: number, keepId = 0): Promise<number> {
  return db.run('DELETE FROM sessions WHERE holder = $holder AND holder_id = $holderId AND id <> $keepId', { holder, holderId, keepId });
}

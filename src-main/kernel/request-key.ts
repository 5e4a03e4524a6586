import type { Actor } from './actor';

/**
 * The key under which a command sent twice is done once, bound to who sent it: the same key sent by
 * another account is another command, and never finds what the first one did.
 */
export function boundKey(actor: Actor, requestKey: string): string {
  if (actor.kind === 'parent') return `parent ${actor.accountId} ${requestKey}`;
  return actor.kind === 'staff' ? `staff ${actor.id} ${requestKey}` : `system ${requestKey}`;
}

import { reactive } from 'vue';
import { session } from './session';

/** What waits for the parent, by the name of the page that shows it. */
export const badges = reactive<Record<string, number>>({});

/** Pages are left and opened faster than the town hall answers. */
const FRESH_MS = 15_000;
let askedAt = -FRESH_MS;

/** Counts again what is unread; `now` when it has just been read. Without an answer the last count stays. */
export async function refreshBadges(now = false): Promise<void> {
  if (!session.parent || (!now && performance.now() - askedAt < FRESH_MS)) return;
  askedAt = performance.now();
  const { portal } = await import('../api/portal');
  try {
    badges.messages = await portal.messages.unread.query();
  } catch {
    // The page itself says what fails; a number in the bar is not worth an alarm.
    askedAt = -FRESH_MS;
  }
}

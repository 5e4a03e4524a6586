import { useQuery } from '@pinia/colada';
import { computed, onBeforeUnmount } from 'vue';
import { api } from '../api/client';
import { useSession } from '../stores/session';
import { isAttended } from './attention';

const REFRESH_MS = 60_000;

/** What waits behind a room of the band, by the name of its route: a number, and its words. */
export function useBandCounts() {
  const session = useSession();
  const waiting = useQuery({
    // By itself, so that it asks nobody to sign in again.
    key: ['messages', 'waiting'], query: () => api.messages.waiting.query(undefined, { context: { quiet: true } }), enabled: () => session.may('messages.read'),
  });
  const timer = setInterval(() => {
    if (isAttended() && session.may('messages.read')) void waiting.refetch();
  }, REFRESH_MS);
  onBeforeUnmount(() => clearInterval(timer));
  return computed<Readonly<Record<string, { readonly count: number; readonly words: string }>>>(() => ({ messages: { count: waiting.data.value ?? 0, words: 'à répondre' } }));
}

import { formatShortDate } from '../../../src-main/kernel/french-dates';
import type { NewsLine, NewsState } from '../../../src-main/features/news/schema';

/** States of a piece of news: icon, word and colour. */
export const STATES: Readonly<Record<NewsState, { readonly label: string; readonly icon: string; readonly tone: string }>> = {
  shown: { label: 'Sur le portail', icon: 'i-lucide-check', tone: 'bg-booked text-booked-ink' },
  coming: { label: 'À venir', icon: 'i-lucide-clock', tone: 'bg-cart text-cart-ink' },
  over: { label: 'Terminée', icon: 'i-lucide-minus', tone: 'bg-closed text-closed-ink' },
  withdrawn: { label: 'Retirée', icon: 'i-lucide-ban', tone: 'bg-closed text-closed-ink' },
};

/** "du 05/11/2026 au 12/11/2026", "depuis le 05/11/2026". */
export function period({ fromOn, untilOn, state }: Pick<NewsLine, 'fromOn' | 'untilOn' | 'state'>): string {
  if (untilOn !== null) return `du ${formatShortDate(fromOn)} au ${formatShortDate(untilOn)}`;
  return `${state === 'coming' ? 'à partir du' : 'depuis le'} ${formatShortDate(fromOn)}`;
}

export const mayChange = ({ state }: Pick<NewsLine, 'state'>): boolean => state !== 'withdrawn';

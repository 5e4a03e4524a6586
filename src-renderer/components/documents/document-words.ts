import type { PublishedState, SentPaper, StandingState } from '../../../src-main/features/documents/schema';

interface Look { readonly icon: string; readonly tone: string }

const DONE: Look = { icon: 'i-lucide-circle-check', tone: 'bg-booked text-booked-ink' };
const WAITING: Look = { icon: 'i-lucide-clock', tone: 'bg-queue text-queue-ink' };
const LATE: Look = { icon: 'i-lucide-circle-alert', tone: 'bg-late text-late-ink' };
const QUIET: Look = { icon: 'i-lucide-minus', tone: 'bg-closed text-closed-ink' };

/** A state as icon and colour; its words come from the host. */
export const LOOKS: Readonly<Record<StandingState | SentPaper['state'], Look>> = {
  missing: LATE, expired: LATE, expiring: LATE, optional: QUIET, replaced: QUIET, waiting: WAITING, accepted: DONE, refused: { icon: 'i-lucide-circle-x', tone: 'bg-late text-late-ink' },
};

export const PUBLISHED_WORDS: Readonly<Record<PublishedState, Look & { readonly words: string }>> = {
  shown: { ...DONE, words: 'affiché' }, coming: { ...WAITING, words: 'à venir' }, ended: { ...QUIET, words: 'terminé' }, withdrawn: { ...QUIET, words: 'retiré' },
};

/** "240 Ko", "1,8 Mo". */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}\u00a0Ko`;
  return `${(bytes / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`;
}

/** Reasons that come back every week; each may be completed. */
export const USUAL_REASONS = ['le document n’est pas lisible', 'une page manque', 'ce n’est pas le document demandé', 'la date de validité est passée'] as const;

import type { PREVIEW_FILTERS, PreviewLine, RunFamilyState } from '../../../src-main/features/billing/schema';
import type { Mark } from './billing-words';
import { signedEuros } from './difference-chart';

export const FAMILY_MARKS: Readonly<Record<Exclude<RunFamilyState, 'waiting'>, Mark>> = {
  held: { label: 'gardée', icon: 'i-lucide-pause', tone: 'bg-late text-late-ink' },
  issued: { label: 'facturée', icon: 'i-lucide-lock', tone: 'bg-booked text-booked-ink' },
  nothing: { label: 'rien à facturer', icon: 'i-lucide-minus', tone: 'bg-closed text-closed-ink' },
};

export const FILTER_WORDS: Readonly<Record<(typeof PREVIEW_FILTERS)[number], string>> = {
  all: 'Toutes les familles', flagged: 'À noter', outliers: 'Écarts inhabituels', corrected: 'Avec régularisation', held: 'Gardées pour plus tard', nothing: 'Rien à facturer',
};

/** "+ 12,40 €" against last month; "nouvelle" where there was no invoice then. */
export function changeOf({ totalCents, lastCents, state }: PreviewLine): string {
  if (state === 'nothing') return '';
  return lastCents === null ? 'nouvelle' : signedEuros(totalCents - lastCents);
}

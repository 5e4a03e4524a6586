import type { PREVIEW_FILTERS, PreviewLine, RunFamilyState, RunPreview } from '../../../src-main/features/billing/schema';
import { counted } from '../../../src-main/kernel/text';
import { euros } from './billing-words';
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

type Sums = Pick<RunPreview['totals'], 'totalCents' | 'lastCents' | 'correctionCents' | 'held'>;

/** Totals of the families shown, held ones among them. */
export function sumsOf(lines: readonly PreviewLine[]): Sums {
  const sum = (of: (line: PreviewLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
  return { totalCents: sum(({ totalCents }) => totalCents), lastCents: sum(({ lastCents }) => lastCents ?? 0), correctionCents: sum(({ correctionCents }) => correctionCents), held: lines.filter(({ state }) => state === 'held').length };
}

/** The last line of the preview; `sums` null: not all that is counted has been read. */
export function totalsOf(count: number, sums: Sums | null): Readonly<Record<string, string>> {
  const name = counted(count, 'famille', 'familles');
  if (sums === null) return { name };
  const { totalCents, lastCents, correctionCents, held } = sums;
  return {
    name, total: euros(totalCents),
    // A first month has nothing to be compared with.
    ...(lastCents !== 0 && { last: euros(lastCents), change: signedEuros(totalCents - lastCents) }),
    ...(correctionCents !== 0 && { correction: signedEuros(correctionCents) }),
    ...(held > 0 && { flags: `${counted(held, 'famille gardée', 'familles gardées')} pour plus tard` }),
  };
}

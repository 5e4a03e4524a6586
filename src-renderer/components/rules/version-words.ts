import type { VersionSummary } from '../../../src-main/features/town-rules/schema';
import { formatDate } from '../../../src-main/kernel/french-dates';

/** How a version stands on the timeline: a word and an icon, never a colour alone. */
export const STATES: Readonly<Record<VersionSummary['state'], { readonly word: string; readonly icon: string; readonly tone: string }>> = {
  future: { word: 'À venir', icon: 'i-lucide-calendar-clock', tone: 'text-info' },
  inForce: { word: 'En vigueur', icon: 'i-lucide-circle-check', tone: 'text-success' },
  past: { word: 'Passé', icon: 'i-lucide-archive', tone: 'text-muted' },
};

/** "du 1er septembre 2026 au 31 août 2027", "depuis le 1er septembre 2026". */
export function spanOf({ fromOn, untilOn, state }: VersionSummary): string {
  if (untilOn) return `du ${formatDate(fromOn)} au ${formatDate(untilOn)}`;
  return `${state === 'future' ? 'à partir du' : 'depuis le'} ${formatDate(fromOn)}`;
}

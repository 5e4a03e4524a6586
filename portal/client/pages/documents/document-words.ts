import type { Requirement, SentPaper, StandingState } from '../../../../src-main/features/documents/schema';
import { TOWN_PATH } from '../../api/town-path';
import type { IconName } from '../../components/icon-paths';
import { session } from '../../state/session';

/** What the page is called, by the town's choice of words (guides v1 and v3). */
export const pageTitle = (): string => (session.town?.portal.words === 'monFoyer' ? 'Mes documents' : 'Documents');

export const documentFile = (id: number): string => `${TOWN_PATH}/api/documents/${id}`;
export const paperFile = (id: number): string => `${TOWN_PATH}/api/pieces/${id}`;

interface Mark { readonly icon: IconName; readonly tone: string }

const DONE: Mark = { icon: 'done', tone: 'bg-booked text-booked-ink' };
const WAITING: Mark = { icon: 'clock', tone: 'bg-queue text-queue-ink' };
const LATE: Mark = { icon: 'alert', tone: 'bg-late text-late-ink' };
const REFUSED: Mark = { icon: 'alert', tone: 'bg-danger-soft text-danger' };
const QUIET: Mark = { icon: 'dash', tone: 'bg-closed text-closed-ink' };

export const MARKS: Readonly<Record<StandingState | SentPaper['state'], Mark>> = {
  missing: LATE, expired: LATE, expiring: LATE, optional: QUIET, replaced: QUIET, waiting: WAITING, accepted: DONE, refused: REFUSED,
};

/** "240 Ko", "1,8 Mo": as phones tell it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.min(bytes, Math.max(1, Math.round(bytes / 1000)))}\u00a0Ko`;
  return `${(bytes / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`;
}

export const typeWords = (type: string): string => (type === 'application/pdf' ? 'PDF' : 'image');

/** The family has something to do about it. */
export const isPressing = ({ standing, required }: Requirement): boolean => standing.state === 'refused' || (required && ['missing', 'expired', 'expiring'].includes(standing.state));

/** One subject of the list, as a value of the form: "3" for a family, "3-12" for a child in it. */
export const subjectKey = ({ familyId, childId }: { readonly familyId: number; readonly childId: number | null }): string => (childId === null ? `${familyId}` : `${familyId}-${childId}`);

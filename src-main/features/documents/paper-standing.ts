import { formatDate } from '../../kernel/french-dates';
import { daysBetween } from '../../kernel/local-date';
import type { Instant, LocalDate } from '../../kernel/local-date';
import type { SentPaper, Standing } from './papers-schema';

/** Days before its end from which a paper is said to expire. */
export const EXPIRING_DAYS = 30;

/** What a standing is judged from. */
export interface JudgedPaper {
  readonly state: SentPaper['state'];
  readonly sentAt: Instant;
  readonly validUntil: LocalDate | null;
  readonly reason: string;
}

const WITHOUT_END = '9999-12-31';
const endOf = ({ validUntil }: JudgedPaper): string => validUntil ?? WITHOUT_END;

/**
 * Where one kind of paper stands on a day for one child or family: the last one sent speaks, and an
 * accepted one goes on counting until its last day, that day included, whatever was sent since.
 */
export function standingOf(papers: readonly JudgedPaper[], required: boolean, today: LocalDate): Standing {
  const known = papers.filter(({ state }) => state !== 'replaced');
  const last = known.reduce<JudgedPaper | null>((newest, paper) => (newest && newest.sentAt > paper.sentAt ? newest : paper), null);
  const best = known.filter(({ state }) => state === 'accepted').reduce<JudgedPaper | null>((longest, paper) => (longest && endOf(longest) > endOf(paper) ? longest : paper), null);
  const covered = best !== null && endOf(best) >= today;
  const validUntil = best?.validUntil ?? null;
  const now = (state: Standing['state'], words: string): Standing => ({ state, words, covered, validUntil });
  const still = covered && validUntil ? ` ; le précédent vaut jusqu’au ${formatDate(validUntil)}` : '';
  if (last?.state === 'waiting') return now('waiting', `en attente de la mairie${still}`);
  if (last?.state === 'refused' && !(covered && validUntil === null)) return now('refused', `refusé : ${last.reason}${still}`);
  if (!best) return required ? now('missing', 'à fournir') : now('optional', 'facultatif');
  if (validUntil === null) return now('accepted', 'accepté');
  const left = daysBetween(today, validUntil);
  if (left < 0) return now('expired', `expiré depuis le ${formatDate(validUntil)}`);
  return left > EXPIRING_DAYS ? now('accepted', `accepté jusqu’au ${formatDate(validUntil)}`) : now('expiring', expiry(left, validUntil));
}

function expiry(left: number, validUntil: LocalDate): string {
  if (left === 0) return 'expire aujourd’hui';
  return left === 1 ? 'expire demain' : `expire dans ${left}\u00a0jours, le ${formatDate(validUntil)}`;
}

/** What became of one sent paper, by itself. */
export function wordsOfPaper({ state, validUntil, reason }: JudgedPaper, today: LocalDate): string {
  switch (state) {
    case 'waiting': return 'en attente de la mairie';
    case 'refused': return `refusé : ${reason}`;
    case 'replaced': return 'remplacé par un autre envoi';
    case 'accepted': return validUntil === null ? 'accepté' : validUntil < today ? `expiré depuis le ${formatDate(validUntil)}` : `accepté jusqu’au ${formatDate(validUntil)}`;
  }
}

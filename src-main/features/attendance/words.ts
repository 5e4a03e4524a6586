import { formatDay } from '../../kernel/french-dates';
import type { LocalDate } from '../../kernel/local-date';
import type { DisruptionReason, ProofKind } from '../child-days/schema';
import type { NoticeReason, RollCallState } from './schema';

/** What families, staff and papers call these things. */

export const NOTICE_WORDS: Readonly<Record<NoticeReason, string>> = { illness: 'maladie', family: 'raison familiale', none: 'sans motif précisé' };
export const PROOF_WORDS: Readonly<Record<ProofKind, string>> = { medical: 'certificat médical', other: 'justificatif' };
export const DISRUPTION_WORDS: Readonly<Record<DisruptionReason, string>> = {
  strike: 'grève', teacherAbsent: 'enseignant absent', outing: 'sortie scolaire', snow: 'neige, intempéries', sentHome: 'enfants renvoyés chez eux',
};
export const STATE_WORDS: Readonly<Record<RollCallState, string>> = { present: 'présent', absent: 'absent', excused: 'absent excusé' };

/** A word of a table, or the text itself when a later version of Préau wrote it. */
export const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

/** "le jeudi 5 novembre", "du lundi 2 novembre au vendredi 6 novembre" */
export const spanInWords = (from: LocalDate, to: LocalDate): string => (from === to ? `le ${formatDay(from)}` : `du ${formatDay(from)} au ${formatDay(to)}`);

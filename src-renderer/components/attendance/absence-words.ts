import type { NoticeReason } from '../../../src-main/features/attendance/schema';
import type { DisruptionReason, ProofKind } from '../../../src-main/features/child-days/schema';
import { formatShortDate } from '../../../src-main/kernel/french-dates';
import { localDateTime } from '../../../src-main/kernel/local-date';
import type { LocalDate, LocalDateTime } from '../../../src-main/kernel/local-date';
import { parseTypedHour } from './hours';

export const NOTICE_LABELS: Readonly<Record<NoticeReason, string>> = { illness: 'Maladie', family: 'Raison familiale', none: 'Sans motif précisé' };
export const PROOF_LABELS: Readonly<Record<ProofKind, string>> = { medical: 'Certificat médical', other: 'Autre justificatif' };
export const DISRUPTION_LABELS: Readonly<Record<DisruptionReason, string>> = {
  strike: 'Grève', teacherAbsent: 'Enseignant absent', outing: 'Sortie scolaire', snow: 'Neige, intempéries', sentHome: 'Enfants renvoyés chez eux',
};

/** "le 05/11/2026", "du 02/11/2026 au 06/11/2026" */
export const spanShort = (from: LocalDate, to: LocalDate): string => (from === to ? `le ${formatShortDate(from)}` : `du ${formatShortDate(from)} au ${formatShortDate(to)}`);

/**
 * When a paper or a word of the family came, as typed. Without hour: now when it is today, noon of
 * another day. What cannot be read goes as it is, and is refused at its field.
 */
export function momentCame(day: string | null, hour: string, today: LocalDate): LocalDateTime | null {
  if (hour.trim() === '' && day === today) return null;
  const time = hour.trim() === '' ? '12:00' : parseTypedHour(hour) ?? hour;
  return localDateTime((day ?? '') as LocalDate, time);
}

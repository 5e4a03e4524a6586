import { formatMoment } from '../../../../src-main/kernel/french-dates';
import { toLocal } from '../../../../src-main/kernel/local-date';
import type { Instant } from '../../../../src-main/kernel/local-date';
import type { ConversationLine, Department } from '../../../../src-main/features/messages/schema';
import { counted } from '../../../../src-main/kernel/text';
import { TOWN_PATH } from '../../api/town-path';
import { nameOfPage } from '../../components/frame/destinations';
import { session } from '../../state/session';

/** What the page is called, by the town's choice of words (guides v1 §8 and v3 §7). */
export const pageTitle = (): string => nameOfPage('messages') ?? 'Contact';

export const messageFile = (id: number): string => `${TOWN_PATH}/api/messages/fichiers/${id}`;

/** "jeudi 5 novembre à 10 h 01", on the clock of the parent's device. */
export const when = (at: Instant): string => formatMoment(toLocal(at, new Intl.DateTimeFormat().resolvedOptions().timeZone));

type Standing = Pick<ConversationLine, 'unread' | 'closedAt' | 'lastBy'>;

/** Where a conversation stands, for its parent. */
export function standing({ unread, closedAt, lastBy }: Standing): string {
  if (unread > 0) return counted(unread, 'nouveau message', 'nouveaux messages');
  if (closedAt !== null) return 'Terminée';
  return lastBy === 'parent' ? 'En attente de réponse' : 'Réponse reçue';
}

/** The department a question about money goes to, when one is named after it. */
export const billingDepartment = (departments: readonly Department[]): number | null =>
  departments.find(({ name }) => /factur|régie|comptab|finance/i.test(name))?.id ?? (departments.length === 1 ? departments[0]!.id : null);

/** How a parent learns of the answer. */
export const howAnswered = (): string =>
  (session.parent?.contactEmail ? 'La réponse s’affichera ici ; un mail vous préviendra.' : 'La réponse s’affichera ici.');

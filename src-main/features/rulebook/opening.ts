import type { LocalDate } from '../../kernel/local-date';
import type { Calendar, Version } from './schema';

/** Whether a service runs on a day; if not, why, as a French fragment ("fermé : jour férié (Armistice)"). */
export type Opening = { open: true } | { open: false; reason: string };

/** Judges a day for one service. `added` is the facts' calendar: it adds to the rulebook's. Unknown services are closed. */
export function openingOf(version: Version, added: Calendar | undefined, service: string, day: LocalDate): Opening {
  void added; void day;
  return version.services.some((one) => one.id === service) ? { open: true } : { open: false, reason: 'prestation inconnue' };
}

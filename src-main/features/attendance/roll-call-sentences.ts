import { formatDay, formatTime } from '../../kernel/french-dates';
import type { LocalDate } from '../../kernel/local-date';
import { counted, enumerated } from '../../kernel/text';
import type { RollCallState } from '../child-days/roll-call-state';
import type { Planned } from './roll-call-plan';
import type { RollCallService } from './schema';
import { STATE_WORDS } from './words';

/** "23 présents, 2 absents et 1 excusé" */
export function countsInWords(planned: readonly Planned[]): string {
  const count = (state: RollCallState | null): number => planned.filter(({ entry }) => entry.state === state).length;
  const parts: (readonly [number, string, string])[] = [
    [count('present'), 'présent', 'présents'], [count('absent'), 'absent', 'absents'], [count('excused'), 'excusé', 'excusés'],
    [count(null), 'pointage retiré', 'pointages retirés'],
  ];
  return enumerated(parts.filter(([number]) => number > 0).map(([number, one, many]) => counted(number, one, many)));
}

/** "Pointage du jeudi 5 novembre, Cantine : 23 présents, 2 absents et 1 excusé" */
export function subjectOf(day: LocalDate, services: readonly RollCallService[], planned: readonly Planned[]): string {
  const labels = services.filter(({ service }) => planned.some(({ entry }) => entry.service === service)).map(({ label }) => label);
  const only = planned.length === 1 ? ` ${planned[0]!.current.name} :` : '';
  return `Pointage du ${formatDay(day)}, ${enumerated(labels)} :${only} ${countsInWords(planned)}`;
}

/** A child's line of the journal, before and after. */
export function journalRows(services: readonly RollCallService[], planned: readonly Planned[]): { before: Record<string, string>; after: Record<string, string> } {
  const label = ({ entry, current }: Planned): string => `${current.name}, ${services.find(({ service }) => service === entry.service)?.label ?? entry.service}`;
  const words = (state: RollCallState | null, arrival: string | null, departure: string | null): string =>
    [state === null ? 'non pointé' : STATE_WORDS[state], arrival && `arrivée ${formatTime(arrival)}`, departure && `départ ${formatTime(departure)}`].filter(Boolean).join(', ');
  return {
    before: Object.fromEntries(planned.map((one) => [label(one), words(one.before, one.current.call?.arrival ?? null, one.current.call?.departure ?? null)])),
    after: Object.fromEntries(planned.map((one) => [label(one), words(one.entry.state, one.entry.arrival, one.entry.departure)])),
  };
}

/** What the person who saved is told. */
export function savedSentence(planned: readonly Planned[], conflicts: number, billed: number): string {
  if (planned.length === 0) return conflicts > 0 ? 'Rien n’a été enregistré.' : 'Rien n’a changé : c’était déjà enregistré ainsi.';
  return [`C’est enregistré : ${countsInWords(planned)}.`, billedSentence(billed)].filter(Boolean).join(' ');
}

/** Says that a change comes after the invoice; empty when it does not. */
export function billedSentence(billed: number): string {
  if (billed === 0) return '';
  const days = billed === 1 ? 'Un jour est déjà facturé' : `${billed} jours sont déjà facturés`;
  return `${days} : la différence fera une ligne corrective sur une prochaine facture.`;
}

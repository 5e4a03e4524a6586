import type { PeriodKind } from '../../../../src-main/features/bookings/period';
import type { PeriodTable } from '../../../../src-main/features/bookings/schema';
import { formatDay, formatMonth } from '../../../../src-main/kernel/french-dates';
import { isLocalDate } from '../../../../src-main/kernel/local-date';
import type { LocalDate } from '../../../../src-main/kernel/local-date';
import { weekTitle } from './week-words';

interface Words {
  readonly previous: string;
  readonly next: string;
  readonly nextOpen: string;
  readonly nothing: string;
  readonly loading: string;
  /** The period asked for could not be had. */
  readonly astray: string;
  /** "toute la semaine", said after a service's name. */
  readonly whole: string;
}

/** The words of a page by week or by month. */
export const PERIOD_WORDS: Readonly<Record<PeriodKind, Words>> = {
  week: { previous: 'Semaine précédente', next: 'Semaine suivante', nextOpen: 'Prochaine semaine ouverte', nothing: 'Rien à modifier cette semaine.', loading: 'Chargement de la semaine', astray: 'La semaine demandée n’a pas pu s’afficher', whole: 'toute la semaine' },
  month: { previous: 'Mois précédent', next: 'Mois suivant', nextOpen: 'Prochain mois ouvert', nothing: 'Rien à modifier ce mois-ci.', loading: 'Chargement du mois', astray: 'Le mois demandé n’a pas pu s’afficher', whole: 'tout le mois' },
};

/** "Semaine du 9 au 13 novembre 2026", "Novembre 2026" */
export function periodTitle({ by, from, days }: Pick<PeriodTable, 'by' | 'from' | 'days'>): string {
  if (by === 'week') return weekTitle(from, days);
  const month = formatMonth(from);
  return month.charAt(0).toLocaleUpperCase('fr-FR') + month.slice(1);
}

/** "Semaine du lundi 9 novembre", "Mois de novembre 2026", in a sentence about another period. */
export function periodNamed(by: PeriodKind, from: LocalDate): string {
  if (by === 'week') return `Semaine du ${formatDay(from)}`;
  const month = formatMonth(from);
  return /^[ao]/.test(month) ? `Mois d’${month}` : `Mois de ${month}`;
}

/** The address of a period: `?semaine=…` or `?mois=…`, by any of its days. */
export const periodQuery = (by: PeriodKind, day: LocalDate): Record<string, string> => (by === 'week' ? { semaine: day } : { mois: day });

/** The day that an address asks for, whatever the period is by now. */
export function dayAsked(query: Readonly<Record<string, unknown>>): LocalDate | undefined {
  return [query.semaine, query.mois, query.jour].find((day): day is LocalDate => typeof day === 'string' && isLocalDate(day));
}

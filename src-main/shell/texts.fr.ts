import { formatMoment, formatTime } from '../kernel/french-dates';
import { dayOf, timeOf } from '../kernel/local-date';
import type { LocalDateTime } from '../kernel/local-date';

/** What the desktop shell itself says; the pages have their own words. */
export const shellTexts = {
  portalStaysOpen: {
    title: 'Le portail reste ouvert',
    body: 'Les familles peuvent continuer à réserver. Pour rouvrir Préau ou le quitter, cliquez sur son icône près de l’horloge.',
  },
  portalRefused: 'Le portail n’a pas pu ouvrir',
  unsaved: {
    message: 'Des modifications ne sont pas enregistrées.',
    detail: 'Si vous fermez maintenant, elles seront perdues.',
    stay: 'Rester sur la page',
    leave: 'Fermer sans enregistrer',
  },
  slept: {
    message: 'L’ordinateur s’est mis en veille',
    understood: 'J’ai compris',
  },
  stopped: {
    title: 'Préau s’est arrêté',
    reassurance: 'Ce qui était enregistré l’est toujours.',
    restart: 'Redémarrer',
    retry: 'Réessayer',
    log: 'Journal, pour la personne qui s’occupe de l’informatique',
  },
} as const;

/** "de 12 h 10 à 13 h 45", or with the days when the night lies between. */
export function sleepSentence(from: LocalDateTime, to: LocalDateTime): string {
  const span = dayOf(from) === dayOf(to)
    ? `de ${formatTime(timeOf(from))} à ${formatTime(timeOf(to))}`
    : `du ${formatMoment(from)} au ${formatMoment(to)}`;
  return `Le portail des parents était fermé ${span}. Pour qu’il reste ouvert, réglez l’ordinateur pour qu’il ne se mette jamais en veille et laissez l’écran relevé s’il s’agit d’un portable.`;
}
